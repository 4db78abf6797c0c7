import type { LoaderFunctionArgs } from "@remix-run/node";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { exportAnswers } from "~/modules/polls/index.server";

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const stage = params.stage ?? "";
    const body = await exportAnswers(await accountOrSignIn(context), params.consultation ?? "", stage);
    return new Response(body, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="reponses-${stage}.csv"`,
        "Cache-Control": "no-store",
      },
    });
  });
}
