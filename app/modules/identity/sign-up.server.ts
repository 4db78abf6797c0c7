import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { checked } from "~/platform/forms";
import { insertPassword } from "./credentials-store.server";
import { signUpSchema, type SignUpFields } from "./fields";
import { sendText, type Visitor } from "./mails.server";
import { expiryOf } from "./rules";
import { hashPassword, isToken, newToken, passwordMatches, tokenHash } from "./secrets.server";
import { openSession, type SessionTicket } from "./sessions.server";
import * as store from "./store.server";

export interface SignUpInput extends SignUpFields {
  /** The secret of an opinion that was typed before, kept by participation. */
  pending?: string | null;
  /** The secret that this browser was given at an earlier sign-up. */
  browser?: string | null;
}

/**
 * Asks for an account. Nobody learns from it whether the address has one: the work, the answer and the number of mails
 * are the same; only what the mail says differs.
 * @returns the secret by which this browser, and no other, confirms without the password.
 */
export async function signUp(input: SignUpInput, visitor: Visitor): Promise<string> {
  const { email, password, displayName, region, stakeholder } = checked(signUpSchema, input);
  const pending = input.pending && isToken(input.pending) ? input.pending : null;
  const browser = input.browser && isToken(input.browser) ? input.browser : newToken().token;
  const passwordHash = await hashPassword(password);
  const { token, hash } = newToken();
  await store.unitOfWork(async (tx) => {
    const waits = await store.insertSignUp(tx, {
      tokenHash: hash,
      email,
      passwordHash,
      displayName,
      region,
      stakeholder,
      locale: visitor.locale,
      pending,
      browserHash: tokenHash(browser),
      expiresAt: expiryOf("confirm", now()),
    });
    await sendText(waits ? "confirm" : "known", email, visitor, waits ? token : undefined);
  });
  return browser;
}

/** What who confirms a sign-up comes with, beside the link. */
export interface Proof {
  /** The secret of the browser that signed up. */
  browser: string | null;
  password?: string | undefined;
}

const linkIsDead = () => new DomainError("invalid", "identity:errors.confirmLink");

const isBrowserOf = (signUp: { browserHash: string | null }, browser: string | null): boolean =>
  browser !== null && isToken(browser) && tokenHash(browser) === signUp.browserHash;

const findSignUp = async (token: string) =>
  isToken(token) ? store.findSignUp(tokenHash(token), now()) : null;

/** Whether this browser must give the password to confirm. A link that is dead asks for nothing. */
export async function confirmationAsksPassword(token: string, browser: string | null): Promise<boolean> {
  const signUp = await findSignUp(token);
  return signUp !== null && !isBrowserOf(signUp, browser);
}

/** Deletes a sign-up: for who was mailed its link and did not make it, or lost its password. */
export async function deleteSignUp(token: string): Promise<void> {
  if (isToken(token)) await store.deleteSignUp(tokenHash(token));
}

export interface Confirmed {
  session: SessionTicket;
  /** The secret of the opinion that waits, if one was given at sign-up. */
  pending: string | null;
}

/**
 * Makes the account of a confirmed address and opens its first session. A link works once. The link proves whose the
 * address is, not who signed up with it: else a stranger who did would know the password of the account.
 * @throws DomainError "invalid" when the link was used or is too old, "forbidden" when neither browser nor password is
 * that of the sign-up, "conflict" when the address has an account by now.
 */
export async function confirmSignUp(token: string, { browser, password = "" }: Proof): Promise<Confirmed> {
  const signUp = await findSignUp(token);
  if (!signUp) throw linkIsDead();
  if (!isBrowserOf(signUp, browser) && !(await passwordMatches(signUp.passwordHash, password))) {
    throw new DomainError("forbidden", "identity:errors.signUpPassword");
  }
  const { accountId, passwordHash, pending } = await store.unitOfWork(async (tx) => {
    const taken = await store.takeSignUp(tx, tokenHash(token), now());
    if (!taken) throw linkIsDead();
    const { pending, passwordHash, ...account } = taken;
    const accountId = await store.insertAccount(tx, account);
    if (accountId === null) throw new DomainError("conflict", "identity:errors.accountExists");
    await insertPassword(tx, accountId, passwordHash);
    await store.deleteSignUpsOf(tx, account.email);
    return { accountId, passwordHash, pending };
  });
  return { session: await openSession(accountId, { kind: "email-link", hash: passwordHash }), pending };
}
