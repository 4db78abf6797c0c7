import { phaseOf } from "~/modules/consultation";
import { findRegion } from "~/modules/identity";
import { isSuppressed, type RegionResults } from "~/modules/results";
import { milestoneOf, tellElsewhere, tellZoned } from "~/ui/consultation/time";
import { useFormat, useLocale, useT } from "~/ui/i18n";
import { Meta, PageHead } from "~/ui/kit/Layout";
import { regionName } from "./labels";

/** A region: its name, how many of its people spoke, and when the consultation ends by its clocks. */
export function RegionHead({ results, now }: { results: RegionResults; now: Date }) {
  const t = useT();
  const { number } = useFormat();
  const { consultation, region, turnout, threshold } = results;
  const count = turnout.byRegion[region];
  const population = findRegion(region)?.population;
  const people = () => {
    if (!count || isSuppressed(count)) return t("results:region.hidden", { threshold });
    const { participants } = count;
    const rate =
      population && t("results:region.rate", { rate: number((participants / population) * 100_000, 1) });
    return [t("results:participants", { count: participants, number: number(participants) }), rate]
      .filter(Boolean)
      .join(" · ");
  };
  return (
    <PageHead title={t("results:region.title", { region: regionName(t, region) })} meta={people()}>
      <Milestone consultation={consultation} now={now} timeZone={findRegion(region)?.timeZone} />
    </PageHead>
  );
}

/** When it opens or closes, by the consultation's clock and, where it differs, by the region's. */
function Milestone({
  consultation,
  now,
  timeZone,
}: {
  consultation: RegionResults["consultation"];
  now: Date;
  timeZone: string | undefined;
}) {
  const t = useT();
  const locale = useLocale();
  const phase = phaseOf(consultation, now);
  if (phase === "draft") return null;
  const telling = { t, locale, now, timeZone: consultation.timeZone };
  const [instant, as] = milestoneOf(consultation, phase);
  const there = timeZone && tellElsewhere(instant, telling, timeZone, as);
  return (
    <Meta>
      {t(`consultation:closing.${phase}`)}{" "}
      <time dateTime={instant.toISOString()}>{tellZoned(instant, telling, as)}</time>
      {there ? t("results:region.local-time", { moment: there }) : ""}.
    </Meta>
  );
}
