import { modeAt, type PollView, type Snapshot } from "~/modules/polls";
import { useFormat, useLocale, useT } from "~/ui/i18n";
import { Chip } from "~/ui/kit/Chip";
import { Remaining } from "../screen/Remaining";
import { tellUntil } from "../until";
import { standingOf } from "./next-step";

/** How many are here, how many answered, and where the question stands. */
export function RoomState({
  view,
  snapshot,
  now,
}: {
  view: PollView;
  snapshot: Snapshot;
  now?: number | undefined;
}) {
  const t = useT();
  const locale = useLocale();
  const { number } = useFormat();
  const { current, connected, place, onlineUntil } = snapshot;
  const instant = now ?? Date.now();
  const mode = modeAt(snapshot, instant);
  const answers = current?.total.n ?? 0;
  const moment = onlineUntil === null ? "" : tellUntil(onlineUntil, place.region, { t, locale });
  return (
    <div className="console__facts">
      <p className="console__fact">
        <strong>{number(connected)}</strong> {t("polls:console.connected", { count: connected })}
      </p>
      {mode === "room" && current ? (
        <p className="console__fact">
          <strong>{number(answers)}</strong> {t("polls:console.answers", { count: answers })}
        </p>
      ) : null}
      {view.state === "open" && view.closesAt !== null ? (
        <p className="console__fact">
          <strong>
            <Remaining until={view.closesAt} region={place.region} now={now} />
          </strong>{" "}
          {t("polls:console.left")}
        </p>
      ) : null}
      <p className="console__chips">
        {mode === "room" && current ? (
          <Chip tone={view.state === "open" ? "accent" : "quiet"}>
            {t(`polls:console.standing.${standingOf(snapshot, current.question, answers, instant)}`)}
          </Chip>
        ) : null}
        {mode === "online" ? <Chip>{t("polls:console.online", { moment })}</Chip> : null}
        {mode === "over" ? <Chip tone="quiet">{t("polls:console.over")}</Chip> : null}
        {snapshot.blank ? (
          <Chip tone="star" icon="warning">
            {t("polls:console.blank")}
          </Chip>
        ) : null}
      </p>
    </div>
  );
}
