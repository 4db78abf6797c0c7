import { setTimeout as sleep } from "node:timers/promises";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { checked } from "~/platform/forms";
import type { AccountActor } from "./actor";
import { findPassword, recordProof, setPassword } from "./credentials-store.server";
import { addressSchema, passwordResetSchema } from "./fields";
import { sendText, type Visitor } from "./mails.server";
import { FRESH, refuseUnlessFresh } from "./proofs";
import { expiryOf } from "./rules";
import { hashPassword, isToken, newToken, passwordMatches, tokenHash } from "./secrets.server";
import { openSession, type SessionTicket } from "./sessions.server";
import * as store from "./store.server";

/** Milliseconds that a request for a link takes at least: longer than its work, so that its length says nothing. */
const EVEN = 200;

/** Sends a link for a new password, or, to an address without an account, a mail that says so: one mail in each case. */
export async function requestPasswordReset(email: string, visitor: Visitor): Promise<void> {
  const { email: address } = checked(addressSchema, { email });
  await Promise.all([sendResetLink(address, visitor), sleep(EVEN)]);
}

async function sendResetLink(address: string, visitor: Visitor): Promise<void> {
  const accountId = await store.findAccountId(address);
  const { token, hash } = newToken();
  await store.unitOfWork(async (tx) => {
    if (accountId !== null)
      await store.insertLink(tx, {
        tokenHash: hash,
        accountId,
        purpose: "reset",
        expiresAt: expiryOf("reset", now()),
      });
    await (accountId === null
      ? sendText("unknown", address, visitor)
      : sendText("reset", address, visitor, token));
  });
}

/** Whether a link for a new password still works: asked before somebody types one. */
export const resetLinkStands = async (token: string): Promise<boolean> =>
  isToken(token) && (await store.linkStands(tokenHash(token), "reset", now()));

/**
 * Sets a new password by a link, closes every session, and opens one for who came with the link.
 * @throws DomainError "invalid" when the link was used or is too old; a password that is too weak does not use it up.
 */
export async function resetPassword(
  token: string,
  password: string,
  visitor: Visitor,
): Promise<SessionTicket> {
  const chosen = checked(passwordResetSchema, { password });
  const linkIsDead = () => new DomainError("invalid", "identity:errors.resetLink");
  if (!(await resetLinkStands(token))) throw linkIsDead();
  const passwordHash = await hashPassword(chosen.password);
  const accountId = await store.unitOfWork(async (tx) => {
    const owner = await store.takeLink(tx, tokenHash(token), "reset", now());
    const email = owner === null ? null : await setPassword(tx, owner, passwordHash);
    if (owner === null || email === null) throw linkIsDead();
    await sendText("passwordChanged", email, visitor);
    return owner;
  });
  return openSession(accountId, { kind: "email-link", hash: passwordHash });
}

/**
 * Makes sure that it is the holder who acts. @returns the actor with that fresh proof, which their session keeps.
 * @throws DomainError "forbidden" when the password is wrong, "unauthenticated" when the session is no more.
 */
export async function confirmPassword(actor: AccountActor, password: string): Promise<AccountActor> {
  const hash = (await findPassword({ id: actor.id }))?.hash ?? null;
  const matches = await passwordMatches(hash, password);
  if (hash === null || !matches) throw new DomainError("forbidden", "identity:errors.currentPassword");
  const session = await recordProof(actor.id, actor.session, { kind: "password", hash });
  if (!session) throw new DomainError("unauthenticated", "identity:errors.credentials");
  return { ...actor, session };
}

/** What who holds an account alone may do asks for a proof of the last moments. @throws DomainError "forbidden" */
export const requireFreshProof = (actor: AccountActor, within = FRESH): void =>
  refuseUnlessFresh(actor, now(), within);

/**
 * Changes the password, closes every session, and opens a new one for who changed it.
 * @throws DomainError "forbidden" without a fresh proof, "invalid"
 */
export async function changePassword(
  actor: AccountActor,
  input: { password: string },
  visitor: Visitor,
): Promise<SessionTicket> {
  requireFreshProof(actor);
  const { password } = checked(passwordResetSchema, input);
  const passwordHash = await hashPassword(password);
  await store.unitOfWork(async (tx) => {
    const email = await setPassword(tx, actor.id, passwordHash);
    if (email === null) throw new DomainError("unauthenticated", "identity:errors.credentials");
    await sendText("passwordChanged", email, visitor);
  });
  return openSession(actor.id, { kind: "password", hash: passwordHash });
}
