import { createHash } from "node:crypto";
import { writeWhole, type Write } from "../files.server";
import { LEFT_OUT, quoted, readTables, type Table } from "./backup-tables.server";
import type { Queryable } from "./open.server";
import { snapshot } from "./unit.server";
import { migrationNames } from "./schema-engine.server";

// A backup is JSON, a line each, compressed: a header, then for each table its name and its rows as the database writes
// them, then how many rows each table has and the SHA-256 of all lines before. It says nothing of which database made it.

export const VERSION = 1;

export interface Header {
  concertation: "backup";
  version: number;
  migrations: string[];
  createdAt: string;
}

/** How a line that is no row begins: no column has such a name. */
export const MARK = '{"$';
export type Mark = { $table: string } | { $end: { rows: Record<string, number>; sha256: string } };

const PAGE = 1_000;

/** Writes every table to `file`, as they all stood at one instant. It holds personal data: only its owner reads it. @returns rows written. */
export const backup = (
  file: string,
  at: Date,
  onProgress: (rows: number) => void = () => {},
): Promise<number> =>
  writeWhole(file, (write) => snapshot((tx) => writeTables(tx, write, at, onProgress)), {
    gzip: true,
    mode: 0o600,
  });

async function writeTables(
  tx: Queryable,
  write: Write,
  at: Date,
  onProgress: (rows: number) => void,
): Promise<number> {
  const hash = createHash("sha256");
  const put = async (text: string) => {
    hash.update(`${text}\n`);
    await write(`${text}\n`);
  };
  const header: Header = {
    concertation: "backup",
    version: VERSION,
    migrations: migrationNames(),
    createdAt: at.toISOString(),
  };
  await put(JSON.stringify(header));
  const rows: Record<string, number> = {};
  let total = 0;
  for (const table of await readTables(tx)) {
    if (table.name === LEFT_OUT) continue;
    await put(JSON.stringify({ $table: table.name } satisfies Mark));
    rows[table.name] = 0;
    for await (const { lines, count } of pagesOf(tx, table)) {
      rows[table.name] = (rows[table.name] ?? 0) + count;
      await put(lines);
      onProgress((total += count));
    }
  }
  await write(`${JSON.stringify({ $end: { rows, sha256: hash.digest("hex") } } satisfies Mark)}\n`);
  return total;
}

/** The rows of a table in the order of its key, as lines. */
async function* pagesOf(
  tx: Queryable,
  { name, key }: Table,
): AsyncGenerator<{ lines: string; count: number }> {
  const columns = key.map((column) => quoted(column.name)).join(", ");
  const places = key.map(({ type }, index) => `$${index + 1}::text::${type}`).join(", ");
  for (let after: string[] | undefined; ;) {
    const [page] = await tx.$queryRawUnsafe<{ lines: string | null; count: number }[]>(
      `SELECT string_agg(row_to_json(t)::text, E'\\n' ORDER BY ${columns}) AS lines, count(*)::int AS count
       FROM (SELECT * FROM ${quoted(name)} ${after ? `WHERE (${columns}) > (${places})` : ""} ORDER BY ${columns} LIMIT ${PAGE}) AS t`,
      ...(after ?? []),
    );
    if (!page?.lines) return;
    const last = JSON.parse(page.lines.slice(page.lines.lastIndexOf("\n") + 1)) as Record<string, unknown>;
    after = key.map((column) => String(last[column.name]));
    yield { lines: page.lines, count: page.count };
  }
}
