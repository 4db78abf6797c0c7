import type { PollView, OwnAnswers } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/kit/Notice";
import { AnswerForm } from "./AnswerForm";
import type { Refused } from "./refused";
import { Outcome, OwnAnswer } from "./Outcome";
import { QuestionHead } from "./QuestionHead";
import { isWritten } from "./said";
import { GoesOn, Over, Waiting } from "./States";
import { Texts } from "./Texts";

export interface PhoneFragmentProps {
  view: PollView;
  /** What this device answered: known to the page's first rendering, not to a stream. */
  own?: OwnAnswers | undefined;
  /** What a plain form posted and the server refused. */
  refused?: Refused | undefined;
  /** The server's clock, in milliseconds. Not in a stream, whose events carry it: its fragments are the same for as long as nothing changes. */
  now?: number | undefined;
}

/** What a phone shows of one moment of a poll. */
export function PhoneFragment({ view, own, refused, now }: PhoneFragmentProps) {
  const { state, question, place } = view;
  if (state === "over") return <Over place={place} />;
  if (state === "online") return <GoesOn view={view} />;
  if (!question || state === "waiting" || state === "blank") return <Waiting />;
  return (
    <article className="poll" data-state={state}>
      <QuestionHead
        question={question}
        place={place}
        closesAt={view.closesAt}
        now={now}
        linked={state === "closed"}
      />
      <Asked {...{ view, question, own, refused }} />
    </article>
  );
}

/** Below a question: its form while it is open, then its results or why there are none yet. */
function Asked({
  view,
  question,
  own,
  refused,
}: Pick<PhoneFragmentProps, "view" | "own" | "refused"> & { question: NonNullable<PollView["question"]> }) {
  const t = useT();
  const { state, results, texts, code } = view;
  const open = state === "open";
  if (state === "ready") return <p className="poll-lead">{t("polls:phone.ready")}</p>;
  return (
    <>
      {open ? (
        <AnswerForm {...{ question, code, own, refused }} />
      ) : (
        <OwnAnswer question={question} own={own} />
      )}
      {results ? <Outcome {...{ question, results, code, own, open }} /> : null}
      {results || !open || !isWritten(question) ? null : (
        <Texts kind={question.kind as "open" | "questions"} {...{ texts, code, own, open }} />
      )}
      {results || open ? null : (
        <Notice title={t("polls:phone.closed.title")}>{t("polls:phone.closed.text")}</Notice>
      )}
    </>
  );
}
