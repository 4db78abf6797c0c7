import { can, type Actor } from "~/modules/identity";
import { phaseOf } from "./rules";
import type { Consultation } from "./types";

/** Drafts are for staff; what is published is for everybody. */
export const canSee = (actor: Actor, consultation: Pick<Consultation, "id" | "status">): boolean =>
  consultation.status === "published" || can(actor, "draft.see", consultation.id);

/**
 * Whether `actor` may see figures: during the consultation or only once it is closed, as it was set. Staff always may.
 */
export function resultsVisible(
  actor: Actor,
  consultation: Pick<Consultation, "id" | "status" | "opensAt" | "closesAt" | "resultsShown">,
  now: Date,
): boolean {
  if (can(actor, "figures.seeLive", consultation.id)) return true;
  const phase = phaseOf(consultation, now);
  return phase === "closed" || (phase === "open" && consultation.resultsShown === "during");
}
