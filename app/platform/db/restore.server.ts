import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { DomainError } from "../errors";
import { readLines } from "../lines.server";
import { MARK, VERSION, type Header, type Mark } from "./backup.server";
import { quoted, readTables, type Table } from "./backup-tables.server";
import { db, type Queryable } from "./index.server";
import { longTransaction } from "./long.server";
import { migrationNames } from "./schema-engine.server";

const PAGE = 1_000;
/** No row comes near it: a longer line is not ours. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * Replaces all that the database holds by a backup, in one transaction. The file is read to its end before anything is
 * touched.
 * @returns rows restored.
 * @throws DomainError "invalid" when the file is no backup, is damaged or cut short; "conflict" when it comes from another version.
 */
export async function restore(file: string): Promise<number> {
  const verified = await readBackup(file, {});
  return longTransaction(async (tx) => {
    const tables = await readTables(tx);
    const known = tables.map(({ name }) => name);
    if (verified.tables.some((name) => !known.includes(name))) throw refused("other-version", "conflict");
    await withoutRules(tx, tables, async () => {
      await tx.$executeRawUnsafe(`TRUNCATE ${known.map(quoted).join(", ")}`);
      const again = await readBackup(file, {
        onRows: async (table, rows) => {
          const name = quoted(table);
          await tx.$executeRawUnsafe(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1::json)`, `[${rows.join(",")}]`);
        },
      });
      if (again.sha256 !== verified.sha256) throw refused("changed");
    });
    for (const table of tables) await continueNumbers(tx, table);
    return verified.rows;
  });
}

/** Lets the planner know what it has now: the figures that it plans by are not part of a backup. */
export const refreshPlans = (): Promise<number> => db().prisma.$executeRawUnsafe("ANALYZE");

/** Runs `work` while rows enter as they are: uncounted, and in any order within a table. */
async function withoutRules(tx: Queryable, tables: Table[], work: () => Promise<void>): Promise<void> {
  const forAll = async (change: (table: Table) => string[]) => {
    for (const table of tables) for (const action of change(table)) await tx.$executeRawUnsafe(`ALTER TABLE ${quoted(table.name)} ${action}`);
  };
  await forAll(({ loops }) => [
    "DISABLE TRIGGER USER",
    ...loops.map((name) => `ALTER CONSTRAINT ${quoted(name)} DEFERRABLE INITIALLY DEFERRED`),
  ]);
  await work();
  await tx.$executeRawUnsafe("SET CONSTRAINTS ALL IMMEDIATE");
  await forAll(({ loops }) => [
    "ENABLE TRIGGER USER",
    ...loops.map((name) => `ALTER CONSTRAINT ${quoted(name)} NOT DEFERRABLE`),
  ]);
}

async function continueNumbers(tx: Queryable, { name, numbered }: Table): Promise<void> {
  for (const column of numbered) {
    await tx.$queryRawUnsafe(
      `SELECT setval(pg_get_serial_sequence($1, $2), greatest(max(${quoted(column)}), 1), max(${quoted(column)}) IS NOT NULL)::text FROM ${quoted(name)}`,
      quoted(name), column,
    );
  }
}

interface Verified {
  tables: string[];
  rows: number;
  sha256: string;
}

/** Reads a backup to its end, and checks it whole; hands on rows by the thousand. */
async function readBackup(file: string, { onRows }: { onRows?: (table: string, rows: string[]) => Promise<void> }): Promise<Verified> {
  const hash = createHash("sha256");
  const counts: Record<string, number> = {};
  let header: Header | undefined;
  let table: string | undefined;
  let end: Extract<Mark, { $end: unknown }>["$end"] | undefined;
  let rows: string[] = [];
  const flush = async () => {
    if (table && rows.length > 0) await onRows?.(table, rows);
    rows = [];
  };
  for await (const text of linesOf(file)) {
    if (end) throw refused("damaged");
    if (!header) {
      header = readHeader(text);
    } else if (text.startsWith(MARK)) {
      await flush();
      const mark = readMark(text);
      if ("$end" in mark) {
        end = mark.$end;
        continue;
      }
      table = mark.$table;
      counts[table] = 0;
    } else {
      if (!table) throw refused("damaged");
      counts[table] = (counts[table] ?? 0) + 1;
      if (onRows) rows.push(text);
      if (rows.length >= PAGE) await flush();
    }
    hash.update(`${text}\n`);
  }
  if (!header || !end) throw refused(header ? "cut-short" : "not-a-backup");
  const sha256 = hash.digest("hex");
  const tables = Object.keys(counts);
  const same = tables.length === Object.keys(end.rows).length && tables.every((name) => counts[name] === end.rows[name]);
  if (!same || end.sha256 !== sha256) throw refused("damaged");
  return { tables, rows: Object.values(counts).reduce((sum, count) => sum + count, 0), sha256 };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  // pipe() does not pass errors on: a file that cannot be read would wait for ever.
  source.once("error", (error) => unzipped.destroy(error));
  let begun = false;
  try {
    for await (const lines of readLines(unzipped, LONGEST_LINE)) {
      for (const { bytes } of lines) {
        if (bytes === "too-long") throw refused("damaged");
        begun = true;
        yield bytes.toString();
      }
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "Z_BUF_ERROR") throw refused("cut-short");
    if (code.startsWith("Z_")) throw refused(begun ? "damaged" : "not-a-backup");
    throw error;
  } finally {
    source.destroy();
  }
}

function readHeader(text: string): Header {
  const header = parsed(text, "not-a-backup") as Partial<Header> | null;
  if (header?.concertation !== "backup") throw refused("not-a-backup");
  const mine = migrationNames();
  const same = header.version === VERSION && header.migrations?.length === mine.length && mine.every((name) => header.migrations?.includes(name));
  if (!same) throw refused("other-version", "conflict");
  return header as Header;
}

const readMark = (text: string): Mark => parsed(text, "damaged") as Mark;

function parsed(text: string, otherwise: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(otherwise);
  }
}

const refused = (why: string, code: "invalid" | "conflict" = "invalid") => new DomainError(code, `cli:restore.${why}`);
