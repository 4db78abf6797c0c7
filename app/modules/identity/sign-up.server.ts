import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { checked } from "./checked";
import { signUpSchema, type SignUpFields } from "./fields";
import { sendText, type Visitor } from "./mails.server";
import { expiryOf } from "./rules";
import { hashPassword, isToken, newToken, tokenHash } from "./secrets.server";
import { openSession, type SessionTicket } from "./sessions.server";
import * as store from "./store.server";

export interface SignUpInput extends SignUpFields {
  /** The secret of an opinion that was typed before, kept by participation. */
  pending?: string | null;
}

/**
 * Asks for an account. Nobody learns from it whether the address has one: the work, the answer and the number of mails
 * are the same; only what the mail says differs.
 */
export async function signUp(input: SignUpInput, visitor: Visitor): Promise<void> {
  const { email, password, displayName, region, stakeholder } = checked(signUpSchema, input);
  const pending = input.pending && isToken(input.pending) ? input.pending : null;
  const passwordHash = await hashPassword(password);
  const { token, hash } = newToken();
  await store.transaction(async (tx, afterCommit) => {
    const waits = await store.insertSignUp(tx, {
      tokenHash: hash, email, passwordHash, displayName, region, stakeholder, locale: visitor.locale, pending,
      expiresAt: expiryOf("confirm", now()),
    });
    afterCommit(() => sendText(waits ? "confirm" : "known", email, visitor, waits ? token : undefined));
  });
}

export interface Confirmed {
  session: SessionTicket;
  /** The secret of the opinion that waits, if one was given at sign-up. */
  pending: string | null;
}

/**
 * Makes the account of a confirmed address and opens its first session. A link works once.
 * @throws DomainError "invalid" when it was used or is too old, "conflict" when the address has an account by now.
 */
export async function confirmSignUp(token: string): Promise<Confirmed> {
  const linkIsDead = () => new DomainError("invalid", "identity:errors.confirmLink");
  if (!isToken(token)) throw linkIsDead();
  const { accountId, passwordHash, pending } = await store.transaction(async (tx) => {
    const taken = await store.takeSignUp(tx, tokenHash(token), now());
    if (!taken) throw linkIsDead();
    const { pending, ...account } = taken;
    const accountId = await store.insertAccount(tx, account);
    if (accountId === null) throw new DomainError("conflict", "identity:errors.accountExists");
    await store.deleteSignUpsOf(tx, account.email);
    return { accountId, passwordHash: account.passwordHash, pending };
  });
  return { session: await openSession(accountId, passwordHash), pending };
}
