import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { signOutEverywhere } from "~/modules/identity/index.server";

/** Only the button of the account's page leads here. */
export const loader = () => redirect("/compte", 303);

export async function action({ context }: ActionFunctionArgs) {
  return handled(async () => {
    await signOutEverywhere(await accountOrSignIn(context));
    context.endSession();
    return redirect("/deconnexion", 303);
  });
}
