import { createReadStream } from "node:fs";
import { OPERATOR } from "~/modules/identity";
import { importContributions } from "~/modules/participation/index.server";
import { formatNumber } from "~/platform/i18n/format";
import { readArguments } from "./arguments";
import { withDatabase } from "./database";
import { fileError, sizeOf } from "./inputs";
import { Progress } from "./progress";
import { RejectsFile } from "./rejects";
import { locale, print, t } from "./terminal";

/** import-contributions SLUG FILE.csv [--dry-run] */
export async function importContributionsCommand(args: readonly string[]): Promise<0> {
  const {
    words: [slug = "", file = ""],
    options,
  } = readArguments(
    args,
    { words: 2, options: { "dry-run": { type: "boolean" } } },
    t("cli:usage.import-contributions"),
  );
  const size = await sizeOf(file);
  const rejects = await RejectsFile.beside(file);
  const progress = new Progress();
  const dryRun = options["dry-run"] === true;
  const summary = await withDatabase(() => {
    // Small pieces: each is checked at one go, while the database waits for its next statement.
    const source = createReadStream(file, { highWaterMark: 16 * 1024 });
    return importContributions(OPERATOR, {
      slug,
      source,
      dryRun,
      onRejected: (rejected) => rejects.add(rejected),
      onProgress: ({ rows }) => progress.show({ ratio: source.bytesRead / size, rows }),
    });
  })
    .catch((error: NodeJS.ErrnoException) => {
      throw fileError(file, error);
    })
    .finally(async () => {
      progress.end();
      await rejects.close();
    });
  const figures = Object.fromEntries(
    Object.entries(summary).map(([name, value]) => [name, formatNumber(locale, value)]),
  );
  print(t(dryRun ? "cli:import.would" : "cli:import.done", { ...figures, seconds: progress.seconds }));
  if (summary.rejected > 0) print(t("cli:import.rejects", { count: summary.rejected, file: rejects.path }));
  return 0;
}
