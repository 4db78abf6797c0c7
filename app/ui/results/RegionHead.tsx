import { findRegion } from "~/modules/identity";
import { isSuppressed, type RegionResults } from "~/modules/results";
import { ClosingTime } from "~/ui/consultation/ClosingTime";
import { useFormat, useT } from "~/ui/i18n";
import { PageHead } from "~/ui/kit/Layout";
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
    const rate = population && t("results:region.rate", { rate: number((participants / population) * 100_000, 1) });
    return [t("results:participants", { count: participants, number: number(participants) }), rate].filter(Boolean).join(" · ");
  };
  return (
    <PageHead title={t("results:region.title", { region: regionName(t, region) })} meta={people()}>
      <ClosingTime consultation={consultation} now={now} region={region} />
    </PageHead>
  );
}
