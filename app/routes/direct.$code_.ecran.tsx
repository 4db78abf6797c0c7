import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { can } from "~/modules/identity";
import { parseCode, viewOf } from "~/modules/polls";
import { checkScreenKey, readPoll } from "~/modules/polls/index.server";
import { now } from "~/platform/clock";
import { DomainError } from "~/platform/errors";
import { getT } from "~/platform/i18n";
import { headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { cx } from "~/ui/kit/cx";
import { ScreenFragment } from "~/ui/polls/screen/ScreenFragment";

/** No header, no footer; the elements that follow the poll; a refresh where they cannot run. */
export const handle = { bare: true, script: true, refresh: true };

const THEMES = { clair: "light", sombre: "dark" } as const;
const isTheme = (theme: string | null): theme is keyof typeof THEMES => theme !== null && theme in THEMES;

export function loader({ params, context }: LoaderFunctionArgs) {
  return handled(async () => {
    const code = parseCode(params.code ?? "");
    if (!code) throw new DomainError("not-found", "polls:refusal.unknown-code");
    const { searchParams, origin } = context.url;
    const key = searchParams.get("cle");
    const snapshot = await readPoll(code);
    const trusted =
      (key !== null && (await checkScreenKey(code, key))) ||
      can(await context.actor(), "poll.hold", snapshot.place.consultationId);
    if (!trusted) throw new DomainError("forbidden", "errors:forbidden");
    const instant = now().getTime();
    const asked = searchParams.get("theme");
    const head: Head = {
      title: getT(context.locale)("polls:screen.title", { title: snapshot.title }),
      hidden: true,
    };
    return {
      head,
      key,
      origin,
      theme: isTheme(asked) ? THEMES[asked] : null,
      view: viewOf(snapshot, "screen", instant),
      now: instant,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

export default function Screen() {
  const t = useT();
  const { view, key, origin, theme, now } = useLoaderData<typeof loader>();
  const secret = key === null ? "" : `&cle=${encodeURIComponent(key)}`;
  const themed = (name: keyof typeof THEMES) => `/direct/${view.code}/ecran?theme=${name}${secret}`;
  return (
    <main id="main" tabIndex={-1} className={cx("projector", theme && `projector--${theme}`)}>
      <poll-screen>
        <poll-view src={`/direct/${view.code}/flux?vue=screen${secret}`} lost={t("polls:screen.lost")}>
          <div data-poll="">
            <ScreenFragment view={view} origin={origin} now={now} />
          </div>
          <p data-poll-state="" role="status" />
        </poll-view>
        <nav className="projector__controls" aria-label={t("polls:screen.controls")}>
          <a href={themed("clair")} data-theme="light">
            {t("polls:screen.light")}
          </a>
          <a href={themed("sombre")} data-theme="dark">
            {t("polls:screen.dark")}
          </a>
          <button type="button" className="button--plain" data-full="" hidden>
            {t("polls:screen.full")}
          </button>
        </nav>
      </poll-screen>
    </main>
  );
}
