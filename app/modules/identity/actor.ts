export const ROLES = ["participant", "organiser", "moderator", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export interface AccountActor {
  kind: "account";
  id: number;
  email: string;
  displayName: string | null;
  role: Role;
  region: string;
  stakeholder: string;
}

/** Who acts: nobody known, a signed-in account, or the operator at the command line. */
export type Actor = { kind: "anonymous" } | AccountActor | { kind: "operator" };

export const ANONYMOUS: Actor = { kind: "anonymous" };
export const OPERATOR: Actor = { kind: "operator" };

/** Staff see every figure; the operator owns the machine and is one of them. */
export const isStaff = (actor: Actor): boolean =>
  actor.kind === "operator" || (actor.kind === "account" && actor.role !== "participant");
