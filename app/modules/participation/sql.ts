// The statements of this module. Each says what it must hold; the database holds the rest (unique keys, checks, and the
// triggers that keep tally, turnout and voice.comments_* exact in the same transaction).

/**
 * Holds a consultation until the transaction ends: its dates cannot change, and writers come one after the other, in
 * the order in which every writing transaction starts, so that none deadlocks. $1 slug, $2 refs of the items to read.
 */
export const HOLD = `
  SELECT c.id, c.status, c.opens_at AS "opensAt", c.closes_at AS "closesAt", pg_advisory_xact_lock(1, c.id)::text AS held,
         (SELECT coalesce(json_agg(json_build_object('id', i.id, 'ref', i.ref, 'opens', json_build_object(
                   'vote', i.opens_vote, 'stars', i.opens_stars, 'comments', i.opens_comments))), '[]')
          FROM item AS i WHERE i.consultation_id = c.id AND i.ref = ANY($2::text[])) AS items
  FROM consultation AS c WHERE c.slug = $1 FOR SHARE`;

/**
 * $1 consultation, $2 account, $3 name, $4 region, $5 stakeholder → the participant's id, new or not, by that name. Not
 * tried when they are there already: a conflict would burn a number of the sequence.
 */
export const JOIN_IN = `
  WITH joined AS (
    INSERT INTO participant (consultation_id, account_id, display_name, region, stakeholder)
    SELECT $1::int, $2::int, $3::text, $4::text, $5::text
    WHERE NOT EXISTS (SELECT 1 FROM participant AS p WHERE p.consultation_id = $1::int AND p.account_id = $2::int)
    ON CONFLICT DO NOTHING RETURNING id
  ), renamed AS (
    UPDATE participant SET display_name = $3::text
    WHERE consultation_id = $1::int AND account_id = $2::int AND display_name IS DISTINCT FROM $3::text
  )
  SELECT id FROM joined UNION ALL SELECT id FROM participant WHERE consultation_id = $1::int AND account_id = $2::int`;

/** A new comment, once per submission. $1 consultation, $2 item, $3 participant, $4 parent, $5 text, $6 now, $7 submission. */
export const ADD_COMMENT = `
  INSERT INTO comment (consultation_id, item_id, participant_id, parent_id, body, created_at, submission)
  VALUES ($1::int, $2::int, $3::int, $4::int, $5::text, $6::timestamptz, $7::text)
  ON CONFLICT (submission) DO NOTHING RETURNING id`;

/** A comment that may be replied to: of this item, at the top, readable. */
export const REPLIABLE = `
  SELECT id FROM comment_as_read WHERE id = $1::int AND item_id = $2::int AND parent_id IS NULL AND readable`;

/** $1 comment, $2 item, $3 account → the comment as its author, or its would-be supporter, must know it; locked. */
export const HOLD_COMMENT = `
  SELECT c.id, standing(c.publication, c.withdrawn_at) AS standing, NOT isempty(c.masks) AS masked, c.body, p.account_id IS NOT DISTINCT FROM $3::int AS mine
  FROM comment AS c JOIN participant AS p ON p.id = c.participant_id
  WHERE c.id = $1::int AND c.item_id = $2::int FOR UPDATE OF c`;

/** Replaces a text and keeps the earlier one. $1 comment, $2 text, $3 now. */
export const EDIT_COMMENT = `
  WITH kept AS (
    INSERT INTO comment_version (comment_id, body, replaced_at) SELECT id, body, $3::timestamptz FROM comment WHERE id = $1::int
  )
  UPDATE comment SET body = $2::text, edited_at = $3::timestamptz WHERE id = $1::int`;

/** $1 comment, $2 now. */
export const WITHDRAW_COMMENT = `
  UPDATE comment SET withdrawn_at = $2::timestamptz WHERE id = $1::int AND withdrawn_at IS NULL`;

/** $1 comment, $2 publication, $3 where masked passages start, $4 where they end. */
export const JUDGE_COMMENT = `
  UPDATE comment SET publication = $2::text, masks = (
    SELECT coalesce(range_agg(int4range(m.since, m.until)), '{}') FROM unnest($3::int[], $4::int[]) AS m (since, until))
  WHERE id = $1::int`;

/** $1 comment, $2 participant. The count changes only when a support does. */
export const SUPPORT = `
  WITH added AS (INSERT INTO support (comment_id, participant_id) VALUES ($1::int, $2::int)
                 ON CONFLICT DO NOTHING RETURNING comment_id)
  UPDATE comment AS c SET supports = c.supports + 1 FROM added WHERE c.id = added.comment_id`;
export const UNSUPPORT = `
  WITH removed AS (DELETE FROM support WHERE comment_id = $1::int AND participant_id = $2::int RETURNING comment_id)
  UPDATE comment AS c SET supports = c.supports - 1 FROM removed WHERE c.id = removed.comment_id`;

/** What several people said of several items. $1 consultations, $2 accounts, $3 items, one of each per question asked. */
export const VOICES_OF = `
  SELECT q.n::int AS n, p.id AS "participantId", v.position, v.stars
  FROM unnest($1::int[], $2::int[], $3::int[]) WITH ORDINALITY AS q (consultation_id, account_id, item_id, n)
  JOIN participant AS p ON p.consultation_id = q.consultation_id AND p.account_id = q.account_id
  LEFT JOIN voice AS v ON v.participant_id = p.id AND v.item_id = q.item_id`;

/** Items on which an account's voice counts. $1 account, $2 consultation. */
export const PROGRESS = `
  SELECT v.item_id AS id FROM participant AS p JOIN voice AS v ON v.participant_id = p.id
  WHERE p.account_id = $1::int AND p.consultation_id = $2::int
    AND (v.position IS NOT NULL OR v.stars IS NOT NULL OR v.comments_online + v.comments_event + v.comments_paper > 0)`;

/**
 * Stands for somebody who gave no name, on all that they wrote in a consultation. Derived from its key: no row, and no
 * export, can be told by it.
 */
const ALIAS = `upper(encode(substr(sha256(convert_to(format('%s alias %s', (
  SELECT k.pseudonym_key FROM consultation AS k WHERE k.id = p.consultation_id), p.id), 'UTF8')), 1, 4), 'hex'))`;

const COMMENT = `
  c.id, c.item_id AS "itemId", c.parent_id AS "parentId", c.participant_id AS "participantId", c.standing, c.masked, c.channel, c.supports,
  c.created_at AS "createdAt", c.edited_at AS "editedAt", coalesce(c.text, '') AS body,
  p.display_name AS "displayName", CASE WHEN p.display_name IS NULL THEN ${ALIAS} END AS alias, p.region, p.stakeholder`;

const threads = (order: string) => `
  WITH page AS MATERIALIZED (
    SELECT c.* FROM comment_as_read AS c
    WHERE c.item_id = $1::int AND c.parent_id IS NULL AND (c.counted OR EXISTS (
      SELECT 1 FROM comment_as_read AS r WHERE r.parent_id = c.id AND r.counted OFFSET 0))
    ORDER BY ${order} LIMIT $2::int + 1 OFFSET $3::int
  )
  SELECT ${COMMENT} FROM (
    SELECT * FROM page
    UNION ALL
    SELECT r.* FROM page CROSS JOIN LATERAL (
      SELECT * FROM comment_as_read WHERE parent_id = page.id AND counted ORDER BY id LIMIT $4::int + 1) AS r
  ) AS c JOIN participant AS p ON p.id = c.participant_id`;

/** A page of an item's threads and one more, each with its first replies and one more: whether there are others needs
 * no count. A thread that does not count stays while it has replies that do; OFFSET 0 has that looked up for these few alone,
 * not gathered for all comments. $1 item, $2 threads, $3 skipped, $4 replies. */
export const THREADS = {
  recents: threads("c.id DESC"),
  soutenus: threads("c.supports DESC, c.id DESC"),
};

/** $1 comment, $2 item. */
export const ONE_COMMENT = `
  SELECT ${COMMENT} FROM comment_as_read AS c JOIN participant AS p ON p.id = c.participant_id
  WHERE c.id = $1::int AND c.item_id = $2::int`;

/** A page of a thread's replies and one more. $1 thread, $2 replies, $3 skipped. */
export const REPLIES = `
  SELECT ${COMMENT} FROM (
    SELECT * FROM comment_as_read WHERE parent_id = $1::int AND counted ORDER BY id LIMIT $2::int + 1 OFFSET $3::int
  ) AS c JOIN participant AS p ON p.id = c.participant_id ORDER BY c.id`;

export const COMMENT_VERSIONS = `
  SELECT body, replaced_at AS "replacedAt" FROM comment_version WHERE comment_id = $1::int ORDER BY id DESC`;

/** Which of these pairs are a support. $1 participants, $2 comments, one of each per pair. */
export const SUPPORTED = `
  SELECT s.participant_id AS "participantId", s.comment_id AS "commentId"
  FROM unnest($1::int[], $2::int[]) AS q (participant_id, comment_id)
  JOIN support AS s ON s.comment_id = q.comment_id AND s.participant_id = q.participant_id`;

/** What an account said, item by item, as it wrote it: what was refused, or waits, too. $1 account. */
export const CONTRIBUTIONS = `
  SELECT c.slug, c.title AS consultation, i.ref, i.title, v.position, v.stars,
         coalesce(said.comments, '[]') AS comments
  FROM participant AS p
  JOIN voice AS v ON v.participant_id = p.id
  JOIN item AS i ON i.id = v.item_id
  JOIN consultation AS c ON c.id = p.consultation_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', m.id, 'body', m.body, 'standing', standing(m.publication, m.withdrawn_at),
                                       'createdAt', m.created_at) ORDER BY m.id DESC) AS comments
    FROM comment AS m WHERE m.participant_id = p.id AND m.item_id = i.id AND m.withdrawn_at IS NULL) AS said ON true
  WHERE p.account_id = $1::int AND (v.position IS NOT NULL OR v.stars IS NOT NULL OR said.comments IS NOT NULL)
  ORDER BY c.opens_at DESC, c.id, i.position`;

/** $1 hash, $2 slug, $3 ref, $4 payload, $5 until, $6 now. */
export const KEEP_PENDING = `
  WITH expired AS (DELETE FROM pending_opinion WHERE expires_at <= $6::timestamptz)
  INSERT INTO pending_opinion (token_hash, slug, ref, payload, expires_at)
  VALUES ($1::text, $2::text, $3::text, $4::jsonb, $5::timestamptz)`;
export const FIND_PENDING = `
  SELECT slug, ref, payload FROM pending_opinion WHERE token_hash = $1::text AND expires_at > $2::timestamptz`;
export const TAKE_PENDING = `
  DELETE FROM pending_opinion WHERE token_hash = $1::text AND expires_at > $2::timestamptz RETURNING slug, ref, payload`;

const NOT_CLOSED = `SELECT p.id FROM participant AS p JOIN consultation AS c ON c.id = p.consultation_id
  WHERE p.account_id = $1::int AND c.closes_at > $4::timestamptz`;

/**
 * Holds, as HOLD does, every consultation that is not closed: somebody may be joining one at this very moment, and their
 * voice must not keep a profile that has changed. $1 now.
 */
export const HOLD_ALL = `
  SELECT h.closes_at AS "closesAt", pg_advisory_xact_lock(1, h.id)::text AS held FROM (
    SELECT c.id, c.closes_at FROM consultation AS c WHERE c.closes_at > $1::timestamptz ORDER BY c.id FOR SHARE) AS h`;

/** Counts follow by the triggers. $1 account, $2 region, $3 stakeholder, $4 now. */
export const MOVE_PARTICIPANTS = `
  UPDATE participant SET region = $2::text, stakeholder = $3::text WHERE id IN (${NOT_CLOSED})
    AND (region, stakeholder) <> ($2::text, $3::text)`;
export const MOVE_VOICES = `
  UPDATE voice SET region = $2::text, stakeholder = $3::text WHERE participant_id IN (${NOT_CLOSED})
    AND (region, stakeholder) <> ($2::text, $3::text)`;

export const FORGET = `UPDATE participant SET account_id = NULL, display_name = NULL WHERE account_id = $1::int`;

/** A new name stands beside all that was written before. $1 account, $2 name. */
export const RENAME = `
  UPDATE participant SET display_name = $2::text WHERE account_id = $1::int AND display_name IS DISTINCT FROM $2::text`;
