import { redirect } from "./remix/answer.server";
import type { AccountActor } from "~/modules/identity";
import type { Visitor } from "~/modules/identity/index.server";
import type { AppContext } from "./context.server";

/** Holds the secret by which the browser that signed up is known when its address is confirmed. */
export const SIGN_UP_COOKIE = "inscription";

/** The account that acts; somebody who is not signed in is led there first, and then back. */
export async function accountOrSignIn(context: AppContext): Promise<AccountActor> {
  const actor = await context.actor();
  if (actor.kind === "account") return actor;
  const { pathname, search } = context.url;
  throw redirect(`/connexion?suite=${encodeURIComponent(pathname + search)}`, 303);
}

/** What the mails to who makes this request are made from. */
export const visitorOf = ({ url, locale }: AppContext): Visitor => ({ origin: url.origin, locale });
