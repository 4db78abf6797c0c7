import { data, redirect } from "@remix-run/node";
import type { AppContext } from "~/http/context.server";
import { statusOf } from "~/http/errors.server";
import { readPoll, takePost } from "~/modules/live/index.server";
import { DomainError } from "~/platform/errors";
import type { Key } from "~/platform/i18n";
import { pollHref } from "~/ui/live/phone/address";
import { markRefused } from "./read.server";

/** What was refused, to be shown with what was typed. */
export interface RefusedPost {
  /** The ref of its question; "" for a support or a profile. */
  question: string;
  /** A key of the catalogues, and what fills its blanks. */
  reason: Key;
  blanks: Record<string, string | number>;
  values: string[];
}

/**
 * Does what a plain form of the page asks for; most come by a shorter way (`http/direct.server`), which leaves to this one
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
    const refused: RefusedPost = {
      question: form.get("question") ?? "",
      reason: error.reason,
      blanks: error.values,
      values: valuesIn(form),
    };
    return data(refused, { status: statusOf(error) });
  }
  return redirect(pollHref(code), 303);
}

const exists = (code: string): Promise<boolean> =>
  readPoll(code).then(
    () => true,
    () => false,
  );

const valuesIn = (form: URLSearchParams): string[] =>
  ["stars", "position", "choice", "ranking", "text"]
    .flatMap((name) => form.getAll(name))
    .filter((value) => value !== "");
