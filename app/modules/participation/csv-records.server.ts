import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import { readLines, type Line } from "~/platform/lines.server";

/** A record of a CSV file, or why there is none. `line` is where it starts, counted from 1. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; problem: CsvProblem };
/** Too long; bytes that are no UTF-8; quotes that do not close or stand inside a field; not as many cells as the header. */
export type CsvProblem = "too-long" | "not-utf8" | "quotes" | "columns";

/** Bytes that a record may have: far above the longest comment, far below what memory minds. */
export const MAX_RECORD = 256 * 1024;

/**
 * Reads CSV in memory that does not depend on the file, some thousand records at a time; the header is the first.
 *
 * A broken record costs its first line only, and reading goes on at the next: a quote that somebody forgot must not
 * swallow what follows, nor a line of 10 MB be held. That is why records are cut here; csv-parse reads what is in them.
 */
export async function* readRecords(source: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord[]> {
  const reader = new RecordReader();
  for await (const lines of readLines(source, MAX_RECORD)) {
    const records = reader.read(lines, false);
    if (records.length > 0) yield records;
  }
  const last = reader.read([], true);
  if (last.length > 0) yield last;
}

class RecordReader {
  /** Lines of a quoted cell that has not closed yet. */
  private held: Line[] = [];
  private delimiter: "," | ";" | undefined;
  private width: number | undefined;

  read(next: Line[], atEnd: boolean): CsvRecord[] {
    const lines = this.held.length > 0 ? this.held.concat(next) : next;
    this.held = [];
    const records: CsvRecord[] = [];
    let plain: { line: number; text: string }[] = [];
    const flush = () => {
      if (plain.length > 0) records.push(...this.parseAll(plain));
      plain = [];
    };
    for (let index = 0; index < lines.length;) {
      const found = wholeRecord(lines, index, atEnd);
      if (found === "unfinished") {
        this.held = lines.slice(index);
        break;
      }
      const line = lines[index]?.number ?? 0;
      if (found.problem === undefined && found.lines === 1) {
        if (found.text !== "") plain.push({ line, text: found.text });
        index += 1;
        continue;
      }
      flush();
      const record: CsvRecord = found.problem
        ? { line, problem: found.problem }
        : this.parseOne(line, found.text);
      records.push(record);
      // Lines that make no record together are taken again, one by one.
      index += "fields" in record || record.problem === "not-utf8" ? found.lines : 1;
    }
    flush();
    return records;
  }

  /** Records of one line each. Those with quotes are parsed together, because that is fast; alone, when one is wrong. */
  private parseAll(records: { line: number; text: string }[]): CsvRecord[] {
    const delimiter = (this.delimiter ??= likelyDelimiter(records[0]?.text));
    const quoted = records.filter(({ text }) => text.includes('"'));
    const rows = quoted.length > 0 ? parseCsv(quoted.map(({ text }) => text).join("\n"), delimiter) : [];
    const usable = rows?.length === quoted.length ? rows : undefined;
    let next = 0;
    return records.map(({ line, text }) => {
      if (!text.includes('"')) return this.checked(line, text.split(delimiter));
      const fields = usable?.[next++];
      return fields ? this.checked(line, fields) : this.parseOne(line, text);
    });
  }

  private parseOne(line: number, text: string): CsvRecord {
    const rows = parseCsv(text, this.delimiter ?? ",");
    const [fields] = rows ?? [];
    return rows?.length === 1 && fields ? this.checked(line, fields) : { line, problem: "quotes" };
  }

  private checked(line: number, fields: string[]): CsvRecord {
    this.width ??= fields.length;
    return fields.length === this.width ? { line, fields } : { line, problem: "columns" };
  }
}

/** What a header is cut by: whichever it has more of. */
function likelyDelimiter(header = ""): "," | ";" {
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

type Found = { lines: number; text: string; problem?: undefined } | { lines: number; problem: CsvProblem };

/** The lines from `index` on that belong together, because a quoted cell goes over several. */
function wholeRecord(lines: Line[], index: number, atEnd: boolean): Found | "unfinished" {
  const pieces: Buffer[] = [];
  let quotes = 0;
  let size = 0;
  for (let at = index; at < lines.length; at++) {
    const bytes = lines[at]?.bytes;
    if (bytes === undefined || bytes === "too-long")
      return { lines: 1, problem: pieces.length > 0 ? "quotes" : "too-long" };
    quotes += countQuotes(bytes);
    size += bytes.length + 1;
    pieces.push(bytes);
    if (quotes % 2 === 0) return decode(pieces);
    if (size > MAX_RECORD) return { lines: 1, problem: "quotes" };
  }
  return atEnd ? { lines: 1, problem: "quotes" } : "unfinished";
}

function countQuotes(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(34); at >= 0; at = bytes.indexOf(34, at + 1)) count += 1;
  return count;
}

const NEWLINE = Buffer.from("\n");
const BOM = /^\ufeff/;

function decode(pieces: Buffer[]): Found {
  const [first] = pieces;
  const bytes =
    pieces.length === 1 && first
      ? first
      : Buffer.concat(pieces.flatMap((piece, at) => (at === 0 ? [piece] : [NEWLINE, piece])));
  if (!isUtf8(bytes)) return { lines: pieces.length, problem: "not-utf8" };
  return { lines: pieces.length, text: bytes.toString().replace(BOM, "").replace(/\r$/, "") };
}

function parseCsv(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { delimiter, record_delimiter: "\n", relax_column_count: true });
  } catch {
    return undefined;
  }
}
