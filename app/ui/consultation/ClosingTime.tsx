import { phaseOf } from "~/modules/consultation";
import { findRegion } from "~/modules/identity";
import { useLocale, useT } from "~/ui/i18n";
import { Meta } from "~/ui/kit/Layout";
import type { Dated } from "./PhaseChip";
import { milestoneOf, tellElsewhere, tellZoned } from "./time";

/**
 * The instant that decides, in the consultation's time and, when its clock differs, in that of the reader's region;
 * the latter alone, or nothing, where the page tells the former already (`only`).
 */
export function ClosingTime({
  consultation,
  now,
  region,
  only,
}: {
  consultation: Dated;
  now: Date;
  region?: string | null;
  only?: "elsewhere";
}) {
  const t = useT();
  const locale = useLocale();
  const phase = phaseOf(consultation, now);
  if (phase === "draft") return null;
  const telling = { t, locale, now, timeZone: consultation.timeZone };
  const [instant, as] = milestoneOf(consultation, phase);
  const home = findRegion(region ?? "");
  const there = home && tellElsewhere(instant, telling, home.timeZone, as);
  if (only && !there) return null;
  return (
    <Meta>
      {t(`consultation:closing.${phase}`)}{" "}
      <time dateTime={instant.toISOString()}>{only ? there : tellZoned(instant, telling, as)}</time>
      {home && there
        ? t(only ? "consultation:closing.there" : "consultation:closing.elsewhere", {
            moment: there,
            region: home.name,
          })
        : ""}
      .
    </Meta>
  );
}
