import { int4, list, statement } from "~/platform/db/sql.server";

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
