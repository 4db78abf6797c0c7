import type { PollView, OwnAnswers, QuestionView } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { PollResults } from "~/ui/polls/results/PollResults";
import { Said } from "./Said";
import { isWritten, valuesOf } from "./said";
import { Texts } from "./Texts";

/** What was answered to a question that takes no more answers. Empty until a script that remembers fills it. */
export function OwnAnswer({ question, own }: { question: QuestionView; own?: OwnAnswers | undefined }) {
  const t = useT();
  const values = valuesOf(own, question);
  return (
    <div className="poll-own" data-own={question.key} hidden={values.length === 0}>
      <p>{t("polls:phone.answer.yours")}</p>
      <Said question={question} values={values} />
    </div>
  );
}

/** The answers of all, once they are shown. */
export function Outcome({
  question,
  results,
  code,
  own,
  open,
}: {
  question: QuestionView;
  results: NonNullable<PollView["results"]>;
  code: string;
  own?: OwnAnswers | undefined;
  open: boolean;
}) {
  const t = useT();
  const { text } = useFormat();
  const { kind } = question;
  if (isWritten(question))
    return <Texts kind={kind as "open" | "questions"} texts={results.texts} {...{ code, own, open }} />;
  const right = results.total.rows
    .filter(({ correct }) => correct)
    .map(({ label, ref }) => text(label ?? ref));
  return (
    <section className="poll-outcome" aria-labelledby={`results-${question.key}`}>
      <h2 id={`results-${question.key}`}>{t("polls:phone.results")}</h2>
      {kind === "quiz" ? (
        <p className="poll-outcome__right">{t("polls:phone.answer.right", { label: right.join(", ") })}</p>
      ) : null}
      <PollResults question={question} results={results.total} size="phone" />
    </section>
  );
}
