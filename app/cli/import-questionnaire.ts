import { OPERATOR } from "~/modules/identity";
import { spacedCode } from "~/modules/polls";
import { importQuestionnaire, managePoll } from "~/modules/polls/index.server";
import { config } from "~/platform/config.server";
import { readArguments } from "./arguments";
import { withDatabase } from "./database";
import { readJson } from "./inputs";
import { print, t } from "./terminal";

/** import-questionnaire SLUG EVENT FILE.json: prints what is needed to hold the poll. */
export async function importQuestionnaireCommand(args: readonly string[]): Promise<0> {
  const {
    words: [slug = "", event = "", file = ""],
  } = readArguments(args, { words: 3 }, t("cli:usage.import-questionnaire"));
  const json = await readJson(file);
  const place = [OPERATOR, slug, event] as const;
  const { report, poll } = await withDatabase(async () => ({
    report: await importQuestionnaire(place, json),
    poll: (await managePoll(...place)).poll,
  }));
  const { created, updated, removed, kept } = report;
  print(
    t("cli:questionnaire.done", {
      event,
      created: created.length,
      updated: updated.length,
      removed: removed.length,
    }),
  );
  if (kept.length > 0) print(`  ${t("cli:questionnaire.kept", { count: kept.length })} ${kept.join(", ")}`);
  if (!poll) return 0;
  const { PUBLIC_URL, PORT } = config();
  const join = `${new URL(PUBLIC_URL ?? `http://localhost:${PORT}`).origin}/direct/${poll.code}`;
  print(t("cli:questionnaire.code", { code: spacedCode(poll.code) }));
  print(t("cli:questionnaire.join", { address: join }));
  print(t("cli:questionnaire.console", { address: `${join}/regie` }));
  print(
    t("cli:questionnaire.screen", { address: `${join}/ecran?cle=${encodeURIComponent(poll.screenKey)}` }),
  );
  return 0;
}
