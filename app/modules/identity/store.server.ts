import { reader, unitOfWork, writer, type Transaction } from "~/platform/db/index.server";
import { now } from "~/platform/clock";
import { keepingAnAdministrator } from "./grants-store.server";
import type { AccountActor, Grant, ProofKind } from "./actor";
import type { Proof } from "./proofs";
import type { LinkKind } from "./rules";

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
  type Row = Omit<AccountActor, "kind" | "id" | "grants" | "session"> & {
    sessionId: string;
    accountId: number;
    expiresAt: Date;
    proofs: ProofKind[];
    provenAt: Date;
    grants: Grant[] | null;
  };
  const rows = await reader().$queryRaw<Row[]>`
    SELECT s.id AS "sessionId", s.account_id AS "accountId", s.expires_at AS "expiresAt",
           s.proofs, s.proven_at AS "provenAt",
           a.email, a.display_name AS "displayName", a.region, a.stakeholder,
           (SELECT json_agg(json_build_object('role', g.role, 'consultationId', g.consultation_id)) FROM staff_grant AS g
            WHERE g.account_id = a.id) AS grants
    FROM session s JOIN account a ON a.id = s.account_id WHERE s.id = ANY(${ids})`;
  return rows.map(({ sessionId: id, accountId, expiresAt, proofs, provenAt, grants, ...actor }) => ({
    session: { id, accountId, expiresAt },
    actor: {
      kind: "account",
      id: accountId,
      session: { id, proofs, provenAt },
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
  const at = now();
  const inserted = await writer().$executeRaw`
    WITH used AS (
      UPDATE account SET used_at = ${at}::timestamptz WHERE id = ${accountId} RETURNING id
    ), proven AS (
      UPDATE credential AS c SET used_at = ${at}::timestamptz FROM used
      WHERE c.account_id = used.id AND c.kind = 'password' AND c.secret = ${hash} RETURNING c.account_id
    )
    INSERT INTO session (id, account_id, expires_at, proofs, proven_at)
    SELECT ${id}, account_id, ${expiresAt}::timestamptz, ARRAY[${kind}::text], ${at}::timestamptz FROM proven`;
  return inserted === 1;
}

export async function renewSession(id: string, expiresAt: Date): Promise<void> {
  await writer().$executeRaw`
    WITH renewed AS (UPDATE session SET expires_at = ${expiresAt}::timestamptz WHERE id = ${id} RETURNING account_id)
    UPDATE account AS a SET used_at = ${now()}::timestamptz FROM renewed WHERE a.id = renewed.account_id`;
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
  const inserted = await tx.$executeRaw`
    INSERT INTO sign_up (token_hash, email, password_hash, display_name, region, stakeholder, locale, pending, browser_hash, expires_at)
    SELECT ${row.tokenHash}, ${row.email}, ${row.passwordHash}, ${row.displayName}, ${row.region}, ${row.stakeholder},
           ${row.locale}, ${row.pending}, ${row.browserHash}, ${row.expiresAt}::timestamptz
    WHERE NOT EXISTS (SELECT FROM account WHERE email = ${row.email})`;
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
  const [row] = await tx.$queryRaw<TakenSignUp[]>`
    DELETE FROM sign_up WHERE token_hash = ${tokenHash} AND expires_at > ${at}::timestamptz
    RETURNING email, password_hash AS "passwordHash", display_name AS "displayName", region, stakeholder, locale, pending`;
  return row ?? null;
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
  const [row] = await tx.$queryRaw<{ accountId: number }[]>`
    DELETE FROM account_token WHERE token_hash = ${tokenHash} AND purpose = ${purpose} AND expires_at > ${at}::timestamptz
    RETURNING account_id AS "accountId"`;
  return row?.accountId ?? null;
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
  const [account] = await keepingAnAdministrator(
    tx.$queryRaw<{ email: string }[]>`DELETE FROM account WHERE id = ${accountId} RETURNING email`,
  );
  if (account) await deleteSignUpsOf(tx, account.email);
}
