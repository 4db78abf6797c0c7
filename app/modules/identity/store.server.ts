import { reader, unitOfWork, writer, type Transaction } from "~/platform/db/index.server";
import { now } from "~/platform/clock";
import { keepingAnAdministrator } from "./grants-store.server";
import type { AccountActor, ProofKind } from "./actor";
import type { Proof } from "./proofs";
import type { LinkKind } from "./rules";
import {
  DELETE_ACCOUNT,
  FIND_SESSIONS,
  INSERT_SESSION,
  INSERT_SIGN_UP,
  RENEW_SESSION,
  TAKE_LINK,
  TAKE_SIGN_UP,
} from "./sql";

export { unitOfWork, type Transaction };

export interface SessionRow {
  id: string;
  accountId: number;
  expiresAt: Date;
}
export interface SignUpRow {
  tokenHash: string;
  email: string;
  passwordHash: string;
  displayName: string | null;
  region: string;
  stakeholder: string;
  locale: string;
  pending: string | null;
  browserHash: string;
  expiresAt: Date;
}
type TakenSignUp = Omit<SignUpRow, "tokenHash" | "browserHash" | "expiresAt">;
type NewAccount = Omit<TakenSignUp, "pending" | "passwordHash">;

/** One statement for many look-ups: sessions with their accounts, in any order; unknown ids are left out. */
export async function findSessions(ids: string[]): Promise<{ session: SessionRow; actor: AccountActor }[]> {
  const rows = await FIND_SESSIONS.all(reader(), ids);
  return rows.map(({ sessionId: id, accountId, expiresAt, proofs, provenAt, grants, ...actor }) => ({
    session: { id, accountId, expiresAt },
    actor: {
      kind: "account",
      id: accountId,
      // A check of the column keeps them to kinds that are known.
      session: { id, proofs: proofs as ProofKind[], provenAt },
      grants: grants ?? [],
      ...actor,
    },
  }));
}

/** Opens a session by a proof, unless the password behind it has changed since it was checked: then returns false. */
export async function insertSession(
  { id, accountId, expiresAt }: SessionRow,
  { kind, hash }: Proof,
): Promise<boolean> {
  const done = await INSERT_SESSION.run(writer(), id, accountId, expiresAt, kind, hash, now());
  return done === 1;
}

export async function renewSession(id: string, expiresAt: Date): Promise<void> {
  await RENEW_SESSION.run(writer(), id, expiresAt, now());
}

export const sessionsOf = (accountId: number): Promise<SessionRow[]> =>
  reader().session.findMany({ where: { accountId } });

export async function deleteSession(id: string): Promise<void> {
  await writer().session.deleteMany({ where: { id } });
}

export async function deleteSessionsOf(accountId: number): Promise<void> {
  await writer().session.deleteMany({ where: { accountId } });
}

export async function deleteExpiredSessions(at: Date): Promise<void> {
  await writer().session.deleteMany({ where: { expiresAt: { lte: at } } });
}

/** Sign-ups and links that nobody used in time. */
export async function deleteExpiredLinks(at: Date): Promise<void> {
  const expired = { where: { expiresAt: { lte: at } } };
  await writer().signUp.deleteMany(expired);
  await writer().accountToken.deleteMany(expired);
}

/** Keeps a sign-up, unless the address has an account: then returns false. One statement, whichever it is. */
export async function insertSignUp(tx: Transaction, row: SignUpRow): Promise<boolean> {
  const { tokenHash, email, passwordHash, displayName, region, stakeholder, locale, pending } = row;
  const inserted = await INSERT_SIGN_UP.run(
    tx,
    tokenHash,
    email,
    passwordHash,
    displayName,
    region,
    stakeholder,
    locale,
    pending,
    row.browserHash,
    row.expiresAt,
  );
  return inserted === 1;
}

/** What shows that somebody made a sign-up: the browser that they used, or the password. */
export const findSignUp = (
  tokenHash: string,
  at: Date,
): Promise<{ passwordHash: string; browserHash: string | null } | null> =>
  reader().signUp.findUnique({
    where: { tokenHash, expiresAt: { gt: at } },
    select: { passwordHash: true, browserHash: true },
  });

export async function deleteSignUp(tokenHash: string): Promise<void> {
  await writer().signUp.deleteMany({ where: { tokenHash } });
}

/** Takes a sign-up out: of two who come with the same link at once, the database gives it to one. */
export async function takeSignUp(tx: Transaction, tokenHash: string, at: Date): Promise<TakenSignUp | null> {
  return (await TAKE_SIGN_UP.one(tx, tokenHash, at)) ?? null;
}

export async function deleteSignUpsOf(tx: Transaction, email: string): Promise<void> {
  await tx.signUp.deleteMany({ where: { email } });
}

export async function findAccountId(email: string): Promise<number | null> {
  return (await reader().account.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}

/** @returns the new account's id, or null when the address has an account already. */
export async function insertAccount(tx: Transaction, account: NewAccount): Promise<number | null> {
  const [created] = await tx.account.createManyAndReturn({
    data: [account],
    skipDuplicates: true,
    select: { id: true },
  });
  return created?.id ?? null;
}

export async function insertLink(
  tx: Transaction,
  link: { tokenHash: string; accountId: number; purpose: LinkKind; expiresAt: Date },
): Promise<void> {
  await tx.accountToken.create({ data: link });
}

/** Takes a link out, once; returns whose it was. */
export async function takeLink(
  tx: Transaction,
  tokenHash: string,
  purpose: LinkKind,
  at: Date,
): Promise<number | null> {
  return (await TAKE_LINK.one(tx, tokenHash, purpose, at))?.accountId ?? null;
}

export async function linkStands(tokenHash: string, purpose: LinkKind, at: Date): Promise<boolean> {
  return (await reader().accountToken.count({ where: { tokenHash, purpose, expiresAt: { gt: at } } })) > 0;
}

export async function setProfile(
  tx: Transaction,
  accountId: number,
  profile: { displayName: string | null; region: string; stakeholder: string },
): Promise<void> {
  await tx.account.updateMany({ where: { id: accountId }, data: profile });
}

/** Erases an account with its credentials, sessions, links and grants, and what waits under its address. @throws DomainError "conflict" */
export async function deleteAccountRow(tx: Transaction, accountId: number): Promise<void> {
  const account = await keepingAnAdministrator(DELETE_ACCOUNT.one(tx, accountId));
  if (account) await deleteSignUpsOf(tx, account.email);
}
