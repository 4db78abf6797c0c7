import { spacedCode, type PollView, type QuestionResults, type Snapshot } from "~/modules/polls";
import { findRegion } from "~/modules/identity";
import type { FormState } from "~/ui/form";
import { useFormat, useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Layout";
import { Notice } from "~/ui/kit/Notice";
import { EXAMINED } from "./ActForm";
import { ConsoleFragment } from "./ConsoleFragment";
import { ConsoleHelp, ConsoleLinks } from "./ConsoleLinks";
import { Examined } from "./Examined";
import { QuestionList } from "./QuestionList";
import { SessionEnd } from "./SessionEnd";

export interface ConsolePageProps {
  snapshot: Snapshot;
  view: PollView;
  now: number;
  /** By question, of the current round. */
  answers: Readonly<Record<string, number>>;
  /** The question that is looked at besides the one on the screens. */
  examined: QuestionResults | null;
  screenKey: string;
  phase: "draft" | "upcoming" | "open" | "closed";
  /** An act that was refused, and the date until which it may go on online. */
  form: FormState;
}

/** The organiser's page: the questions, what is on now with its one big button, and the end of the session. */
export function ConsolePage({
  snapshot,
  view,
  now,
  answers,
  examined,
  screenKey,
  phase,
  form,
}: ConsolePageProps) {
  const t = useT();
  const { text } = useFormat();
  const { code, questions, place } = snapshot;
  const tied = questions.some(({ item, kind }) => item !== null && (kind === "stars" || kind === "position"));
  return (
    <Page>
      <poll-console offline={t("polls:console.unreachable")} failed={t("polls:console.failed")}>
        <div className="console">
          <header className="console__head">
            <h1>{text(snapshot.title)}</h1>
            <p className="meta">
              {text(place.stageTitle)} · {place.city} ·{" "}
              <span className="console__code">{spacedCode(code)}</span>
            </p>
            <ConsoleLinks snapshot={snapshot} screenKey={screenKey} />
          </header>
          <div className="console__said">
            <p className="console__refused" role="alert" data-refused="">
              {form.summary[0]?.message}
            </p>
            {tied && phase !== "open" ? (
              <Notice kind="warning">{t(`polls:console.consultation-${phase}`)}</Notice>
            ) : null}
            <noscript>
              <p>
                <a href={`/direct/${code}/regie`}>{t("polls:console.refresh")}</a>
              </p>
            </noscript>
          </div>
          <div className="console__main">
            <poll-view src={`/direct/${code}/flux?vue=console`} lost={t("polls:console.lost")}>
              <p className="console__lost" data-poll-state="" role="status" />
              <div data-poll="">
                <ConsoleFragment view={view} snapshot={snapshot} now={now} />
              </div>
            </poll-view>
            <div id={EXAMINED} className="console__examined" data-fresh="">
              {examined ? <Examined code={code} results={examined} questions={questions} /> : null}
            </div>
          </div>
          <nav className="console__questions" aria-labelledby="questions">
            <h2 id="questions">{t("polls:console.questions")}</h2>
            <div id="liste-des-questions" data-fresh="">
              <QuestionList {...{ snapshot, answers, now }} examined={examined?.question.ref ?? null} />
            </div>
          </nav>
          <div className="console__foot">
            <div id="fin" data-fresh="">
              <SessionEnd
                snapshot={snapshot}
                until={form.value("until")}
                place={findRegion(place.region)?.name ?? place.city}
                error={form.error("until")}
              />
            </div>
            <ConsoleHelp />
          </div>
        </div>
      </poll-console>
    </Page>
  );
}
