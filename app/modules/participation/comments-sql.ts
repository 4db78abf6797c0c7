// How comments are written, supported and judged. Triggers keep voice.comments_* exact in the same transaction.

import { bool, int4, list, nullable, oneOf, statement, text, timestamptz } from "~/platform/db/sql.server";
import { PUBLICATIONS, STANDINGS } from "./visibility";

/** A new comment, once per submission. $1 consultation, $2 item, $3 participant, $4 parent, $5 text, $6 now, $7 submission. */
export const ADD_COMMENT = statement("participation.add-comment", {
  sql: `
    INSERT INTO comment (consultation_id, item_id, participant_id, parent_id, body, created_at, submission)
    VALUES ($1::int, $2::int, $3::int, $4::int, $5::text, $6::timestamptz, $7::text)
    ON CONFLICT (submission) DO NOTHING RETURNING id`,
  takes: [int4, int4, int4, nullable(int4), text, timestamptz, nullable(text)],
  gives: { id: int4 },
});

/** The comment that a submission made. $1 submission. */
export const BY_SUBMISSION = statement("participation.comment-by-submission", {
  sql: `SELECT id FROM comment WHERE submission = $1::text`,
  takes: [nullable(text)],
  gives: { id: int4 },
});

/** A comment that may be replied to: of this item, at the top, readable. */
export const REPLIABLE = statement("participation.repliable", {
  sql: `SELECT id FROM comment_as_read WHERE id = $1::int AND item_id = $2::int AND parent_id IS NULL AND readable`,
  takes: [int4, int4],
  gives: { id: int4 },
});

/** $1 comment, $2 item, $3 account → the comment as its author, or its would-be supporter, must know it; locked. */
export const HOLD_COMMENT = statement("participation.hold-comment", {
  sql: `
    SELECT c.id, standing(c.publication, c.withdrawn_at) AS standing, NOT isempty(c.masks) AS masked, c.body, p.account_id IS NOT DISTINCT FROM $3::int AS mine
    FROM comment AS c JOIN participant AS p ON p.id = c.participant_id
    WHERE c.id = $1::int AND c.item_id = $2::int FOR UPDATE OF c`,
  takes: [int4, int4, int4],
  gives: { id: int4, standing: oneOf(...STANDINGS), masked: bool, body: text, mine: bool },
});

/** Replaces a text and keeps the earlier one. $1 comment, $2 text, $3 now. */
export const EDIT_COMMENT = statement("participation.edit-comment", {
  sql: `
    WITH kept AS (
      INSERT INTO comment_version (comment_id, body, replaced_at) SELECT id, body, $3::timestamptz FROM comment WHERE id = $1::int
    )
    UPDATE comment SET body = $2::text, edited_at = $3::timestamptz WHERE id = $1::int`,
  takes: [int4, text, timestamptz],
});

/** $1 comment, $2 now. */
export const WITHDRAW_COMMENT = statement("participation.withdraw-comment", {
  sql: `UPDATE comment SET withdrawn_at = $2::timestamptz WHERE id = $1::int AND withdrawn_at IS NULL`,
  takes: [int4, timestamptz],
});

/** $1 comment, $2 publication, $3 where masked passages start, $4 where they end. */
export const JUDGE_COMMENT = statement("participation.judge-comment", {
  sql: `
    UPDATE comment SET publication = $2::text, masks = (
      SELECT coalesce(range_agg(int4range(m.since, m.until)), '{}') FROM unnest($3::int[], $4::int[]) AS m (since, until))
    WHERE id = $1::int`,
  takes: [int4, oneOf(...PUBLICATIONS), list(int4), list(int4)],
});

/** $1 comment, $2 participant. The count changes only when a support does. */
export const SUPPORT = statement("participation.support", {
  sql: `
    WITH added AS (INSERT INTO support (comment_id, participant_id) VALUES ($1::int, $2::int)
                   ON CONFLICT DO NOTHING RETURNING comment_id)
    UPDATE comment AS c SET supports = c.supports + 1 FROM added WHERE c.id = added.comment_id`,
  takes: [int4, int4],
});
export const UNSUPPORT = statement("participation.unsupport", {
  sql: `
    WITH removed AS (DELETE FROM support WHERE comment_id = $1::int AND participant_id = $2::int RETURNING comment_id)
    UPDATE comment AS c SET supports = c.supports - 1 FROM removed WHERE c.id = removed.comment_id`,
  takes: [int4, int4],
});
