import type { QuestionResults } from "~/modules/polls";
import { useT } from "~/ui/i18n";
import { ActForm } from "./ActForm";

/** The words of a cloud, each of which may be kept off the screens. */
export function WordModeration({ results: { question, total } }: { results: QuestionResults }) {
  const t = useT();
  if (total.words.length === 0) return null;
  return (
    <section className="console__texts" aria-labelledby={`mots-${question.ref}`}>
      <h3 id={`mots-${question.ref}`}>{t("polls:console.moderation.words")}</h3>
      <ul className="console__words">
        {total.words.map(({ word, hidden }) => (
          <li key={word}>
            <ActForm
              fields={{ act: "word", question: question.ref, word, hidden: hidden ? "0" : "1" }}
              icon={hidden ? undefined : "close"}
            >
              <span className="visually-hidden">
                {t(hidden ? "polls:console.moderation.show-word" : "polls:console.moderation.hide-word")}{" "}
              </span>
              {hidden ? <s>{word}</s> : word}
            </ActForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
