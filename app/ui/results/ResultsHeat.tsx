import { REGION_CODES, findRegion } from "~/modules/identity";
import type { Filter, Results } from "~/modules/results";
import { Content } from "~/ui/consultation/Content";
import { itemHref } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { HeatTable } from "~/ui/kit/HeatTable";
import { Meta } from "~/ui/kit/Layout";
import { heatCell, rangeOf } from "./figures";
import { captionOf, itemName, regionName, resultsHref, sortBy } from "./labels";

/** Items by regions, each cell with its n. Columns sort, in the address. */
export function ResultsHeat({ results }: { results: Results }) {
  const t = useT();
  const format = useFormat();
  const { consultation, filter, items, threshold, whole } = results;
  const measure = filter.measure ?? "priority";
  const wording = { t, format, threshold };
  const href = (sorted: Filter) => resultsHref(consultation, sorted);
  const range = rangeOf(
    items.flatMap(({ byRegion }) => Object.values(byRegion)),
    measure,
  );
  // The country's counts dwarf those of its regions: shaded, they would leave these pale.
  const ofTotal = measure === "priority" || measure === "agreement" ? range : null;
  const legend = [
    ...(whole ? [] : (["legend", "legend-total"] as const)),
    "legend-empty" as const,
    "legend-unknown" as const,
  ];
  const caption = t("results:table.caption", { measure: t(`results:measures.${measure}`) });
  return (
    <>
      <HeatTable
        caption={captionOf(t, caption, filter)}
        hideCaption
        corner={t(`consultation:kind.${filter.kind}`)}
        cornerSort={sortBy(filter, "order", href)}
        columns={[
          {
            key: "total",
            label: t("results:table.france"),
            title: t("results:table.france-title"),
            total: true,
            sort: sortBy(filter, "total", href),
          },
          ...REGION_CODES.map((code) => ({
            key: code,
            label: findRegion(code)?.short ?? t("results:table.unknown"),
            title: regionName(t, code),
            sort: sortBy(filter, code, href),
          })),
        ]}
        rows={items.map(({ item, total, byRegion }) => ({
          key: item.ref,
          label: <Content text={itemName(item)} />,
          href: itemHref(consultation, item),
          cells: [
            heatCell(total, measure, total, ofTotal, wording),
            ...REGION_CODES.map((code) => heatCell(byRegion[code] ?? total, measure, total, range, wording)),
          ],
        }))}
      />
      <Meta>{legend.map((key) => t(`results:table.${key}`, { threshold })).join(" ")}</Meta>
    </>
  );
}
