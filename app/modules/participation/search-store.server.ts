import { int4, statement, text, timestamptz } from "~/platform/db/sql.server";
import { reader } from "~/platform/db/index.server";

/** $1 consultation, $2 query, $3 comments that are ranked, $4 how many, $5 skipped. The index is that of the view's `text`. */
const MATCHES = statement("participation.search", {
  sql: `
    WITH q AS (SELECT websearch_to_tsquery('french', fold($2::text)) AS whole), found AS (
      SELECT c.item_id, c.id, c.text, c.created_at FROM comment_as_read AS c
      WHERE c.consultation_id = $1::int AND c.readable
        AND to_tsvector('french', fold(c.text)) @@ (SELECT whole FROM q)
      ORDER BY c.id DESC LIMIT $3::int
    )
    SELECT f.item_id AS "itemId", f.id, f.text AS body, f.created_at AS "createdAt" FROM found AS f, q
    ORDER BY ts_rank(to_tsvector('french', fold(f.text)), q.whole) DESC, f.id DESC LIMIT $4::int OFFSET $5::int`,
  takes: [int4, text, int4, int4, int4],
  gives: { itemId: int4, id: int4, body: text, createdAt: timestamptz },
});

/** How many comments match, at most $3. $1 consultation, $2 query. */
const COUNT = statement("participation.search-count", {
  sql: `
    SELECT count(*)::int AS n FROM (
      SELECT FROM comment_as_read AS c WHERE c.consultation_id = $1::int AND c.readable
        AND to_tsvector('french', fold(c.text)) @@ websearch_to_tsquery('french', fold($2::text)) LIMIT $3::int) AS found`,
  takes: [int4, text, int4],
  gives: { n: int4 },
});

/** Comments that everybody may read and that match: of the latest `most`, the best first. */
export const findComments = (
  consultationId: number,
  query: string,
  { most, limit, offset }: { most: number; limit: number; offset: number },
) => (limit > 0 ? MATCHES.all(reader(), consultationId, query, most, limit, offset) : Promise.resolve([]));

/** How many there are, counted no further than `most`. */
export async function countComments(consultationId: number, query: string, most: number): Promise<number> {
  return (await COUNT.one(reader(), consultationId, query, most))?.n ?? 0;
}
