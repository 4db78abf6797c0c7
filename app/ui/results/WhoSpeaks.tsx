import type { ReactNode } from "react";
import { findRegion, REGION_CODES, STAKEHOLDERS } from "~/modules/identity";
import { isSuppressed, type Headcount, type Results } from "~/modules/results";
import { useFormat, useT } from "~/ui/i18n";
import { BarShape } from "~/ui/kit/Bars";
import { DataTable } from "~/ui/kit/DataTable";
import { Meta, Stack } from "~/ui/kit/Layout";
import { regionHref, regionName, stakeholderName } from "./labels";

const HIDDEN: Headcount = { suppressed: true };
const peopleIn = (count: Headcount) => (isSuppressed(count) ? null : count.participants);

/** The most first; what is not shown last. */
const byCount = (a: { count: Headcount }, b: { count: Headcount }) =>
  (peopleIn(b.count) ?? -1) - (peopleIn(a.count) ?? -1);

/** Who takes part: by region, beside how many live there, and by stakeholder category. */
export function WhoSpeaks({ results }: { results: Pick<Results, "consultation" | "turnout"> }) {
  const t = useT();
  const { number, percent } = useFormat();
  const { consultation, turnout } = results;
  const regions = REGION_CODES.map((code) => ({ code, count: turnout.byRegion[code] ?? HIDDEN })).toSorted(
    byCount,
  );
  const stakeholders = STAKEHOLDERS.map((code) => ({
    code,
    count: turnout.byStakeholder[code] ?? HIDDEN,
  })).toSorted(byCount);
  const shown = (count: Headcount, text: (people: number) => ReactNode) => {
    const people = peopleIn(count);
    return people === null ? t("results:who.hidden") : text(people);
  };
  const share = (people: number) => (turnout.participants === 0 ? 0 : people / turnout.participants);
  const bar = (count: Headcount) =>
    shown(count, (people) => (
      <span className="bars__cell">
        <BarShape share={share(people)} />
        <span className="bars__figure">{percent(share(people))}</span>
      </span>
    ));
  const rate = (code: string, people: number) => {
    const population = findRegion(code)?.population;
    return population === undefined ? "–" : number((people / population) * 100_000, 1);
  };
  const columns = [
    { key: "participants", label: t("results:who.participants"), numeric: true },
    { key: "share", label: t("results:who.share") },
  ];
  return (
    <Stack as="section" gap={5} labelledBy="qui">
      <h2 id="qui">{t("results:who.title")}</h2>
      <p>{t("results:who.intro")}</p>
      <DataTable
        caption={t("results:who.by-region")}
        columns={[
          { key: "region", label: t("results:who.region") },
          ...columns,
          { key: "rate", label: t("results:who.rate-short"), title: t("results:who.rate"), numeric: true },
        ]}
        rows={regions.map(({ code, count }) => ({
          key: code,
          cells: [
            <a key="name" href={regionHref(consultation, code)}>
              {regionName(t, code)}
            </a>,
            shown(count, number),
            bar(count),
            shown(count, (people) => rate(code, people)),
          ],
        }))}
      />
      <Meta>{t("results:who.population")}</Meta>
      <DataTable
        caption={t("results:who.by-stakeholder")}
        columns={[{ key: "stakeholder", label: t("results:who.stakeholder") }, ...columns]}
        rows={stakeholders.map(({ code, count }) => ({
          key: code,
          cells: [stakeholderName(t, code), shown(count, number), bar(count)],
        }))}
      />
    </Stack>
  );
}
