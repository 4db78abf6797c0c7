import { UsageError } from "./arguments";
import { backupCommand, restoreCommand } from "./backup";
import { exportCommand } from "./export";
import { whyNot } from "./failure";
import { importContributionsCommand } from "./import-contributions";
import { importQuestionnaireCommand } from "./import-questionnaire";
import { importRoadmapCommand, importStagesCommand } from "./import-roadmap";
import { recountCommand } from "./recount";
import { createStaffCommand, revokeStaffCommand } from "./staff";
import { complain, print, t } from "./terminal";

/** Takes what follows its name; resolves to the exit code. */
type Command = (args: readonly string[]) => Promise<0 | 1>;

const COMMANDS: Readonly<Record<string, Command>> = {
  "import-roadmap": importRoadmapCommand,
  "import-stages": importStagesCommand,
  "import-questionnaire": importQuestionnaireCommand,
  "import-contributions": importContributionsCommand,
  export: exportCommand,
  recount: recountCommand,
  "create-staff": createStaffCommand,
  "revoke-staff": revokeStaffCommand,
  backup: backupCommand,
  restore: restoreCommand,
};

/** Runs one command and resolves to the exit code: 2, with one line that says why, when it could not run. */
export async function run([name = "", ...args]: readonly string[]): Promise<0 | 1 | 2> {
  if (["help", "--help", "-h"].includes(name) || args.includes("--help") || args.includes("-h")) {
    print(t("cli:help"));
    return 0;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(name ? t("cli:usage.unknown", { name }) : t("cli:usage.none"));
    return await command(args);
  } catch (error) {
    complain(whyNot(error));
    return 2;
  }
}
