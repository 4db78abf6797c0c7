import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { readFields, refuseError, refuseForm, type PostedFields } from "~/http/forms.server";
import { phaseOf } from "~/modules/consultation";
import { authorise } from "~/modules/identity";
import { localField, readAct, viewOf, type Snapshot } from "~/modules/polls";
import { control, managePoll, pollResults, readPoll } from "~/modules/polls/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { useForm } from "~/ui/form";
import { headTags, type Head } from "~/ui/head";
import { consoleHref } from "~/ui/polls/console/ActForm";
import { ConsolePage } from "~/ui/polls/console/ConsolePage";
import { ResetConfirm } from "~/ui/polls/console/ResetConfirm";

export const handle = { script: true };

/** Milliseconds for which a poll goes on online, unless the organiser says another date. */
const TWO_WEEKS = 14 * 86_400_000;

/** The date until which it goes on online, or a day's end that suits most. */
function untilField({ onlineUntil, place }: Snapshot, now: Date): string {
  const field = localField(new Date(onlineUntil ?? now.getTime() + TWO_WEEKS), place.region);
  return onlineUntil === null ? `${field.slice(0, 10)}T23:59` : field;
}

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = await accountOrSignIn(context);
    authorise(actor, "poll.hold", "any", "stages:refusal.forbidden");
    const snapshot = await readPoll(params.code ?? "");
    const { place } = snapshot;
    authorise(actor, "poll.hold", place.consultationId, "stages:refusal.forbidden");
    const [{ consultation, poll }, results] = await Promise.all([
      managePoll(actor, place.consultationSlug, place.stageSlug),
      pollResults(place.stageId),
    ]);
    const instant = now();
    const wanted = context.url.searchParams.get("question");
    // What is on the screens is on the page already.
    const examined =
      results.find(({ question: { ref } }) => ref === wanted && ref !== snapshot.current?.question.ref) ??
      null;
    const head: Head = {
      title: getT(context.locale)("polls:console.title", { title: snapshot.title }),
      hidden: true,
    };
    return {
      head,
      snapshot,
      now: instant.getTime(),
      view: viewOf(snapshot, "console", instant.getTime()),
      answers: Object.fromEntries(results.map(({ question, total }) => [question.ref, total.n])),
      examined,
      screenKey: poll?.screenKey ?? "",
      phase: phaseOf(consultation, instant),
      until: untilField(snapshot, instant),
      resetting: context.url.searchParams.get("remettre"),
    };
  });
}

/** The page again, with the question that was looked at. */
const consoleAddress = (code: string, question: string | null): string =>
  `${consoleHref(code)}${question === null ? "" : `?question=${encodeURIComponent(question)}`}`;

/** Does one act. A form goes back to the page; a script, which accepts JSON, has nothing to be sent. */
export function action({ request, params, context }: ActionFunctionArgs) {
  const json = request.headers.get("Accept")?.startsWith("application/json") ?? false;
  return handled(async () => {
    let fields: PostedFields = {};
    try {
      const actor = await context.actor();
      authorise(actor, "poll.hold", "any", "stages:refusal.forbidden");
      const { code, place } = await readPoll(params.code ?? "");
      fields = await readFields(request);
      const parsed = readAct(fields, place.region);
      if (!parsed.ok) return refuseForm({ errors: parsed.errors, values: fields });
      await control(actor, code, parsed.value);
      return json
        ? new Response(null, { status: 204 })
        : redirect(consoleAddress(code, context.url.searchParams.get("question")), 303);
    } catch (error) {
      // Who may not be here gets the page that says so, not a console.
      if (error instanceof DomainError && (error.code === "conflict" || error.code === "invalid"))
        return refuseError(error, fields, fields.act === "online" ? "until" : "");
      throw error;
    }
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => headTags(page?.head);

export default function Console() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = useForm(refused, { stored: { until: page.until } });
  const { snapshot, answers, resetting } = page;
  const asked = refused ? undefined : snapshot.questions.find(({ ref }) => ref === resetting);
  if (asked) return <ResetConfirm code={snapshot.code} question={asked} answers={answers[asked.ref] ?? 0} />;
  return <ConsolePage {...page} form={form} />;
}
