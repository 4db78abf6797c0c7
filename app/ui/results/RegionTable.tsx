import { isSuppressed, measureOf, type Cell, type Filter, type RegionResults } from "~/modules/results";
import { Content } from "~/ui/consultation/Content";
import { itemHref } from "~/ui/consultation/labels";
import { useFormat, useT } from "~/ui/i18n";
import { DataTable } from "~/ui/kit/DataTable";
import { Meta, VisuallyHidden } from "~/ui/kit/Layout";
import { Comparison } from "./Comparison";
import { rangeOf, tellCount, tellValue } from "./figures";
import { captionOf, itemName, regionHref, regionName, sortBy } from "./labels";

/** Each item in a region and in the country: both figures with their n, their gap, and both on one scale. */
export function RegionTable({ results }: { results: RegionResults }) {
  const t = useT();
  const format = useFormat();
  const { consultation, filter, region, items, threshold, whole } = results;
  const measure = filter.measure ?? "priority";
  const wording = { t, format, threshold };
  const compared = measure === "priority" || measure === "agreement";
  const { min, max } =
    measure === "priority"
      ? { min: 1, max: 5 }
      : rangeOf(
          items.map((row) => row.region),
          measure,
        );
  const href = (sorted: Filter) => regionHref(consultation, region, sorted);
  const figure = (cell: Cell, all: Cell) => {
    const measured = measureOf(cell, measure);
    if (isSuppressed(cell))
      return <span title={t("results:table.hidden", { threshold })}>{t("results:who.hidden")}</span>;
    if (!measured)
      return (
        <>
          <span aria-hidden="true">–</span>
          <VisuallyHidden>{t("results:table.none")}</VisuallyHidden>
        </>
      );
    return (
      <>
        {tellValue(measure, measured.value, wording)}{" "}
        <small className="figure__n">{tellCount(measure, measured.n, all, wording).nLabel}</small>
      </>
    );
  };
  const gap = (cell: Cell, all: Cell) => {
    const [here, there] = [measureOf(cell, measure), measureOf(all, measure)];
    if (!here || !there) return "–";
    // Of the figures as they are written: a reader who subtracts finds the same.
    const written = (value: number) =>
      Math.round(value * (measure === "agreement" ? 100 : 10)) / (measure === "agreement" ? 1 : 10);
    const difference = written(here.value) - written(there.value);
    const sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
    return `${sign}${format.number(Math.abs(difference), measure === "priority" ? 1 : 0)}${measure === "agreement" ? " pt" : ""}`;
  };
  const caption = t("results:region.caption", { measure: t(`results:measures.${measure}`) });
  return (
    <>
      <DataTable
        caption={captionOf(t, caption, filter)}
        hideCaption
        columns={[
          { key: "item", label: t(`consultation:kind.${filter.kind}`), sort: sortBy(filter, "order", href) },
          { key: "region", label: regionName(t, region), numeric: true, sort: sortBy(filter, region, href) },
          {
            key: "total",
            label: t("results:table.france"),
            numeric: true,
            sort: sortBy(filter, "total", href),
          },
          ...(compared
            ? [
                {
                  key: "gap",
                  label: t("results:region.gap"),
                  title: t("results:region.gap-title"),
                  numeric: true,
                },
                { key: "chart", label: t("results:region.chart"), title: t("results:region.chart-title") },
              ]
            : []),
        ]}
        rows={items.map(({ item, region: cell, total }) => ({
          key: item.ref,
          cells: [
            <a key="name" href={itemHref(consultation, item)}>
              <Content text={itemName(item)} />
            </a>,
            figure(cell, total),
            figure(total, total),
            ...(compared
              ? [
                  gap(cell, total),
                  <Comparison
                    key="chart"
                    min={min}
                    max={max}
                    value={measureOf(cell, measure)?.value ?? null}
                    reference={measureOf(total, measure)?.value ?? null}
                  />,
                ]
              : []),
          ],
        }))}
      />
      <Meta>
        {compared ? t("results:region.legend") : null} {whole ? null : t("results:table.legend-total")}
      </Meta>
    </>
  );
}
