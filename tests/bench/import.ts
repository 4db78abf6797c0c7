import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { idle, runCommand } from "./commands";
import { writeContributions } from "./contributions-file";
import { durablePostgres, fillEmbedded, type BenchPostgres } from "./databases";
import { printTable, type Row } from "./report";
import { ITEMS, seedConsultation, SLUG } from "./seed";

export const ROWS = 1_000_000;

/** What a laptop takes in: the contributions of one consultation, into the embedded database. */
const EMBEDDED_ROWS = 30_000;

/** A million contributions from a CSV file; beside the bare insertion of as many rows by SQL alone. Then the embedded database. */
export default async function imports({ quick }: { quick: boolean }): Promise<void> {
  if (!quick) await intoPostgres();
  await intoEmbedded();
}

async function intoEmbedded(): Promise<void> {
  const rows = [];
  for (const items of [20, ITEMS, 500]) rows.push(...(await importEmbedded(items)));
  printTable("import: 30,000 contributions from CSV, embedded", rows, [
    "One process of the command, whole; “without its start” leaves out what the same program takes to recount an empty consultation. The yardstick inserts the same voices by one statement in the same engine, figures not kept.",
  ]);
}

async function importEmbedded(items: number): Promise<Row[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "concertation-bench-import-"));
  try {
    const file = path.join(dataDir, "contributions.csv");
    await fillEmbedded(dataDir, (run) => seedConsultation(run, items));
    await writeContributions(file, EMBEDDED_ROWS, items);
    const environment = { DATA_DIR: dataDir };
    const start = await idle(environment, SLUG);
    const { seconds, peakMegabytes } = await runCommand(["import-contributions", SLUG, file], environment);
    await runCommand(["recount", SLUG], environment);
    const yardstick = await bareEmbedded(dataDir);
    return [
      {
        what: `import-contributions, ${items} items`,
        n: EMBEDDED_ROWS,
        seconds,
        "rows per second": EMBEDDED_ROWS / seconds,
        "without its start": EMBEDDED_ROWS / (seconds - start.seconds),
        "MB above idle": peakMegabytes - start.peakMegabytes,
        "ratio to yardstick": yardstick / seconds,
      },
      {
        what: "yardstick: INSERT … SELECT of as many voices, no figures kept",
        n: EMBEDDED_ROWS,
        seconds: yardstick,
        "rows per second": EMBEDDED_ROWS / yardstick,
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function bareEmbedded(dataDir: string): Promise<number> {
  let seconds = 0;
  await fillEmbedded(dataDir, async (run) => {
    await run("CREATE TABLE yardstick (LIKE voice INCLUDING ALL)");
    const started = performance.now();
    await run("INSERT INTO yardstick SELECT * FROM voice");
    seconds = (performance.now() - started) / 1000;
  });
  return seconds;
}

async function intoPostgres(): Promise<void> {
  const postgres = await durablePostgres();
  const folder = mkdtempSync(path.join(os.tmpdir(), "concertation-bench-import-"));
  try {
    const imported = await importRows(postgres, folder);
    const yardstick = await bareInsert(postgres);
    printTable(
      "import: 1,000,000 contributions from CSV",
      [
        {
          what: "import-contributions",
          n: ROWS,
          seconds: imported.seconds,
          "rows per second": ROWS / imported.seconds,
          "MB above idle": imported.megabytes,
          "ratio to yardstick": yardstick / imported.seconds,
        },
        {
          what: "yardstick: INSERT … SELECT of as many voices, no figures kept",
          n: ROWS,
          seconds: yardstick,
          "rows per second": ROWS / yardstick,
        },
      ],
      [
        "One process of the command, whole, start included; PostgreSQL with fsync and synchronous_commit on. Idle: the same program with an empty consultation to recount.",
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await postgres.stop();
  }
}

/** Imports the file into an empty consultation. Seconds, and megabytes above what an idle command holds. */
export async function importRows(
  postgres: BenchPostgres,
  folder: string,
  rows = ROWS,
): Promise<{ seconds: number; megabytes: number }> {
  const file = path.join(folder, "contributions.csv");
  await seedConsultation(postgres.run);
  await writeContributions(file, rows);
  const environment = { DATABASE_URL: postgres.database };
  const { peakMegabytes } = await idle(environment, SLUG);
  const run = await runCommand(["import-contributions", SLUG, file], environment);
  const { rows: counted } = await postgres.pool.query(
    "SELECT sum(stars1 + stars2 + stars3 + stars4 + stars5)::int AS n FROM tally WHERE region = '*' AND stakeholder = '*' AND channel = '*'",
  );
  if (Number(counted[0]?.n) !== rows) throw new Error(`${counted[0]?.n} ratings counted of ${rows}`);
  return { seconds: run.seconds, megabytes: run.peakMegabytes - peakMegabytes };
}

async function bareInsert(postgres: BenchPostgres): Promise<number> {
  await postgres.run("CREATE TABLE yardstick (LIKE voice INCLUDING ALL)");
  const started = performance.now();
  await postgres.run("INSERT INTO yardstick SELECT * FROM voice");
  return (performance.now() - started) / 1000;
}
