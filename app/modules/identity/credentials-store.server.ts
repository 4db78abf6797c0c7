import { now } from "~/platform/clock";
import { reader, writer, type Transaction } from "~/platform/db/index.server";
import type { ActorSession } from "./actor";
import type { Proof } from "./proofs";
import { HOLD_ACCOUNT, RECORD_PROOF } from "./sql";

/** An account and its password; null stands for no account, and for an account without a password. */
export async function findPassword(
  account: { email: string } | { id: number },
): Promise<{ accountId: number; hash: string | null } | null> {
  const found = await reader().account.findUnique({
    where: "id" in account ? { id: account.id } : { email: account.email },
    select: { id: true, credentials: { where: { kind: "password" }, select: { secret: true } } },
  });
  return found && { accountId: found.id, hash: found.credentials[0]?.secret ?? null };
}

/** The password of an account that has none. */
export async function insertPassword(tx: Transaction, accountId: number, hash: string): Promise<void> {
  await tx.credential.create({ data: { accountId, kind: "password", secret: hash } });
}

/**
 * A new password closes every session and every link of the account. Returns its address, null when there is no account.
 * The account is held first, as by who opens a session: that one is either closed here, or sees the new password.
 */
export async function setPassword(tx: Transaction, accountId: number, hash: string): Promise<string | null> {
  const account = await HOLD_ACCOUNT.one(tx, accountId);
  if (!account) return null;
  await tx.session.deleteMany({ where: { accountId } });
  await tx.accountToken.deleteMany({ where: { accountId } });
  await tx.credential.deleteMany({ where: { accountId, kind: "password" } });
  await insertPassword(tx, accountId, hash);
  return account.email;
}

/** Keeps with a session that its holder gave a proof just now. Null when the session, or the password, is no more. */
export async function recordProof(
  accountId: number,
  session: ActorSession,
  { kind, hash }: Proof,
): Promise<ActorSession | null> {
  const at = now();
  const proofs = [...new Set([...session.proofs, kind])];
  const recorded = await RECORD_PROOF.run(writer(), session.id, accountId, proofs, hash, at);
  return recorded === 1 ? { ...session, proofs, provenAt: at } : null;
}
