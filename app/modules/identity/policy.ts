import type { Actor } from "./actor";

/** Who may give somebody a role on the staff. */
export const canAppointStaff = (actor: Actor): boolean =>
  actor.kind === "operator" || (actor.kind === "account" && actor.role === "administrator");
