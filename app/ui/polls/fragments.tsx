import { renderToStaticMarkup } from "react-dom/server";
import type { Audience, PollView, Snapshot } from "~/modules/polls";
import type { Locale } from "~/platform/i18n";
import { LocaleProvider } from "~/ui/i18n";
import { ConsoleFragment } from "./console/ConsoleFragment";
import { PhoneFragment } from "./phone/PhoneFragment";
import { ScreenFragment } from "./screen/ScreenFragment";

interface Fragment {
  audience: Audience;
  view: PollView;
  snapshot: Snapshot;
  locale: Locale;
  /** Of the site, as people type it. */
  origin: string;
}

/** One moment of a poll as HTML, the same that its page holds: a screen that is told of it has nothing to ask for. */
export const renderFragment = ({ audience, view, snapshot, locale, origin }: Fragment): string =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      {audience === "phone" ? <PhoneFragment view={view} /> : null}
      {audience === "screen" ? <ScreenFragment view={view} origin={origin} /> : null}
      {audience === "console" ? <ConsoleFragment view={view} snapshot={snapshot} /> : null}
    </LocaleProvider>,
  );
