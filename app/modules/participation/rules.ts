import { phaseOf } from "~/modules/consultation";
import { DomainError } from "~/platform/errors";
import type { VoiceParts } from "./input";
import { partsOf, type Opening, type Window } from "./policy";

/**
 * Refuses what comes outside [opensAt, closesAt).
 * @throws DomainError "closed" before and after, "not-found" for a draft.
 */
export function refuseUnlessOpen(consultation: Window, now: Date): void {
  const phase = phaseOf(consultation, now);
  if (phase === "draft") throw new DomainError("not-found", "errors:consultation-not-found");
  if (phase === "upcoming") throw new DomainError("closed", "participation:errors.not-yet-open");
  if (phase === "closed") throw new DomainError("closed", "participation:errors.closed");
}

/** Why these parts cannot be given on this item, or null: an item opens for votes, stars and comments one by one. */
export function partsRefusal(
  item: Opening,
  parts: VoiceParts & { body?: string | undefined },
): DomainError | null {
  const takes = partsOf(item);
  if (parts.position !== undefined && !takes.position)
    return new DomainError("closed", "participation:errors.no-votes");
  if (parts.stars !== undefined && !takes.stars)
    return new DomainError("closed", "participation:errors.no-stars");
  if (parts.body !== undefined && !takes.comment)
    return new DomainError("closed", "participation:errors.no-comments");
  return null;
}

/** Threads as they are read: newest first, or most supported and then newest. */
export const threadOrder =
  (bySupports: boolean) =>
  (a: { id: number; supports: number }, b: { id: number; supports: number }): number =>
    (bySupports ? b.supports - a.supports : 0) || b.id - a.id;
