import type { LiveView, QuestionResults } from "~/modules/live";
import { itemLabel } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { PollResults } from "../results/PollResults";

/** The question on the screens, with its answers as they come: organisers always see them. */
export function CurrentQuestion({ current, view }: { current: QuestionResults; view: LiveView }) {
  const t = useT();
  const { text } = useFormat();
  const { question, total } = current;
  const written = question.kind === "open" || question.kind === "questions";
  const { item } = question;
  return (
    <section className="console__question" aria-labelledby="question-en-cours">
      <p className="meta">
        {t("room:console.rank", { rank: view.question?.rank ?? 0, of: view.question?.of ?? 0 })} · {t(`poll:kinds.${question.kind}`)}
        {item ? ` · ${itemLabel(t, item)} : ${text(item.title)}` : null}
      </p>
      <h2 id="question-en-cours">{text(question.title)}</h2>
      {written ? null : <PollResults question={question} results={total} size="console" />}
      {question.revealed || written ? null : <p className="meta">{t("room:console.unseen")}</p>}
    </section>
  );
}
