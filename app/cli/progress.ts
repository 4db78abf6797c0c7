import { formatNumber, formatPercent } from "~/platform/i18n/format";
import { locale, t } from "./terminal";

/** Before this, nobody wonders whether anything happens. */
const PATIENCE = 1_000;
const EVERY = 200;

type Terminal = Pick<NodeJS.WriteStream, "isTTY" | "write">;

/** A line on a terminal that tells how far a long command is; nothing where nobody watches. */
export class Progress {
  private readonly started = performance.now();
  private shown = 0;

  constructor(private readonly terminal: Terminal = process.stderr) {}

  /** `ratio` from 0 to 1 when the end is known; `rows` so far. */
  show({ ratio, rows }: { ratio?: number | undefined; rows?: number | undefined }): void {
    const elapsed = performance.now() - this.started;
    if (!this.terminal.isTTY || elapsed < PATIENCE || elapsed - this.shown < EVERY) return;
    this.shown = elapsed;
    const parts = [
      ratio === undefined ? "" : `${bar(ratio)} ${formatPercent(locale, ratio)}`,
      rows === undefined
        ? ""
        : t("cli:progress.rows", {
            rows: formatNumber(locale, rows),
            speed: formatNumber(locale, Math.round(rows / (elapsed / 1000))),
          }),
    ];
    this.terminal.write(`\r\u001b[K${parts.filter(Boolean).join("  ")}`);
  }

  /** Leaves the line to what comes next. */
  end(): void {
    if (this.shown > 0) this.terminal.write("\r\u001b[K");
    this.shown = 0;
  }

  /** Seconds since the start, as they are told: "1,2". */
  get seconds(): string {
    return formatNumber(locale, (performance.now() - this.started) / 1000, 1);
  }
}

const WIDTH = 24;

function bar(ratio: number): string {
  const full = Math.round(Math.min(1, Math.max(0, ratio)) * WIDTH);
  return `[${"#".repeat(full)}${".".repeat(WIDTH - full)}]`;
}
