import { redirect } from "@remix-run/node";
import type { AppContext } from "~/http/context.server";
import { fieldsOf, refuseError } from "~/http/forms.server";
import { readPoll, takePost } from "~/modules/polls/index.server";
import { DomainError } from "~/platform/errors";
import { pollHref } from "~/ui/polls/phone/address";
import { markRefused } from "./read.server";

/**
 * Does what a plain form of the page asks for; most come by a shorter way (`http/short-ways.server`), which leaves to this one
 * what it refused: it is shown again with what was typed.
 */
export async function act(context: AppContext, code: string, form: URLSearchParams) {
  try {
    // The shorter way counts what it takes; what comes here may not have come that way.
    await context.limit("answer", context.device ?? context.ip);
    await takePost({ actor: await context.actor(), device: context.device }, code, form);
  } catch (error) {
    if (!(error instanceof DomainError) || !(await exists(code))) throw error;
    markRefused(context);
    return refuseError(error, fieldsOf(form));
  }
  return redirect(pollHref(code), 303);
}

const exists = (code: string): Promise<boolean> =>
  readPoll(code).then(
    () => true,
    () => false,
  );
