/** A cell of a two-way table, shown or hidden; the totals of rows and columns are public. */
export interface PublicCell {
  count: number;
  hidden: boolean;
}
export type Grid = readonly (readonly PublicCell[])[];

/**
 * Whether the public figures of a table leave only one value to a hidden cell, among whole numbers that are not negative.
 *
 * Two tables with the same public figures differ by closed walks over hidden cells that go up at one cell, down at the
 * next one of the same line, and so on, where going down needs somebody in the cell. So a cell can be higher when such a
 * walk leads from its column back to its row, and lower when it is not empty and one leads from its row to its column:
 * a search in a graph whose nodes are the rows and columns. It is exact.
 */
export function isPinned(grid: Grid, row: number, column: number): boolean {
  const cell = grid[row]?.[column];
  if (!cell) return true;
  const canRise = walk(grid, { row, column, from: "column" });
  return !canRise && !(cell.count > 0 && walk(grid, { row, column, from: "row" }));
}

/** Whether a walk that avoids the cell itself leads from one of its lines to the other. */
function walk(grid: Grid, start: { row: number; column: number; from: "row" | "column" }): boolean {
  const rows = grid.length;
  const goal = start.from === "column" ? start.row : rows + start.column;
  const seen = new Set([start.from === "column" ? rows + start.column : start.row]);
  for (const node of seen) {
    const onRow = node < rows;
    const ends = onRow ? (grid[node]?.length ?? 0) : rows;
    for (let end = 0; end < ends; end++) {
      const [row, column] = onRow ? [node, end] : [end, node - rows];
      if (row === start.row && column === start.column) continue;
      const cell = grid[row]?.[column];
      // From a row one goes up in a cell, from a column down.
      if (!cell?.hidden || (!onRow && cell.count === 0)) continue;
      const next = onRow ? rows + end : end;
      if (next === goal) return true;
      seen.add(next);
    }
  }
  return false;
}
