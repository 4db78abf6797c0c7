import { POSITIONS, STARS } from "~/modules/participation";
import { DEFAULT_WORDS, type QuestionView } from "~/modules/polls";
import type { Key, T } from "~/platform/i18n";
import { Content } from "~/ui/consultation/Content";
import { useFormat, useT } from "~/ui/i18n";
import { cx } from "~/ui/kit/cx";
import { Icon } from "~/ui/kit/Icon";
import { SHAPES } from "~/ui/participation/labels";
import { columnsOf } from "./blocks";

/** What may be answered, while people answer: no figure yet, early votes would steer the room. */
export function Options({ question }: { question: QuestionView }) {
  const t = useT();
  const { text } = useFormat();
  const { kind, options, scale } = question;
  if (kind === "stars")
    return (
      <p className="asked asked--stars" role="img" aria-label={t("polls:asked.stars")}>
        {STARS.map((star) => (
          <Icon key={star} name="star" />
        ))}
      </p>
    );
  if (kind === "position")
    return (
      <ul className="asked asked--positions">
        {POSITIONS.map((position) => (
          <li key={position} className={`tone-${position}`}>
            <Icon name={SHAPES[position]} size="small" /> {t(`participation:position.${position}`)}
          </li>
        ))}
      </ul>
    );
  if (kind === "scale" && scale)
    return (
      <p className="asked asked--scale">
        <strong>{scale.from}</strong> {scale.low ? text(scale.low) : null}{" "}
        <span aria-hidden="true" className="asked__line" /> {scale.high ? text(scale.high) : null}{" "}
        <strong>{scale.to}</strong>
      </p>
    );
  const rule = ruleOf(t, question);
  return (
    <div className="asked">
      {options.length > 0 ? (
        <ul className={cx("asked__options", columnsOf(question) === 2 && "asked__options--two")}>
          {options.map(({ ref, label }) => (
            <li key={ref}>
              <Content text={label} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="asked__how">{t(WRITE[kind] ?? "polls:asked.write")}</p>
      )}
      {rule ? <p className="asked__rule">{rule}</p> : null}
    </div>
  );
}

const WRITE: Partial<Record<QuestionView["kind"], Key>> = {
  words: "polls:asked.write-words",
  questions: "polls:asked.write-question",
};

/** How many one may give, in words. */
function ruleOf(t: T, { kind, most }: QuestionView): string | null {
  if (kind === "words") return t("polls:asked.words", { count: most ?? DEFAULT_WORDS });
  if (kind === "multiple")
    return most === null ? t("polls:asked.several") : t("polls:asked.most", { count: most });
  return kind === "ranking" ? t("polls:asked.ranking") : null;
}
