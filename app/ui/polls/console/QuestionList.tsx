import type { Snapshot } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { cx } from "~/ui/kit/cx";
import { ActForm, examinedHref } from "./ActForm";
import { standingOf } from "./next-step";

/** All questions in order: where each stands, how many answered, and a way to any of them. */
export function QuestionList({
  snapshot,
  answers,
  now,
  examined,
}: {
  snapshot: Snapshot;
  answers: Readonly<Record<string, number>>;
  now: number;
  /** The ref of the one that is looked at. */
  examined: string | null;
}) {
  const t = useT();
  const { number, text } = useFormat();
  const { questions, current, code, mode } = snapshot;
  return (
    <ol className="console__list">
      {questions.map((question, index) => {
        const n = answers[question.ref] ?? 0;
        const here = mode === "room" && current?.question.id === question.id;
        return (
          <li
            key={question.id}
            className={cx("listed", here && "listed--here")}
            aria-current={here ? "step" : undefined}
          >
            <p className="listed__title">
              <span className="listed__rank">{index + 1}.</span> {text(question.title)}
            </p>
            <p className="meta">
              {t(`polls:kinds.${question.kind}`)} ·{" "}
              <strong>{t(`polls:console.standing.${standingOf(snapshot, question, n, now)}`)}</strong>
              {n > 0 ? ` · ${t("polls:results.respondents", { count: n, number: number(n) })}` : null}
            </p>
            {here ? null : (
              <p>
                <a
                  id={`voir-${question.ref}`}
                  href={examinedHref(code, question.ref)}
                  aria-current={question.ref === examined ? "true" : undefined}
                >
                  {t("polls:console.examine")}
                  <span className="visually-hidden"> : {text(question.title)}</span>
                </a>
              </p>
            )}
            {here || mode !== "room" ? null : (
              <ActForm
                kind="plain"
                id={`montrer-${question.ref}`}
                fields={{ act: "show", question: question.ref }}
                about={text(question.title)}
              >
                {t("polls:console.step.display")}
              </ActForm>
            )}
          </li>
        );
      })}
    </ol>
  );
}
