import { isStaff, type Actor } from "~/modules/identity";
import { phaseOf } from "./rules";
import type { Consultation } from "./types";

/** Drafts are for staff; what is published is for everybody. */
export const canSee = (actor: Actor, consultation: Pick<Consultation, "status">): boolean =>
  consultation.status === "published" || isStaff(actor);

/**
 * Whether `actor` may see figures: during the consultation or only once it is closed, as it was set. Staff always may.
 */
export function resultsVisible(
  actor: Actor,
  consultation: Pick<Consultation, "status" | "opensAt" | "closesAt" | "resultsShown">,
  now: Date,
): boolean {
  if (isStaff(actor)) return true;
  const phase = phaseOf(consultation, now);
  return phase === "closed" || (phase === "open" && consultation.resultsShown === "during");
}

const runsTheSite = (actor: Actor): boolean =>
  actor.kind === "operator" || (actor.kind === "account" && actor.role === "administrator");

/** Publishing a roadmap decides its dates and texts: the operator and administrators only. */
export const canPublish = runsTheSite;

/** The texts that a public site owes bind whoever runs it. */
export const canEditLegal = runsTheSite;
