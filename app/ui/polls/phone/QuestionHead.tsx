import type { PollView, QuestionView } from "~/modules/polls";
import { findRegion } from "~/modules/identity";
import { Content } from "~/ui/consultation/Content";
import { itemHref, itemLabel } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { questionId } from "./address";
import { useClockTime } from "./clock-time";

/** The question, large; what it is about, and how long it stays open, small. */
export function QuestionHead({
  question,
  place,
  closesAt = null,
  now,
  as: Tag = "h1",
  linked,
}: {
  question: QuestionView;
  place: PollView["place"];
  closesAt?: number | null;
  /** The server's clock, in milliseconds. */
  now?: number | undefined;
  as?: "h1" | "h2";
  /** Whether its item may be looked at: in the room, its page would show figures before the room sees them. */
  linked: boolean;
}) {
  const t = useT();
  const { number, text } = useFormat();
  const clock = useClockTime(findRegion(place.region)?.timeZone);
  const { item, rank, of } = question;
  const about = item && t("polls:phone.page.about", { item: `${itemLabel(t, item)}, ${text(item.title)}` });
  return (
    <header className="poll-question">
      <p className="poll-question__facts">
        <span>{t("polls:phone.page.rank", { rank: number(rank), of: number(of) })}</span>
        {closesAt === null ? null : (
          <span className="poll-question__time">
            {t("polls:phone.answer.time")}{" "}
            <count-down until={closesAt} now={now}>
              {t("polls:phone.answer.until", { time: clock(closesAt) })}
            </count-down>
          </span>
        )}
      </p>
      <Tag className="poll-question__title" id={questionId(question.ref)} tabIndex={-1}>
        <Content text={question.title} />
      </Tag>
      {item ? (
        <p className="meta">
          {linked ? <a href={itemHref({ slug: place.consultationSlug }, item)}>{about}</a> : about}
        </p>
      ) : null}
    </header>
  );
}
