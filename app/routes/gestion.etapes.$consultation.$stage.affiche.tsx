import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accountOrSignIn } from "~/http/account.server";
import { handled } from "~/http/errors.server";
import { managePoll } from "~/modules/polls/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { JoinSheet, SLIDE } from "~/ui/polls/questionnaire/JoinSheet";

/** Printed or projected as it is: no header, no footer. */
export const handle = { bare: true };

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const { consultation, stage, poll } = await managePoll(
      await accountOrSignIn(context),
      params.consultation ?? "",
      params.stage ?? "",
    );
    if (!poll) throw new DomainError("not-found", "polls:refusal.no-questionnaire");
    const format: "slide" | "poster" = context.url.searchParams.get("format") === SLIDE ? "slide" : "poster";
    const head: Head = {
      title: `${getT(context.locale)(`polls:share.${format}`)} · ${stage.title}`,
      hidden: true,
    };
    return {
      head,
      format,
      now: now(),
      consultation,
      stage,
      title: poll.title,
      code: poll.code,
      origin: context.url.origin,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function Sheet() {
  const { head: _head, ...sheet } = useLoaderData<typeof loader>();
  return <JoinSheet {...sheet} />;
}
