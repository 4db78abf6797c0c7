import type { AccountActor, Grant, Role } from "~/modules/identity";

/** Roles in all consultations. */
export const ofAll = (...roles: Role[]): Grant[] => roles.map((role) => ({ role, consultationId: null }));

/** The same person with these roles in all consultations, and no other. */
export const as = (actor: AccountActor, ...roles: Role[]): AccountActor => ({
  ...actor,
  grants: ofAll(...roles),
});

/** Somebody signed in, in Occitanie, with these roles in all consultations. */
export const account = (...roles: Role[]): AccountActor => ({
  kind: "account",
  id: 1,
  email: "o@exemple.fr",
  displayName: null,
  grants: ofAll(...roles),
  region: "76",
  stakeholder: "unknown",
});
