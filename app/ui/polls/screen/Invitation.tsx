import type { PollView } from "~/modules/polls";
import { useFormat, useLocale, useT } from "~/ui/i18n";
import { Counts } from "./Foot";
import { Join } from "./Join";
import { tellUntil } from "../until";
import { fit, stacked } from "./fitting";

/** Before the first question, and after the last: how to join, or that it goes on online. */
export function Invitation({ view, origin }: { view: PollView; origin: string }) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { state, title, onlineUntil, place } = view;
  const { title: step } = fit(title, stacked([]));
  const moment = onlineUntil === null ? "" : tellUntil(onlineUntil, place.region, { t, locale });
  return (
    <div className={`screen screen--invitation screen--title-${step}`}>
      <h1 className="screen__title">{format.text(title)}</h1>
      <div className="screen__body">
        {state === "over" ? <p className="screen__lead">{t("polls:screen.over")}</p> : null}
        {state === "online" ? (
          <p className="screen__lead">
            {onlineUntil === null ? t("polls:screen.online") : t("polls:screen.online-until", { moment })}
          </p>
        ) : null}
        {state === "waiting" ? <p className="screen__lead">{t("polls:screen.join")}</p> : null}
        {state === "over" ? null : <Join code={view.code} origin={origin} />}
      </div>
      <footer className="screen__foot">
        <p className="screen__place">{format.text(place.stageTitle)}</p>
        {state === "waiting" ? <Counts view={view} /> : null}
      </footer>
    </div>
  );
}
