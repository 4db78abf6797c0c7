import { now } from "~/platform/clock";
import { backup } from "~/platform/db/backup.server";
import { restore } from "~/platform/db/restore.server";
import { formatNumber } from "~/platform/i18n/format";
import { readArguments } from "./arguments";
import { withDatabase } from "./database";
import { fileError, sizeOf } from "./inputs";
import { Progress } from "./progress";
import { locale, print, t } from "./terminal";

/** backup FILE */
export async function backupCommand(args: readonly string[]): Promise<0> {
  const {
    words: [file = ""],
  } = readArguments(args, { words: 1 }, t("cli:usage.backup"));
  const progress = new Progress();
  const rows = await withDatabase(() => backup(file, now(), (rows) => progress.show({ rows })))
    .catch((error: NodeJS.ErrnoException) => {
      throw fileError(file, error);
    })
    .finally(() => progress.end());
  print(t("cli:backup.done", { rows: formatNumber(locale, rows), file, seconds: progress.seconds }));
  return 0;
}

/** restore FILE: replaces everything. */
export async function restoreCommand(args: readonly string[]): Promise<0> {
  const {
    words: [file = ""],
  } = readArguments(args, { words: 1 }, t("cli:usage.restore"));
  await sizeOf(file);
  const progress = new Progress();
  const rows = await withDatabase(() => restore(file, (ratio) => progress.show({ ratio }))).finally(() =>
    progress.end(),
  );
  print(t("cli:restore.done", { rows: formatNumber(locale, rows), file, seconds: progress.seconds }));
  return 0;
}
