import type { AccountActor, ActorSession, Grant, Role } from "~/modules/identity";
import { now } from "~/platform/clock";

/** Roles in all consultations. */
export const ofAll = (...roles: Role[]): Grant[] => roles.map((role) => ({ role, consultationId: null }));

/** The same person with these roles in all consultations, and no other. */
export const as = (actor: AccountActor, ...roles: Role[]): AccountActor => ({
  ...actor,
  grants: ofAll(...roles),
});

/** A session that somebody has just opened with their password; no table knows it. */
export const justProven = (): ActorSession => ({ id: "", proofs: ["password"], provenAt: now() });

/** Somebody signed in, in Occitanie, with these roles in all consultations. */
export const account = (...roles: Role[]): AccountActor => ({
  kind: "account",
  id: 1,
  session: justProven(),
  email: "o@exemple.fr",
  displayName: null,
  grants: ofAll(...roles),
  region: "76",
  stakeholder: "unknown",
});
