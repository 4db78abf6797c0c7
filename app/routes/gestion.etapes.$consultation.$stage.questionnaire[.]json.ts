import type { LoaderFunctionArgs } from "@remix-run/node";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { exportQuestionnaire } from "~/modules/polls/index.server";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const stage = params.stage ?? "";
    const file = await exportQuestionnaire(await accountOrSignIn(context), params.consultation ?? "", stage);
    return new Response(`${JSON.stringify(file, null, 2)}\n`, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="questionnaire-${stage}.json"`,
      },
    });
  });
}
