import { importRoadmap, type ImportReport } from "~/modules/consultation/index.server";
import { OPERATOR } from "~/modules/identity";
import { importStages } from "~/modules/stages/index.server";
import { readArguments } from "./arguments";
import { withDatabase } from "./database";
import { readJson } from "./inputs";
import { print, t } from "./terminal";

/** import-roadmap FILE.json */
export async function importRoadmapCommand(args: readonly string[]): Promise<0> {
  const {
    words: [file = ""],
  } = readArguments(args, { words: 1 }, t("cli:usage.import-roadmap"));
  const json = await readJson(file);
  const report = await withDatabase(() => importRoadmap(OPERATOR, json));
  print(t(`cli:roadmap.${report.consultation}`, { slug: report.slug }));
  for (const part of ["created", "updated", "unchanged", "removed", "kept"] as const) printPart(report, part);
  return 0;
}

function printPart(
  report: ImportReport,
  part: "created" | "updated" | "unchanged" | "removed" | "kept",
): void {
  const refs = report[part];
  if (refs.length === 0) return;
  const line = t(`cli:roadmap.${part}-items`, { count: refs.length });
  print(`  ${part === "created" || part === "unchanged" ? line : `${line} ${refs.join(", ")}`}`);
}

/** import-stages FILE.json */
export async function importStagesCommand(args: readonly string[]): Promise<0> {
  const {
    words: [file = ""],
  } = readArguments(args, { words: 1 }, t("cli:usage.import-stages"));
  const json = await readJson(file);
  const { consultation, created, updated } = await withDatabase(() => importStages(OPERATOR, json));
  print(t("cli:stages.done", { slug: consultation, created: created.length, updated: updated.length }));
  return 0;
}
