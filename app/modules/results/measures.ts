import { isSuppressed, votesOf, type Cell } from "./cells";
import type { Measure } from "./filter";

/** A measure of a cell with its n; null when hidden, or when nobody said anything that it could be computed from. */
export function measureOf(cell: Cell, measure: Measure): { value: number; n: number } | null {
  if (isSuppressed(cell)) return null;
  switch (measure) {
    case "priority":
      return cell.stars.mean === null ? null : { value: cell.stars.mean, n: cell.stars.count };
    case "agreement": {
      const n = votesOf(cell);
      return n === 0 ? null : { value: cell.votes.for / n, n };
    }
    case "participants":
      return { value: cell.participants, n: cell.participants };
    case "comments":
      return { value: cell.comments, n: cell.participants };
  }
}

/** Items in the order of one column; those without a figure to show come last, whichever way. */
export function sortItems<Row extends { total: Cell; byRegion: Readonly<Record<string, Cell>> }>(
  rows: readonly Row[],
  {
    sort = "order",
    descending = false,
    measure = "priority",
  }: { sort?: string; descending?: boolean; measure?: Measure },
): Row[] {
  if (sort === "order") return descending ? rows.toReversed() : [...rows];
  const value = (row: Row) => {
    const cell = sort === "total" ? row.total : row.byRegion[sort];
    return cell ? (measureOf(cell, measure)?.value ?? null) : null;
  };
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return descending ? y - x : x - y;
  });
}
