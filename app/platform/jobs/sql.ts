import { float8, int4, jsonb, list, nullable, statement, text, timestamptz } from "../db/sql.server";

// One clock for all processes: the database's.

/** Told to all processes with the commit. $1 name, $2 payload. */
export const ENQUEUE = statement("platform.enqueue", {
  sql: `
    WITH kept AS (INSERT INTO job (name, payload) VALUES ($1::text, $2::jsonb) RETURNING id)
    SELECT kept.id, pg_notify('jobs', '')::text AS told FROM kept`,
  takes: [text, jsonb<unknown>()],
  gives: { id: int4, told: text },
});

/** $1 names of what recurs; once each, whoever else says so. */
export const RECUR = statement("platform.recur", {
  sql: `INSERT INTO job (name, key) SELECT n, n FROM unnest($1::text[]) AS n ON CONFLICT (key) DO NOTHING`,
  takes: [list(text)],
});

/** Takes one that is due and that nobody holds. $1 names that this process knows, $2 seconds. */
export const CLAIM = statement("platform.claim", {
  sql: `
    UPDATE job SET locked_until = now() + make_interval(secs => $2::float8), attempts = attempts + 1
    WHERE id = (
      SELECT id FROM job
      WHERE state = 'waiting' AND run_at <= now() AND (locked_until IS NULL OR locked_until <= now()) AND name = ANY($1::text[])
      ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, name, payload, attempts`,
  takes: [list(text), float8],
  gives: { id: int4, name: text, payload: nullable(jsonb<unknown>()), attempts: int4 },
});

// Whoever was taken for dead, and has seen another claim what it held, changes nothing: $1 job, $2 its attempts.

/** $3 seconds. */
export const RENEW = statement("platform.renew", {
  sql: `UPDATE job SET locked_until = now() + make_interval(secs => $3::float8) WHERE id = $1::int AND attempts = $2::int`,
  takes: [int4, int4, float8],
});
export const DONE = statement("platform.done", {
  sql: `DELETE FROM job WHERE id = $1::int AND attempts = $2::int`,
  takes: [int4, int4],
});
/** $3 seconds from now, $4 attempts to go on from, $5 the kind of error, if any. */
export const AGAIN = statement("platform.again", {
  sql: `
    UPDATE job SET run_at = now() + make_interval(secs => $3::float8), locked_until = NULL, attempts = $4::int, problem = $5::text
    WHERE id = $1::int AND attempts = $2::int`,
  takes: [int4, int4, float8, int4, nullable(text)],
});
/** $3 the kind of error. */
export const GIVE_UP = statement("platform.give-up", {
  sql: `UPDATE job SET state = 'failed', locked_until = NULL, problem = $3::text WHERE id = $1::int AND attempts = $2::int`,
  takes: [int4, int4, text],
});

/** What was given up, or is tried too often. */
const hasFailed = (limit: string) => `(state = 'failed' OR attempts > ${limit}::int)`;

/** $1 attempts from which it is too often. */
export const FAILED = statement("platform.failed-jobs", {
  sql: `
    SELECT id, name, created_at AS "createdAt", attempts, coalesce(problem, '') AS problem FROM job
    WHERE ${hasFailed("$1")} ORDER BY id DESC LIMIT 100`,
  takes: [int4],
  gives: { id: int4, name: text, createdAt: timestamptz, attempts: int4, problem: text },
});
/** $1 job, null for all that failed, $2 attempts from which it is too often. */
export const RETRY = statement("platform.retry-jobs", {
  sql: `
    WITH again AS (
      UPDATE job SET state = 'waiting', run_at = now(), attempts = 0
      WHERE ($1::int IS NULL OR id = $1::int) AND ${hasFailed("$2")} AND (locked_until IS NULL OR locked_until <= now())
      RETURNING id)
    SELECT again.id, pg_notify('jobs', '')::text AS told FROM again`,
  takes: [nullable(int4), int4],
  gives: { id: int4, told: text },
});
/** What was given up so long ago holds addresses for nothing. $1 days. */
export const DELETE_FAILED = statement("platform.delete-failed-jobs", {
  sql: `DELETE FROM job WHERE state = 'failed' AND run_at < now() - make_interval(days => $1::int)`,
  takes: [int4],
});
