import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { DomainError } from "../errors";
import type { Ending } from "../i18n/catalogue";
import { readLines } from "../lines.server";
import { MARK, VERSION, type Header, type Mark } from "./backup.server";
import { migrationNames } from "./schema-engine.server";

/** Rows that are handed on together. */
const PAGE = 500;
/** No row comes near it: a longer line is not ours. */
const LONGEST_LINE = 64 * 1024 * 1024;

export interface Verified {
  /** Those that its tables were made by. */
  migrations: string[];
  tables: string[];
  rows: number;
  sha256: string;
}

export interface Reading {
  onRows?: (table: string, rows: readonly string[]) => Promise<void>;
  onProgress?: (ratio: number) => void;
}

/** Reads a backup to its end, and checks it whole; hands on rows by the thousand. */
export async function readBackup(file: string, { onRows, onProgress }: Reading): Promise<Verified> {
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
  for await (const text of linesOf(file, onProgress)) {
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
  const same =
    tables.length === Object.keys(end.rows).length && tables.every((name) => counts[name] === end.rows[name]);
  if (!same || end.sha256 !== sha256) throw refused("damaged");
  return {
    migrations: header.migrations,
    tables,
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
    sha256,
  };
}

async function* linesOf(file: string, onProgress?: (ratio: number) => void): AsyncGenerator<string> {
  const { size } = await stat(file);
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  // pipe() does not pass errors on: a file that cannot be read would wait for ever.
  source.once("error", (error) => unzipped.destroy(error));
  let begun = false;
  try {
    for await (const lines of readLines(unzipped, LONGEST_LINE)) {
      onProgress?.(source.bytesRead / size);
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
  // One from an older version brings its tables up to date; what a newer one made, nobody here knows.
  const known =
    header.version === VERSION &&
    header.migrations?.length !== 0 &&
    header.migrations?.every((name) => mine.includes(name));
  if (!known) throw refused("other-version", "conflict");
  return header as Header;
}

const readMark = (text: string): Mark => parsed(text, "damaged") as Mark;

function parsed(text: string, otherwise: Ending<"cli:restore.">): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(otherwise);
  }
}

/** Why a file is not restored. */
export const refused = (why: Ending<"cli:restore.">, code: "invalid" | "conflict" = "invalid") =>
  new DomainError(code, `cli:restore.${why}`);
