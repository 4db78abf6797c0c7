import type { PollText } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { Chip } from "~/ui/kit/Chip";
import { cx } from "~/ui/kit/cx";
import { Icon } from "~/ui/kit/Icon";

/** What people wrote, in the order given: the most supported first. */
export function TextList({ texts }: { texts: readonly PollText[] }) {
  const t = useT();
  const { number, text } = useFormat();
  return (
    <ol className="voices">
      {texts.map(({ id, body, supports, answered }) => (
        <li key={id} className={cx("voice", answered && "voice--answered")}>
          <p className="voice__body">{text(body)}</p>
          <p className="voice__meta">
            {supports > 0 ? (
              <span>
                <Icon name="support" size="small" />{" "}
                {t("polls:results.supports", { count: supports, number: number(supports) })}
              </span>
            ) : null}
            {answered ? (
              <Chip tone="quiet" icon="check">
                {t("polls:results.answered")}
              </Chip>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
