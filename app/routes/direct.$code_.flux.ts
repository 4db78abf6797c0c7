import type { LoaderFunctionArgs } from "@remix-run/node";
import { handled } from "~/http/errors.server";
import { can, type Actor } from "~/modules/identity";
import { AUDIENCES, viewOf, type Audience, type Snapshot } from "~/modules/polls";
import { checkScreenKey, readPoll, watchPoll } from "~/modules/polls/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { renderFragment } from "~/ui/polls/fragments";

/** What happens in a poll, as it happens: each event is one whole moment of it, with the fragment that shows it. */
export function loader({ params, context, request }: LoaderFunctionArgs) {
  return handled(async () => {
    const code = (params.code ?? "").toUpperCase();
    const { searchParams } = new URL(request.url);
    const audience: Audience = AUDIENCES.find((known) => known === searchParams.get("vue")) ?? "phone";
    const mayWatch = async (who: () => Promise<Actor>): Promise<boolean> => {
      if (audience === "phone") return true;
      if (audience === "screen" && (await checkScreenKey(code, searchParams.get("cle")))) return true;
      const actor = await who();
      if (!can(actor, "poll.hold", "any")) return false;
      return can(actor, "poll.hold", (await readPoll(code)).place.consultationId);
    };
    if (!(await mayWatch(context.actor))) throw new DomainError("forbidden", "errors:forbidden");
    const { locale } = context;
    const { origin } = context.url;
    const tell = (snapshot: Snapshot): string => {
      const view = viewOf(snapshot, audience, now().getTime());
      return JSON.stringify({ ...view, html: renderFragment({ audience, view, snapshot, locale, origin }) });
    };
    return context.stream({
      // Only the projector writes the site's address.
      key: `${code} ${audience} ${locale} ${audience === "screen" ? origin : ""}`,
      who: context.device,
      still: audience === "phone" ? undefined : () => mayWatch(context.actorNow),
      async open(told) {
        const { snapshot, watch } = await watchPoll(code, audience, (changed) => told(tell(changed)));
        return { state: tell(snapshot), size: (people) => watch.size(people), close: () => watch.close() };
      },
    });
  });
}
