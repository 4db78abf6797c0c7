import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { idle, runCommand } from "./commands";
import { durablePostgres } from "./databases";
import { importRows, ROWS } from "./import";
import { printTable } from "./report";
import { SLUG } from "./seed";

/** A million contributions to a CSV file; beside PostgreSQL's own COPY of as many rows. */
export default async function exports(): Promise<void> {
  const postgres = await durablePostgres();
  const folder = mkdtempSync(path.join(os.tmpdir(), "concertation-bench-export-"));
  try {
    const imported = await importRows(postgres, folder);
    const environment = { DATABASE_URL: postgres.database };
    const { peakMegabytes } = await idle(environment, SLUG);
    const out = path.join(folder, "export.csv");
    const run = await runCommand(["export", SLUG, "--format", "csv", "--out", out], environment);
    const lines = await countLines(out);
    const started = performance.now();
    await postgres.run("COPY (SELECT * FROM voice) TO PROGRAM 'cat > /dev/null' (FORMAT csv)");
    const yardstick = (performance.now() - started) / 1000;
    const rows = lines - 1;
    printTable(
      "export: all contributions to CSV",
      [
        {
          what: "export --format csv",
          n: rows,
          seconds: run.seconds,
          "rows per second": rows / run.seconds,
          "MB above idle": run.peakMegabytes - peakMegabytes,
          "ratio to yardstick": yardstick / ROWS / (run.seconds / rows),
        },
        {
          what: "import-contributions, before it",
          n: ROWS,
          seconds: imported.seconds,
          "rows per second": ROWS / imported.seconds,
          "MB above idle": imported.megabytes,
        },
        {
          what: "yardstick: COPY of the voices by the server",
          n: ROWS,
          seconds: yardstick,
          "rows per second": ROWS / yardstick,
        },
      ],
      [
        "One process of the command, whole, start included. The million imported rows come out as one row per vote with its stars, and one per comment.",
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await postgres.stop();
  }
}

async function countLines(file: string): Promise<number> {
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) if (line) lines += 1;
  return lines;
}
