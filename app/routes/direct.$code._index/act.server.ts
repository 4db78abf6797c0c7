import { data, redirect } from "@remix-run/node";
import type { AppContext } from "~/http/context.server";
import { statusOf } from "~/http/errors.server";
import { postSchema } from "~/modules/live";
import { answerQuestion, readPoll, setRespondent, supportText, type Who } from "~/modules/live/index.server";
import { DomainError } from "~/platform/errors";
import { pollHref } from "~/ui/live/phone/address";
import { markRefused } from "./read.server";

/** What was refused, to be shown with what was typed. */
export interface RefusedPost {
  /** The ref of its question; "" for a support or a profile. */
  question: string;
  /** A key of the catalogues, and what fills its blanks. */
  reason: string;
  blanks: Record<string, string | number>;
  values: string[];
}

/**
 * Does what a plain form of the page asks for; most come by a shorter way (`http/direct.server`), which leaves to this one
 * what it refused: it is shown again with what was typed.
 */
export async function act(context: AppContext, code: string, form: URLSearchParams) {
  try {
    await perform({ actor: await context.actor(), device: context.device ?? "" }, code, form);
  } catch (error) {
    if (!(error instanceof DomainError) || !(await exists(code))) throw error;
    markRefused(context);
    const refused: RefusedPost = { question: form.get("question") ?? "", reason: error.reason, blanks: error.values, values: valuesIn(form) };
    return data(refused, { status: statusOf(error) });
  }
  return redirect(pollHref(code), 303);
}

async function perform(who: Who, code: string, form: URLSearchParams): Promise<void> {
  const parsed = postSchema.safeParse(form);
  if (!parsed.success) throw new DomainError("invalid", parsed.error.issues[0]?.message ?? "errors:not-a-form");
  const post = parsed.data;
  if (post.kind === "answer") return answerQuestion(who, code, post);
  if (post.kind === "support") return supportText(who, code, post);
  return setRespondent(who, code, post);
}

const exists = (code: string): Promise<boolean> => readPoll(code).then(() => true, () => false);

const valuesIn = (form: URLSearchParams): string[] =>
  ["stars", "position", "choice", "ranking", "text"].flatMap((name) => form.getAll(name)).filter((value) => value !== "");
