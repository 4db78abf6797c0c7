import type { ReactNode } from "react";
import { findRegion } from "~/modules/identity";
import type { Stage } from "~/modules/stages";
import type { Ending, T } from "~/platform/i18n";
import { tellInstant } from "~/ui/consultation/time";
import { useFormat, useLocale, useT } from "~/ui/i18n";

/** When, where, by whom and with how many a stage was held. `short` leaves out what only its own page tells. */
export function StageFacts({ stage, now, short }: { stage: Stage; now: Date; short?: boolean }) {
  const t = useT();
  const locale = useLocale();
  const { number, text } = useFormat();
  const region = findRegion(stage.region);
  const list = (names: readonly string[]) =>
    new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  const city = region ? t("stages:stage.city-region", { city: stage.city, region: region.name }) : stage.city;
  const facts: [Ending<"stages:stage.">, ReactNode][] = [
    ["date", <StageWhen key="date" stage={stage} now={now} />],
    ["place", stage.place && !short ? `${text(stage.place)}, ${city}` : city],
  ];
  if (stage.organisers.length > 0) facts.push(["organisers", list(stage.organisers)]);
  if (stage.partners.length > 0 && !short) facts.push(["partners", list(stage.partners)]);
  if (stage.attendance !== null) facts.push(["attendance", attendanceOf(t, stage, number(stage.attendance))]);
  return (
    <>
      <dl className="facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`stages:stage.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {stage.replayUrl && !short ? (
        <p>
          <a className="page-link" href={stage.replayUrl} rel="noopener external">
            {t("stages:stage.replay", { site: new URL(stage.replayUrl).hostname })}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** "plus de 200 personnes dans la salle" */
function attendanceOf(t: T, { attendance, attendanceQualifier }: Stage, number: string): string {
  const count = attendance ?? 0;
  if (attendanceQualifier === "plus de") return t("stages:stage.more-than", { count, number });
  const people = t("stages:stage.people", { count, number });
  return attendanceQualifier
    ? t("stages:stage.qualified", { qualifier: attendanceQualifier, people })
    : people;
}

/** When a stage is held, by the clocks there. */
export function StageWhen({ stage, now }: { stage: Pick<Stage, "region" | "startsAt">; now: Date }) {
  const t = useT();
  const locale = useLocale();
  const timeZone = findRegion(stage.region)?.timeZone ?? "Europe/Paris";
  const moment = tellInstant(stage.startsAt, { t, locale, now, timeZone });
  return (
    <time dateTime={stage.startsAt.toISOString()}>
      {timeZone === "Europe/Paris" ? moment : t("stages:stage.moment", { moment })}
    </time>
  );
}
