import type { Queryable } from "./open.server";

/** A table as a backup needs to know it. */
export interface Table {
  name: string;
  /** The primary key's columns, in its order, with their SQL types. */
  key: { name: string; type: string }[];
  /** Foreign keys to itself: rows may come before those that they point to. */
  loops: string[];
  /** Columns numbered by a sequence. */
  numbered: string[];
}

/** Promises to act (mail under way) are no part of what a backup restores: a second time they would be wrong. */
export const LEFT_OUT = "job";

/** Every table of the application, each after those that it points to. */
export async function readTables(queryable: Queryable): Promise<Table[]> {
  const tables = await queryable.$queryRawUnsafe<(Table & { parents: string[] })[]>(TABLES);
  const sorted: Table[] = [];
  while (sorted.length < tables.length) {
    const next = tables.find(
      (table) =>
        !sorted.includes(table) &&
        table.parents.every((parent) => sorted.some(({ name }) => name === parent)),
    );
    if (!next) throw new Error("Foreign keys go round in a circle: a backup has no order for these tables");
    if (next.key.length === 0)
      throw new Error(`The table ${next.name} has no primary key: a backup cannot page through it`);
    sorted.push(next);
  }
  return sorted;
}

const TABLES = `
  SELECT c.relname::text AS name,
    (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL)) ORDER BY k.n), '[]')
     FROM pg_index AS i CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, n)
     JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.attnum
     WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
    (SELECT coalesce(json_agg(f.conname), '[]') FROM pg_constraint AS f
     WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid = c.oid) AS loops,
    (SELECT coalesce(json_agg(DISTINCT p.relname), '[]') FROM pg_constraint AS f JOIN pg_class AS p ON p.oid = f.confrelid
     WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid <> c.oid) AS parents,
    (SELECT coalesce(json_agg(a.attname), '[]') FROM pg_attribute AS a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL) AS numbered
  FROM pg_class AS c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE '\\_prisma%'
  ORDER BY c.relname`;

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
