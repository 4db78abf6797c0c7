import { getRoadmap } from "~/modules/consultation/index.server";
import { authorise, type Actor } from "~/modules/identity";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import {
  COLUMNS,
  readContribution,
  type Contribution,
  type ContributionRow,
  type Refusal,
} from "./contributions";
import { readRecords, type CsvRecord } from "./csv-records.server";
import { mostTogether, rehearse, saveIn, type Save } from "./import-store.server";

export interface Rejected extends Refusal {
  line: number;
  /** What the row had in each column; null when it could not be cut into columns. */
  row: ContributionRow | null;
}

export interface ImportInput {
  slug: string;
  source: AsyncIterable<Buffer>;
  /** Counts, and writes nothing. */
  dryRun?: boolean;
  onRejected?: (rejected: Rejected) => void | Promise<void>;
  onProgress?: (summary: ImportSummary) => void;
}

export interface ImportSummary {
  /** Rows read: the sum of the three others. */
  rows: number;
  imported: number;
  /** Imported before, or earlier in the same file. */
  known: number;
  rejected: number;
}

/**
 * Brings in contributions gathered elsewhere, from CSV with the columns of COLUMNS. Rows that cannot be accepted are
 * handed to `onRejected`; the rest is kept, in one transaction for some thousand, so that an import that was cut short goes on
 * where it stopped when it is run again.
 *
 * @throws DomainError "forbidden"; "not-found"; "invalid" when the first line is not the header.
 */
export async function importContributions(actor: Actor, input: ImportInput): Promise<ImportSummary> {
  const { consultation, items } = await getRoadmap(actor, input.slug);
  authorise(actor, "contributions.transfer", consultation.id, "cli:import.forbidden");
  const context = { consultation, itemsByRef: new Map(items.map((item) => [item.ref, item])), now: now() };
  const check = (row: ContributionRow) => readContribution(row, context);
  return input.dryRun
    ? rehearse(consultation, (save) => readAll(input, check, save))
    : readAll(input, check, saveIn(consultation));
}

async function readAll(
  input: ImportInput,
  check: (row: ContributionRow) => Contribution | Refusal,
  save: Save,
) {
  const summary: ImportSummary = { rows: 0, imported: 0, known: 0, rejected: 0 };
  let toRow: ((fields: readonly string[]) => ContributionRow) | undefined;
  let batch = new Map<string, Contribution>();
  let saving = Promise.resolve();

  const reject = async (rejected: Rejected) => {
    summary.rejected += 1;
    await input.onRejected?.(rejected);
  };
  const flush = async () => {
    const full = [...batch.values()];
    batch = new Map();
    // One batch is written while the next one is read.
    await saving;
    saving = save(full).then((fresh) => {
      summary.imported += fresh;
      summary.known += full.length - fresh;
      input.onProgress?.(summary);
    });
    // Its failure is met where it is awaited.
    saving.catch(() => {});
  };

  for await (const records of readRecords(input.source)) {
    for (const record of records) {
      if (!toRow) {
        toRow = columnsOf(record);
        continue;
      }
      const { line } = record;
      const row = "fields" in record ? toRow(record.fields) : null;
      if (row && Object.values(row).every((cell) => cell.trim() === "")) continue;
      summary.rows += 1;
      if ("problem" in record) {
        await reject({ line, row, reason: `cli:rows.${record.problem}`, values: {} });
        continue;
      }
      const checked = row && check(row);
      if (!checked) continue;
      if ("reason" in checked) await reject({ line, row, ...checked });
      else if (batch.has(checked.id)) summary.known += 1;
      else batch.set(checked.id, checked);
      if (batch.size >= mostTogether()) await flush();
    }
  }
  if (!toRow) throw new DomainError("invalid", "cli:import.no-header", { columns: COLUMNS.join(",") });
  if (batch.size > 0) await flush();
  await saving;
  return summary;
}

/** Columns of the file of rejected rows: once mended, it can be imported as it is. */
const IGNORED = ["line", "reason"];

/** How to find each column in a row, whatever their order. */
function columnsOf(record: CsvRecord): (fields: readonly string[]) => ContributionRow {
  if ("problem" in record)
    throw new DomainError("invalid", "cli:import.no-header", { columns: COLUMNS.join(",") });
  const header = record.fields.map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length === COLUMNS.length)
    throw new DomainError("invalid", "cli:import.no-header", { columns: COLUMNS.join(",") });
  if (missing.length > 0)
    throw new DomainError("invalid", "cli:import.missing-columns", { columns: missing.join(", ") });
  const foreign = header.filter(
    (name, at) => !([...COLUMNS, ...IGNORED] as string[]).includes(name) || header.indexOf(name) !== at,
  );
  if (foreign.length > 0)
    throw new DomainError("invalid", "cli:import.foreign-columns", { columns: foreign.join(", ") });
  const places = COLUMNS.map((column) => [column, header.indexOf(column)] as const);
  return (fields) =>
    Object.fromEntries(places.map(([column, at]) => [column, fields[at] ?? ""])) as ContributionRow;
}
