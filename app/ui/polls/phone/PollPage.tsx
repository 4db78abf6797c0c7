import { UNKNOWN } from "~/modules/identity";
import {
  spacedCode,
  type PollView,
  type OwnAnswers,
  type QuestionResults,
  type QuestionView,
} from "~/modules/polls";
import { Content } from "~/ui/consultation/Content";
import { DemonstrationNotice } from "~/ui/consultation/DemonstrationNotice";
import type { FormState } from "~/ui/form";
import { useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Layout";
import { useShell } from "~/ui/shell";
import { pollHref } from "./address";
import { RoomPoll } from "./RoomPoll";
import { NotTaken } from "./NotTaken";
import { OnlinePoll } from "./OnlinePoll";
import type { Asked } from "./own";
import { refusedOf } from "./refused";
import { Respondent } from "./Respondent";

export interface PollPageProps {
  view: PollView;
  /** What this device answered; null on its first visit. */
  own: OwnAnswers | null;
  signedIn: boolean;
  /** Whether a region is being chosen. */
  moving: boolean;
  /** All questions at once, while the poll goes on online. */
  online: { questions: readonly QuestionView[]; results: readonly QuestionResults[] } | null;
  /** All questions, for what was answered to those that are not on the page. */
  asked: readonly Asked[];
  form: FormState;
  /** Seconds after which the page asks for itself again where there is no script, if it does. */
  refresh: number | null;
  /** The server's clock, in milliseconds. */
  now: number;
}

/** A poll on a phone: one thing at a time in the room, everything at once online. */
export function PollPage({ view, own, signedIn, moving, online, asked, form, refresh, now }: PollPageProps) {
  const t = useT();
  const refused = refusedOf(form);
  const shown = online ? online.questions : view.state === "open" && view.question ? [view.question] : [];
  const place = shown.some(({ ref }) => ref === refused?.question) ? refused : undefined;
  const parts = { view, own: own ?? undefined, refused: place };
  return (
    <Page narrow>
      <p className="poll-place">
        <span>
          <Content text={view.title} />
        </span>{" "}
        <span>{t("polls:phone.page.code", { code: spacedCode(view.code) })}</span>
      </p>
      {refused ? (
        <NotTaken
          refused={refused}
          asked={asked}
          form={place ? `f-${shown.find(({ ref }) => ref === refused.question)?.key ?? ""}` : undefined}
        />
      ) : null}
      {online ? <OnlinePoll {...parts} {...online} /> : <RoomPoll {...parts} asked={asked} now={now} />}
      {signedIn || view.state === "over" ? null : (
        <Respondent
          code={view.code}
          nameless={(own?.stakeholder ?? UNKNOWN) === UNKNOWN}
          region={own?.region ?? view.place.region}
          moving={moving}
        />
      )}
      <DemonstrationNotice consultation={view.place} />
      {view.state === "over" ? null : <WithoutScript href={pollHref(view.code)} refresh={refresh} />}
    </Page>
  );
}

/** Where no script runs, or none that this page could use: how to see what comes next. */
function WithoutScript({ href, refresh }: { href: string; refresh: number | null }) {
  const t = useT();
  const { nonce } = useShell();
  return (
    <>
      <noscript>
        <p className="poll-refresh">
          <a href={href}>{t("polls:phone.page.refresh")}</a>{" "}
          {refresh === null ? null : <span className="meta">{t("polls:phone.page.refreshes")}</span>}
        </p>
      </noscript>
      {/* Phones of 2015 that were never updated know no modules: their page asks again as it does without a script. */}
      {refresh === null ? null : (
        <script
          noModule
          nonce={nonce}
          dangerouslySetInnerHTML={{
            __html: `setTimeout(function(){location.replace(location.pathname)},${refresh * 1000})`,
          }}
        />
      )}
    </>
  );
}
