import { redirect } from "@remix-run/node";
import type { AppContext } from "~/http/context.server";
import { parseCode, questionView, viewOf, type OwnAnswers, type Snapshot } from "~/modules/polls";
import { publicResults, readOwn, readPoll } from "~/modules/polls/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import type { Head } from "~/ui/head";
import { pollHref, REGION_ASKED } from "~/ui/polls/phone/address";
import { refreshAfter } from "./refresh";

/** What somebody answered before. Nobody's on a first visit: that page is shared by all who come in the same second. */
async function ownOf(
  context: AppContext,
  code: string,
): Promise<{ own: OwnAnswers | null; signedIn: boolean }> {
  const actor = await context.actor();
  const signedIn = actor.kind === "account";
  const { device } = context;
  return { signedIn, own: signedIn || device !== null ? await readOwn({ actor, device }, code) : null };
}

const refusals = new WeakSet<AppContext>();
/** The page that follows shows what was refused: nothing may reload it. */
export const markRefused = (context: AppContext): void => void refusals.add(context);
const wasRefused = (context: AppContext): boolean => refusals.has(context);

/** The page of a poll on a phone, or null when no poll has this code. A code has one address. */
export async function readPhone(context: AppContext, typed: string) {
  const code = parseCode(typed);
  if (code !== null && code !== typed) throw redirect(pollHref(code), 302);
  const snapshot = code === null ? null : await readPoll(code).catch(unlessUnknown);
  if (code === null || snapshot === null) return null;
  const at = now().getTime();
  const view = viewOf(snapshot, "phone", at);
  const [{ own, signedIn }, online] = await Promise.all([
    ownOf(context, code),
    view.state === "online" ? readOnline(snapshot) : null,
  ]);
  const head: Head = { title: snapshot.title, hidden: true };
  const moving = context.url.searchParams.has(REGION_ASKED);
  const refresh = wasRefused(context) || moving ? null : refreshAfter(view, own);
  return {
    head,
    view,
    now: at,
    own,
    signedIn,
    online,
    moving,
    asked: snapshot.questions.map(publicQuestion),
    refresh,
  };
}

function unlessUnknown(error: unknown): null {
  if (error instanceof DomainError && error.code === "not-found") return null;
  throw error;
}

/** Every question at once, and the results of those that are shown. */
async function readOnline({ questions, place }: Snapshot) {
  return {
    questions: questions.map((question) => questionView(question, questions, question.revealed)),
    results: await publicResults(place.stageId),
  };
}

/** What a question's answers are called, and no more: which is right stays on the server. */
const publicQuestion = ({ ref, round, kind, options }: Snapshot["questions"][number]) => ({
  ref,
  round,
  kind,
  options: options.map(({ ref, label }) => ({ ref, label })),
});

export const unknownHead = (context: AppContext): Head => ({
  title: getT(context.locale)("polls:phone.join.missing"),
  hidden: true,
});
