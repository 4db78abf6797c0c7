import { DomainError } from "~/platform/errors";
import type { Key } from "~/platform/i18n/catalogue";
import { ROLES, type Actor, type Role } from "./actor";

const ALL_STAFF = ROLES;

/**
 * Who may what: every act that is not everybody's, and the roles that may do it. Whoever makes a new act adds its line
 * here, and asks `can` wherever it is offered, shown, done or followed.
 */
export const ACTS = {
  /** To come in: the staff's pages, and the way to them. */
  "staff.enter": ALL_STAFF,
  /** To give roles and take them away. */
  "staff.appoint": ["administrator"],
  /** The texts that a public site owes bind whoever runs it. */
  "legal.edit": ["administrator"],
  /** A roadmap's file decides dates and texts. */
  "roadmap.publish": ["administrator"],
  /** What was promised and could not be done, such as a mail that no server took. */
  "jobs.retry": ["administrator"],
  "draft.see": ALL_STAFF,
  /** Figures as they stand now, every cell, whatever the public is shown. */
  "figures.seeLive": ALL_STAFF,
  "figures.recount": ["administrator"],
  /** To bring contributions in, or take them out with what the public does not see. */
  "contributions.transfer": ["administrator"],
  /** Earlier texts of other people's comments: one may have changed a text to say less of oneself. */
  "comment.readHistory": ALL_STAFF,
  "stage.import": ["administrator"],
  /** Stages, testimonies and questionnaires. */
  "stage.manage": ["administrator", "organiser"],
  /** The console of a poll, and its projector. */
  "poll.hold": ["administrator", "organiser"],
} as const satisfies Record<string, readonly Role[]>;

export type StaffAct = keyof typeof ACTS;

/** Where: in a consultation, by its number; in all of them, with what is the site's own; or in any one, to be offered a way in. */
export type Scope = number | "all" | "any";

/** Whether this actor may do this there. The operator may all that the machine's owner may. */
export function can(actor: Actor, act: StaffAct, scope: Scope): boolean {
  if (actor.kind !== "account") return actor.kind === "operator";
  const roles: readonly Role[] = ACTS[act];
  return actor.grants.some(
    ({ role, consultationId }) =>
      roles.includes(role) && (consultationId === null || scope === "any" || consultationId === scope),
  );
}

/** @throws DomainError "forbidden", for this reason, unless the actor may do this there. */
export function authorise(actor: Actor, act: StaffAct, scope: Scope, reason: Key = "errors:forbidden"): void {
  if (!can(actor, act, scope)) throw new DomainError("forbidden", reason);
}
