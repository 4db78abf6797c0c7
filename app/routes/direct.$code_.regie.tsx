import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled, statusOf } from "~/http/errors.server";
import { readFields } from "~/http/forms.server";
import { phaseOf } from "~/modules/consultation";
import type { Actor } from "~/modules/identity";
import { canOrganise, localField, modeAt, readAct, viewOf } from "~/modules/live";
import { control, manageStage, pollResults, readPoll } from "~/modules/live/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { ConsolePage } from "~/ui/live/console/ConsolePage";
import { ResetConfirm } from "~/ui/live/console/ResetConfirm";

export const handle = { script: true };

/** Milliseconds for which a poll goes on online, unless the organiser says another date. */
const TWO_WEEKS = 14 * 86_400_000;

const endOfDay = (field: string): string => `${field.slice(0, 10)}T23:59`;

/** @throws DomainError forbidden */
function mustOrganise<A extends Actor>(actor: A): A {
  if (!canOrganise(actor)) throw new DomainError("forbidden", "errors:forbidden");
  return actor;
}

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const actor = mustOrganise(await accountOrSignIn(context));
    const snapshot = await readPoll(params.code ?? "");
    const { place } = snapshot;
    const [{ consultation, poll }, results] = await Promise.all([
      manageStage(actor, place.consultationSlug, place.eventSlug),
      pollResults(place.eventId),
    ]);
    const instant = now();
    const head: Head = { title: getT(context.locale)("room:console.title", { title: snapshot.title }), hidden: true };
    return {
      head, snapshot, now: instant.getTime(), view: viewOf(snapshot, "console", instant.getTime()),
      answers: Object.fromEntries(results.map(({ question, total }) => [question.ref, total.n])),
      screenKey: poll?.screenKey ?? "",
      phase: phaseOf(consultation, instant),
      until: snapshot.onlineUntil === null ? endOfDay(localField(new Date(instant.getTime() + TWO_WEEKS), place.region)) : localField(new Date(snapshot.onlineUntil), place.region),
      resetting: context.url.searchParams.get("remettre"),
      ended: modeAt(snapshot, instant.getTime()) !== "room",
    };
  });
}

/** Does one act. A form goes back to the page; who accepts JSON hears what was refused, in their language. */
export function action({ request, params, context }: ActionFunctionArgs) {
  const t = getT(context.locale);
  const json = request.headers.get("Accept")?.startsWith("application/json") ?? false;
  const refuse = (error: DomainError, act = "") => {
    const message = t(error.reason, error.values);
    return json ? Response.json({ message }, { status: statusOf(error) }) : data({ message, act }, { status: statusOf(error) });
  };
  return handled(async () => {
    try {
      const actor = mustOrganise(await context.actor());
      const { code, place } = await readPoll(params.code ?? "");
      const fields = await readFields(request);
      const parsed = readAct(fields, place.region);
      if (!parsed.ok) {
        const [problem] = parsed.problems;
        return refuse(new DomainError("invalid", problem?.reason ?? "live:refusal.unknown-act", { ...problem?.values }), String(fields.act));
      }
      await control(actor, code, parsed.value);
      return json ? new Response(null, { status: 204 }) : redirect(`/direct/${code}/regie`, 303);
    } catch (error) {
      // Who may not be here gets the page that says so, not a console.
      if (error instanceof DomainError && (json || error.code === "conflict" || error.code === "invalid")) return refuse(error);
      throw error;
    }
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => headTags(page?.head);

export default function Console() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { snapshot, answers, resetting } = page;
  const asked = refused ? undefined : snapshot.questions.find(({ ref }) => ref === resetting);
  if (asked) return <ResetConfirm code={snapshot.code} question={asked} answers={answers[asked.ref] ?? 0} />;
  return <ConsolePage {...page} refused={refused && "message" in refused ? refused : undefined} />;
}
