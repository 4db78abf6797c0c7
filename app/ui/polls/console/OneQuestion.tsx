import type { ReactNode } from "react";
import type { PollQuestion, QuestionResults } from "~/modules/polls";
import { itemLabel } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { PollResults } from "../results/PollResults";
import { Moderation } from "./Moderation";
import { WordModeration } from "./WordModeration";

/** A question with its answers, which organisers always see, and what may be kept off the screens. */
export function OneQuestion({
  results,
  questions,
  children,
}: {
  results: QuestionResults;
  /** All of the poll, in order. */
  questions: readonly PollQuestion[];
  /** What may be done with it. */
  children?: ReactNode;
}) {
  const t = useT();
  const { text } = useFormat();
  const { question, total } = results;
  const written = question.kind === "open" || question.kind === "questions";
  const { item } = question;
  const id = `titre-${question.ref}`;
  const rank = questions.findIndex(({ ref }) => ref === question.ref) + 1;
  return (
    <>
      <section className="console__question" aria-labelledby={id}>
        <p className="meta">
          {t("polls:console.rank", { rank, of: questions.length })} · {t(`polls:kinds.${question.kind}`)}
          {item ? ` · ${itemLabel(t, item)} : ${text(item.title)}` : null}
        </p>
        <h2 id={id}>{text(question.title)}</h2>
        {written ? null : <PollResults question={question} results={total} size="console" />}
        {question.revealed || written ? null : <p className="meta">{t("polls:console.unseen")}</p>}
        {children}
      </section>
      {written ? <Moderation results={results} /> : null}
      {question.kind === "words" ? <WordModeration results={results} /> : null}
    </>
  );
}
