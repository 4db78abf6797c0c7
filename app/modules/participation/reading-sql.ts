// What people said, as it is read: by themselves, and by everybody.

import {
  bool,
  int2,
  int4,
  json,
  list,
  nullable,
  oneOf,
  statement,
  text,
  timestamptz,
} from "~/platform/db/sql.server";
import { CHANNELS, POSITIONS, type CommentSort } from "./values";
import { STANDINGS, type Standing } from "./visibility";

/** What several people said of several items. $1 consultations, $2 accounts, $3 items, one of each per question asked. */
export const VOICES_OF = statement("participation.voices-of", {
  sql: `
    SELECT q.n::int AS n, p.id AS "participantId", v.position, v.stars
    FROM unnest($1::int[], $2::int[], $3::int[]) WITH ORDINALITY AS q (consultation_id, account_id, item_id, n)
    JOIN participant AS p ON p.consultation_id = q.consultation_id AND p.account_id = q.account_id
    LEFT JOIN voice AS v ON v.participant_id = p.id AND v.item_id = q.item_id`,
  takes: [list(int4), list(int4), list(int4)],
  gives: { n: int4, participantId: int4, position: nullable(oneOf(...POSITIONS)), stars: nullable(int2) },
});

/** Items on which an account's voice counts. $1 account, $2 consultation. */
export const PROGRESS = statement("participation.progress", {
  sql: `
    SELECT v.item_id AS id FROM participant AS p JOIN voice AS v ON v.participant_id = p.id
    WHERE p.account_id = $1::int AND p.consultation_id = $2::int
      AND (v.position IS NOT NULL OR v.stars IS NOT NULL OR v.comments_online + v.comments_event + v.comments_paper > 0)`,
  takes: [int4, int4],
  gives: { id: int4 },
});

/**
 * Stands for somebody who gave no name, on all that they wrote in a consultation. Derived from its key: no row, and no
 * export, can be told by it.
 */
const ALIAS = `upper(encode(substr(sha256(convert_to(format('%s alias %s', (
  SELECT k.pseudonym_key FROM consultation_facts AS k WHERE k.id = p.consultation_id), p.id), 'UTF8')), 1, 4), 'hex'))`;

const COMMENT = `
  c.id, c.item_id AS "itemId", c.parent_id AS "parentId", c.participant_id AS "participantId", c.standing, c.masked, c.channel, c.supports,
  c.created_at AS "createdAt", c.edited_at AS "editedAt", coalesce(c.text, '') AS body,
  p.display_name AS "displayName", CASE WHEN p.display_name IS NULL THEN ${ALIAS} END AS alias, p.region, p.stakeholder`;
const COMMENT_COLUMNS = {
  id: int4,
  itemId: int4,
  parentId: nullable(int4),
  participantId: int4,
  standing: oneOf(...STANDINGS),
  masked: bool,
  channel: oneOf(...CHANNELS),
  supports: int4,
  createdAt: timestamptz,
  editedAt: nullable(timestamptz),
  body: text,
  displayName: nullable(text),
  alias: nullable(text),
  region: text,
  stakeholder: text,
};

/** A page of an item's threads and one more, each with its first replies and one more: whether there are others needs
 * no count. A thread that does not count stays while it has replies that do; OFFSET 0 has that looked up for these few alone,
 * not gathered for all comments. $1 item, $2 threads, $3 skipped, $4 replies. */
const threads = (sort: CommentSort, order: string) =>
  statement(`participation.threads-${sort}`, {
    sql: `
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
      ) AS c JOIN participant AS p ON p.id = c.participant_id`,
    takes: [int4, int4, int4, int4],
    gives: COMMENT_COLUMNS,
  });
export const THREADS = {
  recents: threads("recents", "c.id DESC"),
  soutenus: threads("soutenus", "c.supports DESC, c.id DESC"),
};

/** $1 comment, $2 item. */
export const ONE_COMMENT = statement("participation.one-comment", {
  sql: `
    SELECT ${COMMENT} FROM comment_as_read AS c JOIN participant AS p ON p.id = c.participant_id
    WHERE c.id = $1::int AND c.item_id = $2::int`,
  takes: [int4, int4],
  gives: COMMENT_COLUMNS,
});

/** A page of a thread's replies and one more. $1 thread, $2 replies, $3 skipped. */
export const REPLIES = statement("participation.replies", {
  sql: `
    SELECT ${COMMENT} FROM (
      SELECT * FROM comment_as_read WHERE parent_id = $1::int AND counted ORDER BY id LIMIT $2::int + 1 OFFSET $3::int
    ) AS c JOIN participant AS p ON p.id = c.participant_id ORDER BY c.id`,
  takes: [int4, int4, int4],
  gives: COMMENT_COLUMNS,
});

export const COMMENT_VERSIONS = statement("participation.comment-versions", {
  sql: `SELECT body, replaced_at AS "replacedAt" FROM comment_version WHERE comment_id = $1::int ORDER BY id DESC`,
  takes: [int4],
  gives: { body: text, replacedAt: timestamptz },
});

/** Which of these pairs are a support. $1 participants, $2 comments, one of each per pair. */
export const SUPPORTED = statement("participation.supported", {
  sql: `
    SELECT s.participant_id AS "participantId", s.comment_id AS "commentId"
    FROM unnest($1::int[], $2::int[]) AS q (participant_id, comment_id)
    JOIN support AS s ON s.comment_id = q.comment_id AND s.participant_id = q.participant_id`,
  takes: [list(int4), list(int4)],
  gives: { participantId: int4, commentId: int4 },
});

/** A comment as its author reads it; the instant as JSON has it. */
interface OwnComment {
  id: number;
  body: string;
  standing: Exclude<Standing, "withdrawn">;
  createdAt: string;
}

/** What an account said, item by item, as it wrote it: what was refused, or waits, too. $1 account. */
export const CONTRIBUTIONS = statement("participation.contributions", {
  sql: `
    SELECT c.slug, c.title AS consultation, i.ref, i.title, v.position, v.stars,
           coalesce(said.comments, '[]') AS comments
    FROM participant AS p
    JOIN voice AS v ON v.participant_id = p.id
    JOIN item_facts AS i ON i.id = v.item_id
    JOIN consultation_facts AS c ON c.id = p.consultation_id
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', m.id, 'body', m.body, 'standing', standing(m.publication, m.withdrawn_at),
                                         'createdAt', m.created_at) ORDER BY m.id DESC) AS comments
      FROM comment AS m WHERE m.participant_id = p.id AND m.item_id = i.id AND m.withdrawn_at IS NULL) AS said ON true
    WHERE p.account_id = $1::int AND (v.position IS NOT NULL OR v.stars IS NOT NULL OR said.comments IS NOT NULL)
    ORDER BY c.opens_at DESC, c.id, i.position`,
  takes: [int4],
  gives: {
    slug: text,
    consultation: text,
    ref: text,
    title: text,
    position: nullable(oneOf(...POSITIONS)),
    stars: nullable(int2),
    comments: json<OwnComment[]>(),
  },
});
