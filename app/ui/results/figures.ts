import { isSuppressed, measureOf, type Cell, type Measure } from "~/modules/results";
import type { T } from "~/platform/i18n";
import type { useFormat } from "~/ui/i18n";
import { heatLevel, type HeatCell } from "~/ui/kit/HeatTable";

export interface Wording {
  t: T;
  format: ReturnType<typeof useFormat>;
  threshold: number;
}

/** A value of a measure in words: "4,3", "71 %", "1 204". */
export function tellValue(measure: Measure, value: number, { format }: Wording): string {
  if (measure === "priority") return format.number(value, 1);
  return measure === "agreement" ? format.percent(value) : format.number(value);
}

/** The n of a value, short and in full. The n of a number of participants is their share of `whole`. */
export function tellCount(
  measure: Measure,
  n: number,
  whole: Cell,
  { t, format }: Wording,
): { n: string; nLabel: string } {
  const number = format.number(n);
  if (measure === "participants") {
    const share = isSuppressed(whole) || whole.participants === 0 ? 0 : n / whole.participants;
    return { n: format.percent(share), nLabel: t("results:table.share", { percent: format.percent(share) }) };
  }
  const unit = ({ priority: "ratings", agreement: "votes", comments: "of-people" } as const)[measure];
  return { n: number, nLabel: t(`results:table.${unit}`, { count: n, number }) };
}

/** The least and the most of a measure over some cells, at least so far apart that a shade never stands for a trifle. */
export function rangeOf(cells: readonly Cell[], measure: Measure): { min: number; max: number } {
  const values = cells.flatMap((cell) => measureOf(cell, measure)?.value ?? []);
  const counted = measure === "participants" || measure === "comments";
  const min = counted ? 0 : Math.min(...values);
  const width = { priority: 1, agreement: 0.2, participants: 1, comments: 1 }[measure];
  return values.length === 0 ? { min: 0, max: width } : { min, max: Math.max(min + width, ...values) };
}

export function heatCell(
  cell: Cell,
  measure: Measure,
  whole: Cell,
  range: { min: number; max: number } | null,
  wording: Wording,
): HeatCell {
  const { t, threshold } = wording;
  if (isSuppressed(cell)) return { kind: "hidden", reason: t("results:table.hidden", { threshold }) };
  const measured = measureOf(cell, measure);
  if (!measured) return { kind: "empty", text: t("results:table.none") };
  return {
    kind: "value",
    value: tellValue(measure, measured.value, wording),
    ...tellCount(measure, measured.n, whole, wording),
    level: range ? heatLevel(measured.value, range.min, range.max) : 0,
  };
}
