import { ANONYMOUS, OPERATOR } from "~/modules/identity";
import { exportContributions } from "~/modules/participation/index.server";
import { resultsJson } from "~/modules/results/index.server";
import { writeWhole } from "~/platform/files.server";
import { formatNumber } from "~/platform/i18n/format";
import { readArguments, UsageError } from "./arguments";
import { withDatabase } from "./database";
import { fileError } from "./inputs";
import { Progress } from "./progress";
import { locale, print, t } from "./terminal";

const FORMATS = ["csv", "json"] as const;

/**
 * export SLUG --format csv|json --out FILE: the contributions, or the results. Results are what the public sees, small
 * cells suppressed, because exports get published; --all writes what staff see.
 */
export async function exportCommand(args: readonly string[]): Promise<0> {
  const usage = t("cli:usage.export");
  const {
    words: [slug = ""],
    options,
  } = readArguments(
    args,
    { words: 1, options: { format: { type: "string" }, out: { type: "string" }, all: { type: "boolean" } } },
    usage,
  );
  const { format, out, all } = options;
  if (typeof format !== "string" || typeof out !== "string" || out === "") throw new UsageError(usage);
  if (!FORMATS.includes(format as (typeof FORMATS)[number])) {
    throw new UsageError(t("cli:export.unknown-format", { format, formats: FORMATS.join(", ") }));
  }
  if (all && format === "csv") throw new UsageError(t("cli:export.all-is-json"));
  await withDatabase(() =>
    format === "csv" ? exportCsv(slug, out) : exportJson(slug, out, all === true),
  ).catch((error: NodeJS.ErrnoException) => {
    throw fileError(out, error);
  });
  return 0;
}

async function exportCsv(slug: string, out: string): Promise<void> {
  const progress = new Progress();
  let rows = 0;
  await writeWhole(out, (write) =>
    exportContributions(OPERATOR, slug, async (text, more) => {
      rows += more;
      await write(text);
      progress.show({ rows });
    }),
  ).finally(() => progress.end());
  print(
    t("cli:export.contributions", {
      count: rows,
      rows: formatNumber(locale, rows),
      file: out,
      seconds: progress.seconds,
    }),
  );
}

async function exportJson(slug: string, out: string, all: boolean): Promise<void> {
  const results = await resultsJson(all ? OPERATOR : ANONYMOUS, slug);
  await writeWhole(out, (write) => write(`${JSON.stringify(results, null, 2)}\n`));
  print(t(all ? "cli:export.all-results" : "cli:export.results", { count: results.items.length, file: out }));
}
