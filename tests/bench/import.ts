import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { idle, runCommand } from "./commands";
import { writeContributions } from "./contributions-file";
import { durablePostgres, type BenchPostgres } from "./databases";
import { printTable } from "./report";
import { seedConsultation, SLUG } from "./seed";

export const ROWS = 1_000_000;

/** A million contributions from a CSV file; beside the bare insertion of as many rows by SQL alone. */
export default async function imports(): Promise<void> {
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
