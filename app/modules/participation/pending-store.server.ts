import { now } from "~/platform/clock";
import { reader, writer, type Queryable } from "~/platform/db/index.server";
import { jsonb, statement, text, timestamptz } from "~/platform/db/sql.server";
import { pendingSchema, type Pending } from "./pending";

/** $1 hash, $2 slug, $3 ref, $4 payload, $5 until, $6 now. */
const KEEP_PENDING = statement("participation.keep-pending", {
  sql: `
    WITH expired AS (DELETE FROM pending_opinion WHERE expires_at <= $6::timestamptz)
    INSERT INTO pending_opinion (token_hash, slug, ref, payload, expires_at)
    VALUES ($1::text, $2::text, $3::text, $4::jsonb, $5::timestamptz)`,
  takes: [text, text, text, jsonb<object>(), timestamptz, timestamptz],
});

const ROW = { slug: text, ref: text, payload: jsonb<object>() };
/** $1 hash, $2 now. */
const FIND_PENDING = statement("participation.find-pending", {
  sql: `SELECT slug, ref, payload FROM pending_opinion WHERE token_hash = $1::text AND expires_at > $2::timestamptz`,
  takes: [text, timestamptz],
  gives: ROW,
});
const TAKE_PENDING = statement("participation.take-pending", {
  sql: `DELETE FROM pending_opinion WHERE token_hash = $1::text AND expires_at > $2::timestamptz RETURNING slug, ref, payload`,
  takes: [text, timestamptz],
  gives: ROW,
});
const DELETE_PENDING = statement("participation.delete-pending", {
  sql: `DELETE FROM pending_opinion WHERE token_hash = $1::text`,
  takes: [text],
});
const DELETE_EXPIRED_PENDING = statement("participation.delete-expired-pending", {
  sql: `DELETE FROM pending_opinion WHERE expires_at <= $1::timestamptz`,
  takes: [timestamptz],
});

/** Keeps what somebody did under the hash of a secret, and drops what nobody came back for. */
export async function insertPending(
  tokenHash: string,
  { slug, ref, ...payload }: Pending,
  expiresAt: Date,
): Promise<void> {
  await KEEP_PENDING.run(writer(), tokenHash, slug, ref, payload, expiresAt, now());
}

type PendingRow = { slug: string; ref: string; payload: object };

/** What this version does not know how to do is as good as gone. */
const flatten = (row: PendingRow | undefined): Pending | null =>
  (row && pendingSchema.safeParse({ ...row.payload, slug: row.slug, ref: row.ref }).data) ?? null;

export async function findPending(tokenHash: string): Promise<Pending | null> {
  return flatten(await FIND_PENDING.one(reader(), tokenHash, now()));
}

/** Takes it away: of two who ask at once, one gets it; if the transaction fails, it is still there. */
export async function takePending(tx: Queryable, tokenHash: string): Promise<Pending | null> {
  return flatten(await TAKE_PENDING.one(tx, tokenHash, now()));
}

export const deletePending = (tokenHash: string) => DELETE_PENDING.run(writer(), tokenHash);
export const deleteExpiredPending = (now: Date) => DELETE_EXPIRED_PENDING.run(writer(), now);
