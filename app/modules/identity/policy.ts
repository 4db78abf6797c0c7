import type { AccountActor, Actor } from "./actor";

export const isSignedIn = (actor: Actor): actor is AccountActor => actor.kind === "account";

/** Who may give somebody a role on the staff. */
export const canAppointStaff = (actor: Actor): boolean =>
  actor.kind === "operator" || (actor.kind === "account" && actor.role === "administrator");
