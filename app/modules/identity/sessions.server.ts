import { DomainError } from "~/platform/errors";
import { checked } from "~/platform/forms";
import { ANONYMOUS, type AccountActor, type Actor } from "./actor";
import { signInSchema, type SignInFields } from "./fields";
import { findPassword } from "./credentials-store.server";
import { lookUp, lucia } from "./lucia.server";
import type { Proof } from "./proofs";
import { isToken, newToken, passwordMatches, tokenHash } from "./secrets.server";

/** What a browser is given: the secret goes into a cookie and is kept nowhere else. */
export interface SessionTicket {
  token: string;
  expiresAt: Date;
  accountId: number;
}

export interface Authenticated {
  actor: AccountActor;
  expiresAt: Date;
  /** The session has just slid: the cookie has to follow. */
  renewed: boolean;
}

/** Who comes with this secret; null when it opens nothing. */
export async function authenticate(token: string): Promise<Authenticated | null> {
  if (!isToken(token)) return null;
  const { session, user } = await lucia.validateSession(tokenHash(token));
  return session && { actor: user.actor, expiresAt: session.expiresAt, renewed: session.fresh };
}

/** Who comes with this secret at this moment, for what goes on after its request: the session is not renewed by it. */
export async function recognise(token: string): Promise<Actor> {
  if (!isToken(token)) return ANONYMOUS;
  const found = await lookUp(tokenHash(token));
  return found && found.session.expiresAt > new Date() ? found.actor : ANONYMOUS;
}

/**
 * Opens a session for who has proved that the account is theirs.
 * @throws DomainError "unauthenticated" when the proof is worth nothing any more.
 */
export async function openSession(accountId: number, proof: Proof): Promise<SessionTicket> {
  const { token, hash } = newToken();
  const { expiresAt } = await lucia.createSession(accountId, { proof }, { sessionId: hash });
  return { token, expiresAt, accountId };
}

/**
 * Opens a session with an address and its password.
 * @throws DomainError "unauthenticated", in the same words and after the same time whether the address is known or not.
 */
export async function signIn(input: SignInFields): Promise<SessionTicket> {
  const { email, password } = checked(signInSchema, input);
  const account = await findPassword({ email });
  const hash = account?.hash ?? null;
  const matches = await passwordMatches(hash, password);
  if (!account || hash === null || !matches)
    throw new DomainError("unauthenticated", "identity:errors.credentials");
  return openSession(account.accountId, { kind: "password", hash });
}

/** Ends one session; a secret that opens none is fine. */
export async function signOut(token: string): Promise<void> {
  if (isToken(token)) await lucia.invalidateSession(tokenHash(token));
}

/** Ends every session of the account, this one too, at once. */
export const signOutEverywhere = (actor: AccountActor): Promise<void> =>
  lucia.invalidateUserSessions(actor.id);
