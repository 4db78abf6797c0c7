import type { Results } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { cx } from "~/ui/kit/cx";
import { wordSizes } from "./word-sizes";

/**
 * A cloud that stays a text: the words one after the other, the most given first and largest. It wraps like any line, so
 * nothing overlaps, and the same answers give the same cloud.
 */
export function WordCloud({ words }: { words: Results["words"] }) {
  const t = useT();
  const { number } = useFormat();
  const sizes = wordSizes(words.map(({ n }) => n));
  return (
    <ul className="cloud">
      {words.map(({ word, n, hidden }, index) => (
        <li
          key={word}
          className={cx("cloud__word", `cloud__word--${sizes[index]}`, hidden && "cloud__word--hidden")}
        >
          {word} <span className="cloud__n">{t("polls:results.times", { number: number(n) })}</span>
        </li>
      ))}
    </ul>
  );
}
