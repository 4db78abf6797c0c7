import os from "node:os";

export interface Row {
  what: string;
  [column: string]: string | number;
}

/** Prints one Markdown table, with the machine that made it. */
export function printTable(title: string, rows: readonly Row[], notes: readonly string[] = []): void {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: string | number | undefined) =>
    value === undefined ? "" : typeof value === "number" ? plain(value) : value;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  console.log(`\n## ${title}\n`);
  console.log(
    `${os.cpus().length} × ${cpu?.model.trim() ?? "unknown"}, ${memory} GB, Node ${process.versions.node}, ${os.platform()}\n`,
  );
  console.log(line(columns));
  console.log(line(columns.map((_, index) => (index === 0 ? "---" : "---:"))));
  for (const row of rows) console.log(line(columns.map((column) => cell(row[column]))));
  for (const note of notes) console.log(`\n${note}`);
}

/** Three significant digits, thousands apart. */
function plain(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  return String(Number(value.toPrecision(3)));
}
