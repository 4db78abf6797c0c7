import { isPinned, type PublicCell } from "./uniqueness";

/** Fewer participants than this in a region or stakeholder cell, and the public does not see it. */
export const THRESHOLD = 5;

/**
 * Which cells of a line are hidden, when the line's total is published.
 *
 * Hidden are the cells of fewer than `threshold` participants (none included), then the next smallest ones, until there
 * are at least two hidden cells and at least `threshold` people in them together: what subtraction gives back is a group
 * as large as one that may be shown. When the whole line is smaller than that, all of it is hidden.
 */
export function hideInLine(counts: ReadonlyMap<string, number>, threshold = THRESHOLD): Set<string> {
  const ascending = [...counts].sort(([, a], [, b]) => a - b);
  const hidden = new Set<string>();
  let people = 0;
  for (const [key, count] of ascending) {
    const settled = hidden.size === 0 || (hidden.size >= 2 && people >= threshold);
    if (count >= threshold && settled) break;
    hidden.add(key);
    people += count;
  }
  return hidden;
}

export interface Table {
  rows: readonly string[];
  columns: readonly string[];
  /** Rows and columns whose own total is hidden. */
  hiddenRows: ReadonlySet<string>;
  hiddenColumns: ReadonlySet<string>;
  count(row: string, column: string): number;
  /** Whether it must stay unknown that nobody is in a cell. */
  protectEmpty: boolean;
}

/**
 * Which cells of a two-way table are hidden, when the totals of its rows and columns are published (but for the rows and
 * columns that `hideInLine` hid).
 *
 * 1. Hidden rows count as one row, hidden columns as one column: only their sums are known. Nothing in them is shown.
 * 2. A cell of fewer than `threshold` participants is hidden; then, in each row and column, the next smallest, until the
 *    hidden cells of the line are none, or at least two with at least `threshold` people together.
 * 3. Lines alone do not suffice: hidden cells that form two blocks joined by a single cell give that cell away. So every
 *    small hidden cell goes through the exact test of `isPinned`: is there another table of non-negative whole numbers
 *    with the same published figures? If there is none, one more cell is hidden, and all starts again from 2.
 *
 * It ends, because each turn hides a cell, and in a table without a visible cell nothing is left to subtract from.
 * That another such table exists also means that no sum or difference of published votes, stars or comments gives those
 * of the cell: the difference of the two tables is invisible to every published figure, and not zero in that cell.
 */
export function hideInTable(table: Table, threshold = THRESHOLD): (row: string, column: string) => boolean {
  const rows = grouped(table.rows, table.hiddenRows);
  const columns = grouped(table.columns, table.hiddenColumns);
  const grid = rows.groups.map((row) =>
    columns.groups.map((column): GridCell => {
      const count = row.keys.reduce(
        (sum, r) => sum + column.keys.reduce((part, c) => part + table.count(r, c), 0),
        0,
      );
      return {
        count,
        hidden: row.hidden || column.hidden || count < threshold,
        cells: row.keys.length * column.keys.length,
      };
    }),
  );
  const small = ({ count }: { count: number }) => count < threshold && (count > 0 || table.protectEmpty);
  do settleLines(grid, threshold, table.protectEmpty);
  while (hideForPinned(grid, small));

  return (row, column) => grid[rows.indexOf(row)]?.[columns.indexOf(column)]?.hidden ?? true;
}

function grouped(keys: readonly string[], hidden: ReadonlySet<string>) {
  const visible = keys.filter((key) => !hidden.has(key));
  const groups = visible.map((key) => ({ keys: [key], hidden: false }));
  if (visible.length < keys.length)
    groups.push({ keys: keys.filter((key) => hidden.has(key)), hidden: true });
  const index = new Map(
    groups.flatMap((group, position) => group.keys.map((key): [string, number] => [key, position])),
  );
  return { groups, indexOf: (key: string) => index.get(key) ?? -1 };
}

/** A cell of the table, or the sum of several of which only the sum can be known. */
interface GridCell extends PublicCell {
  cells: number;
}

const lineOf = (grid: GridCell[][], column: number): GridCell[] => grid.flatMap((row) => row[column] ?? []);
const linesOf = (grid: GridCell[][]): GridCell[][] => [
  ...grid,
  ...(grid[0] ?? []).map((_, column) => lineOf(grid, column)),
];

/** Hides the smallest visible cell; false when there is none. */
function hideSmallest(cells: readonly GridCell[]): boolean {
  let smallest: GridCell | undefined;
  for (const cell of cells) if (!cell.hidden && (!smallest || cell.count < smallest.count)) smallest = cell;
  if (smallest) smallest.hidden = true;
  return smallest !== undefined;
}

function settleLines(grid: GridCell[][], threshold: number, protectEmpty: boolean): void {
  const tells = (line: GridCell[]) => {
    const hidden = line.filter((cell) => cell.hidden);
    const people = hidden.reduce((sum, { count }) => sum + count, 0);
    if (hidden.length === 0 || (people === 0 && !protectEmpty)) return false;
    return people < threshold || hidden.reduce((sum, { cells }) => sum + cells, 0) < 2;
  };
  let changed = true;
  while (changed) {
    changed = false;
    for (const line of linesOf(grid)) while (tells(line) && hideSmallest(line)) changed = true;
  }
}

/** Hides one cell for the first small one that can be computed, in its lines if possible; false when there is none. */
function hideForPinned(grid: GridCell[][], small: (cell: GridCell) => boolean): boolean {
  for (const [row, cells] of grid.entries())
    for (const [column, cell] of cells.entries())
      if (cell.hidden && small(cell) && isPinned(grid, row, column))
        return hideSmallest([...cells, ...lineOf(grid, column)]) || hideSmallest(grid.flat());
  return false;
}
