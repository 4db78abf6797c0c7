import { OPERATOR } from "~/modules/identity";
import { createStaff } from "~/modules/identity/index.server";
import { readArguments, UsageError } from "./arguments";
import { withDatabase } from "./database";
import { print, t } from "./terminal";

/** create-staff EMAIL --role organiser|moderator|administrator */
export async function createStaffCommand(args: readonly string[]): Promise<0> {
  const usage = t("cli:usage.create-staff");
  const {
    words: [email = ""],
    options: { role },
  } = readArguments(args, { words: 1, options: { role: { type: "string" } } }, usage);
  if (typeof role !== "string") throw new UsageError(usage);
  const { password } = await withDatabase(() => createStaff(OPERATOR, { email, role }));
  print(
    password === null
      ? t("cli:staff.promoted", { email, role })
      : t("cli:staff.created", { email, role, password }),
  );
  return 0;
}
