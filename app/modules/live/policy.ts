import type { Actor } from "~/modules/identity";

/** Organisers and administrators hold stages; the operator owns the machine. */
export const canOrganise = (actor: Actor): boolean =>
  actor.kind === "operator" ||
  (actor.kind === "account" && (actor.role === "organiser" || actor.role === "administrator"));
