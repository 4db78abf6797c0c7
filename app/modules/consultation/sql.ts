import { int4, list, statement, text } from "~/platform/db/sql.server";

/** Nobody starts to speak of these items before the transaction ends. $1 items. */
export const LOCK_ITEMS = statement("consultation.lock-items", {
  sql: `SELECT id FROM item WHERE id = ANY($1::int[]) ORDER BY id FOR UPDATE`,
  takes: [list(int4)],
  gives: { id: int4 },
});

/** Items that others hold on to. $1 items. */
export const USED_ITEMS = statement("consultation.used-items", {
  sql: `SELECT DISTINCT id FROM held_rows('item'::regclass, $1::int[]) AS h (id)`,
  takes: [list(int4)],
  gives: { id: int4 },
});

/** $1 items, $2 their positions. */
export const PLACE_ITEMS = statement("consultation.place-items", {
  sql: `
    UPDATE item AS i SET position = p.position FROM unnest($1::int[], $2::int[]) AS p (id, position)
    WHERE i.id = p.id AND i.position <> p.position`,
  takes: [list(int4), list(int4)],
});

/** Items that match, the best first. $1 consultation, $2 query, $3 what stands before its last word, $4 that word. */
export const MATCHES = statement("consultation.matches", {
  sql: `
    WITH q AS (
      SELECT websearch_to_tsquery('french', fold($2::text)) AS whole,
             websearch_to_tsquery('french', fold($3::text)) AS before,
             -- No word, or one that French leaves out, such as "les", is no beginning of anything.
             CASE WHEN numnode(plainto_tsquery('french', fold($4::text))) > 0
               THEN to_tsquery('simple', '''' || fold($4::text) || ''':*') END AS word
    )
    SELECT i.id FROM item AS i, q
    WHERE i.consultation_id = $1::int
      AND (to_tsvector('french', fold(i.title || ' ' || i.body)) @@ q.whole
        OR (q.word IS NOT NULL AND to_tsvector('simple', fold(i.title || ' ' || i.body)) @@ q.word
          AND (numnode(q.before) = 0 OR to_tsvector('french', fold(i.title || ' ' || i.body)) @@ q.before)))
    ORDER BY ts_rank(setweight(to_tsvector('french', fold(i.title)), 'A')
               || setweight(to_tsvector('french', fold(i.body)), 'C'), q.whole) DESC, i.id`,
  takes: [int4, text, text, text],
  gives: { id: int4 },
});

/** Words that a search would find. $1 query, $2 words, $3 the beginning of one that is found too. */
export const MATCHING_WORDS = statement("consultation.matching-words", {
  sql: `
    WITH q AS (
      SELECT nullif(regexp_replace(querytree(websearch_to_tsquery('french', fold($1::text))), '&|<->|<[0-9]+>', '|', 'g'), '')::tsquery AS any_of
    )
    SELECT w.word FROM unnest($2::text[]) AS w (word), q
    WHERE to_tsvector('french', fold(w.word)) @@ q.any_of
       OR (numnode(plainto_tsquery('french', fold($3::text))) > 0 AND starts_with(fold(w.word), fold($3::text)))`,
  takes: [text, list(text), text],
  gives: { word: text },
});
