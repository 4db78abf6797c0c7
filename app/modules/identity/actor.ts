/** How somebody can show that an account is theirs. */
export const PROOF_KINDS = ["password", "totp", "email-link", "passkey", "federation"] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** What the staff are made of; whoever holds none takes part and no more. One person may hold several. */
export const ROLES = ["administrator", "editor", "moderator", "organiser"] as const;
export type Role = (typeof ROLES)[number];

/** A role in one consultation or, where that is null, in all. */
export interface Grant {
  readonly role: Role;
  readonly consultationId: number | null;
}

/** What an account acts by: how its holder was known, and when last. */
export interface ActorSession {
  /** As it is kept: the hash of its secret. */
  readonly id: string;
  readonly proofs: readonly ProofKind[];
  readonly provenAt: Date;
}

export interface AccountActor {
  kind: "account";
  id: number;
  session: ActorSession;
  email: string;
  displayName: string | null;
  grants: readonly Grant[];
  region: string;
  stakeholder: string;
}

/** Who acts: nobody known, a signed-in account, or the operator at the command line. */
export type Actor = { kind: "anonymous" } | AccountActor | { kind: "operator" };

export const ANONYMOUS: Actor = { kind: "anonymous" };
export const OPERATOR: Actor = { kind: "operator" };
