import type { PollText, Results } from "~/modules/polls";
import { Content } from "~/ui/consultation/Content";
import { useFormat, useT } from "~/ui/i18n";
import { cx } from "~/ui/kit/cx";
import { ScaleColumns } from "./ScaleColumns";
import { Tallies } from "./Tallies";
import { TextList } from "./TextList";
import { tellMean, tellRows, type Asked } from "./telling";
import { WordCloud } from "./WordCloud";

export interface PollResultsProps {
  question: Asked;
  results: Results;
  /** Of an open question, and of questions from the room. */
  texts?: readonly PollText[];
  /** Who reads: a hand's breadth, fifteen metres or a desk away. */
  size: "phone" | "screen" | "console";
  className?: string;
}

/** The answers to a question, drawn as its kind asks. The caller says the question. */
export function PollResults({ question, results, texts = [], size, className }: PollResultsProps) {
  const t = useT();
  const format = useFormat();
  const { kind, explanation } = question;
  const mean = results.mean === null ? null : tellMean(t, format, question, results.mean);
  const written = kind === "open" || kind === "questions";
  // Fifteen metres away, bars of nothing say it.
  const barred = size === "screen" && !written && kind !== "words";
  const none = !barred && (written ? texts.length === 0 : results.n === 0);
  // The projector says how many answered at its foot.
  const told =
    size === "screen" || results.n === 0 ? null : countLine(t, format.number(results.n), results.n, kind);
  return (
    <div className={cx("poll-results", `poll-results--${size}`, className)}>
      {none ? <p className="poll-results__none">{t("polls:results.none")}</p> : null}
      {mean ? <p className="poll-results__mean">{mean}</p> : null}
      {written ? <TextList texts={texts} /> : null}
      {kind === "words" ? <WordCloud words={results.words} /> : null}
      {kind === "scale" ? (
        <ScaleColumns
          rows={results.rows}
          low={question.scale?.low ?? null}
          high={question.scale?.high ?? null}
        />
      ) : null}
      {written || kind === "words" || kind === "scale" ? null : (
        <Tallies rows={tellRows(t, format, question, results)} ordered={kind === "ranking"} />
      )}
      {kind === "quiz" && explanation ? (
        <p className="poll-results__explanation">
          <Content text={explanation} />
        </p>
      ) : null}
      {told ? <p className="poll-results__n">{told}</p> : null}
    </div>
  );
}

function countLine(t: ReturnType<typeof useT>, number: string, count: number, kind: Asked["kind"]): string {
  const n = t("polls:results.respondents", { count, number });
  return kind === "multiple"
    ? t("polls:results.several", { n })
    : kind === "ranking"
      ? t("polls:results.points-rule", { n })
      : n;
}
