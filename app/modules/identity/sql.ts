import { bool, int4, json, list, nullable, statement, text, timestamptz } from "~/platform/db/sql.server";
import type { Grant } from "./actor";

/** Sessions with who acts by them. $1 hashes of their secrets. */
export const FIND_SESSIONS = statement("identity.find-sessions", {
  sql: `
    SELECT s.id AS "sessionId", s.account_id AS "accountId", s.expires_at AS "expiresAt", s.proofs, s.proven_at AS "provenAt",
           a.email, a.display_name AS "displayName", a.region, a.stakeholder,
           (SELECT json_agg(json_build_object('role', g.role, 'consultationId', g.consultation_id)) FROM staff_grant AS g
            WHERE g.account_id = a.id) AS grants
    FROM session AS s JOIN account AS a ON a.id = s.account_id WHERE s.id = ANY($1::text[])`,
  takes: [list(text)],
  gives: {
    sessionId: text,
    accountId: int4,
    expiresAt: timestamptz,
    proofs: list(text),
    provenAt: timestamptz,
    email: text,
    displayName: nullable(text),
    region: text,
    stakeholder: text,
    grants: nullable(json<Grant[]>()),
  },
});

/**
 * A session, unless the password behind its proof has changed. The account is held before its credential, as by all.
 * $1 id, $2 account, $3 its end, $4 the kind of proof, $5 the password's hash, $6 now.
 */
export const INSERT_SESSION = statement("identity.insert-session", {
  sql: `
    WITH used AS (
      UPDATE account SET used_at = $6::timestamptz WHERE id = $2::int RETURNING id
    ), proven AS (
      UPDATE credential AS c SET used_at = $6::timestamptz FROM used
      WHERE c.account_id = used.id AND c.kind = 'password' AND c.secret = $5::text RETURNING c.account_id
    )
    INSERT INTO session (id, account_id, expires_at, proofs, proven_at)
    SELECT $1::text, account_id, $3::timestamptz, ARRAY[$4::text], $6::timestamptz FROM proven`,
  takes: [text, int4, timestamptz, text, text, timestamptz],
});

/** $1 id, $2 its new end, $3 now. */
export const RENEW_SESSION = statement("identity.renew-session", {
  sql: `
    WITH renewed AS (UPDATE session SET expires_at = $2::timestamptz WHERE id = $1::text RETURNING account_id)
    UPDATE account AS a SET used_at = $3::timestamptz FROM renewed WHERE a.id = renewed.account_id`,
  takes: [text, timestamptz, timestamptz],
});

/** A proof that was given in a session, while the password still stands. $1 id, $2 account, $3 proofs, $4 hash, $5 now. */
export const RECORD_PROOF = statement("identity.record-proof", {
  sql: `
    WITH proven AS (
      UPDATE session SET proven_at = $5::timestamptz, proofs = $3::text[] WHERE id = $1::text AND account_id = $2::int
        AND EXISTS (SELECT FROM credential WHERE account_id = $2::int AND kind = 'password' AND secret = $4::text)
      RETURNING account_id
    )
    UPDATE credential AS c SET used_at = $5::timestamptz FROM proven
    WHERE c.account_id = proven.account_id AND c.kind = 'password' AND c.secret = $4::text`,
  takes: [text, int4, list(text), text, timestamptz],
});

/** Nobody opens a session of the account before the transaction ends. $1 account. */
export const HOLD_ACCOUNT = statement("identity.hold-account", {
  sql: `SELECT email FROM account WHERE id = $1::int FOR NO KEY UPDATE`,
  takes: [int4],
  gives: { email: text },
});

/** $1 account. */
export const DELETE_ACCOUNT = statement("identity.delete-account", {
  sql: `DELETE FROM account WHERE id = $1::int RETURNING email`,
  takes: [int4],
  gives: { email: text },
});

/** A sign-up, unless its address has an account: one statement, whichever it is. */
export const INSERT_SIGN_UP = statement("identity.insert-sign-up", {
  sql: `
    INSERT INTO sign_up (token_hash, email, password_hash, display_name, region, stakeholder, locale, pending, browser_hash, expires_at)
    SELECT $1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::timestamptz
    WHERE NOT EXISTS (SELECT FROM account WHERE email = $2::text)`,
  takes: [text, text, text, nullable(text), text, text, text, nullable(text), text, timestamptz],
});

/** $1 the token's hash, $2 now. */
export const TAKE_SIGN_UP = statement("identity.take-sign-up", {
  sql: `
    DELETE FROM sign_up WHERE token_hash = $1::text AND expires_at > $2::timestamptz
    RETURNING email, password_hash AS "passwordHash", display_name AS "displayName", region, stakeholder, locale, pending`,
  takes: [text, timestamptz],
  gives: {
    email: text,
    passwordHash: text,
    displayName: nullable(text),
    region: text,
    stakeholder: text,
    locale: text,
    pending: nullable(text),
  },
});

/** $1 the token's hash, $2 what it is for, $3 now. */
export const TAKE_LINK = statement("identity.take-link", {
  sql: `
    DELETE FROM account_token WHERE token_hash = $1::text AND purpose = $2::text AND expires_at > $3::timestamptz
    RETURNING account_id AS "accountId"`,
  takes: [text, text, timestamptz],
  gives: { accountId: int4 },
});

/** Accounts without a role that nobody has used for $1 months at $2, and that no device is signed in to. */
export const HOLD_IDLE_ACCOUNTS = statement("identity.hold-idle-accounts", {
  sql: `
    SELECT a.id FROM account AS a
    WHERE NOT EXISTS (SELECT FROM staff_grant AS g WHERE g.account_id = a.id)
      AND (a.used_at AT TIME ZONE 'UTC' + make_interval(months => $1::int)) AT TIME ZONE 'UTC' <= $2::timestamptz
      AND NOT EXISTS (SELECT FROM session AS s WHERE s.account_id = a.id AND s.expires_at > $2::timestamptz)
    ORDER BY a.id FOR UPDATE OF a`,
  takes: [int4, timestamptz],
  gives: { id: int4 },
});

/** $1 account, $2 roles, $3 wherever they are held, else $4 in this consultation, or in all (null). */
export const DELETE_GRANTS = statement("identity.delete-grants", {
  sql: `
    DELETE FROM staff_grant WHERE account_id = $1::int AND role = ANY($2::text[])
      AND ($3::bool OR consultation_id IS NOT DISTINCT FROM $4::int)
    RETURNING role, consultation_id AS "consultationId"`,
  takes: [int4, list(text), bool, nullable(int4)],
  gives: { role: text, consultationId: nullable(int4) },
});

/** One change to who administers the site at a time; the database's own rule takes the same lock. */
export const LOCK_ADMINISTRATORS = statement("identity.lock-administrators", {
  sql: `SELECT pg_advisory_xact_lock(2, 0)::text AS held`,
  takes: [],
  gives: { held: nullable(text) },
});
