import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hideInLine, hideInTable, type Table } from "./suppression";
import { isPinned, type Grid } from "./uniqueness";

const line = (...counts: number[]) => new Map(counts.map((count, index) => [String(index), count]));
const hiddenIn = (...counts: number[]) => [...hideInLine(line(...counts))].sort().join(" ");

describe("a line", () => {
  test.each([
    ["nothing small: nothing hidden", [5, 9, 20], ""],
    ["two small cells with five people: they cover each other", [2, 3, 20, 9], "0 1"],
    ["one small cell takes the next smallest with it", [4, 30, 8, 20], "0 2"],
    ["an empty cell is small", [0, 30, 8, 20], "0 2"],
    ["two small cells with fewer than five people take a third", [1, 2, 30, 8], "0 1 3"],
    ["fewer than five in all: all hidden", [1, 0, 2], "0 1 2"],
    ["nobody: all hidden", [0, 0], "0 1"],
  ])("%s", (_what, counts, hidden) => expect(hiddenIn(...counts)).toBe(hidden));

  test("whatever the counts, what subtraction gives back is two cells and five people, or everybody", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 19 }), (counts) => {
        const hidden = hideInLine(line(...counts));
        for (const [index, count] of counts.entries())
          if (count < 5) expect(hidden.has(String(index))).toBe(true);
        if (hidden.size === 0 || hidden.size === counts.length) return;
        const people = counts.reduce((sum, count, index) => sum + (hidden.has(String(index)) ? count : 0), 0);
        expect(hidden.size).toBeGreaterThanOrEqual(2);
        expect(people).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});

const table = (counts: number[][], options: Partial<Table> = {}): Table => ({
  rows: counts.map((_, row) => String(row)),
  columns: (counts[0] ?? []).map((_, column) => String(column)),
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  count: (row, column) => counts[Number(row)]?.[Number(column)] ?? 0,
  protectEmpty: true,
  ...options,
});
const drawn = (counts: number[][], options?: Partial<Table>) => {
  const hidden = hideInTable(table(counts, options));
  return counts.map((row, r) => row.map((_, c) => (hidden(String(r), String(c)) ? "x" : ".")).join(""));
};

describe("a table", () => {
  test("without small cells shows everything", () => {
    expect(
      drawn([
        [9, 8],
        [7, 6],
      ]),
    ).toEqual(["..", ".."]);
  });

  test("hides a rectangle around one small cell", () => {
    expect(
      drawn([
        [2, 9, 20],
        [8, 30, 40],
        [50, 60, 70],
      ]),
    ).toEqual(["xx.", "xx.", "..."]);
  });

  test("hides more where lines are fine but one cell joins two blocks", () => {
    // Each line has two hidden cells with five people, and yet (1,2) follows: row 0 and 1 less column 0 and 1.
    const counts = [
      [4, 4, 9, 9],
      [4, 4, 2, 9],
      [9, 9, 4, 4],
      [9, 9, 4, 4],
    ];
    const grid: Grid = counts.map((row) => row.map((count) => ({ count, hidden: count < 5 })));
    expect(isPinned(grid, 1, 2)).toBe(true);
    expect(isPinned(grid, 0, 0)).toBe(false);
    expect(drawn(counts).join("").split("x").length - 1).toBeGreaterThan(9);
  });

  test("shows nothing of a row or a column whose total is hidden", () => {
    expect(
      drawn(
        [
          [9, 9, 90],
          [9, 9, 9],
          [9, 90, 90],
        ],
        { hiddenRows: new Set(["0", "1"]) },
      ),
    ).toEqual(["xxx", "xxx", "..."]);
  });

  test("leaves in each line no hidden cell, or two with at least five people", () => {
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(20), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(tables, (counts) => {
        const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
        const columnTotals = (counts[0] ?? []).map((_, column) =>
          counts.reduce((sum, row) => sum + (row[column] ?? 0), 0),
        );
        // Smaller lines have a hidden total, and are not the table's own affair.
        fc.pre([...totals, ...columnTotals].every((total) => total >= 5));
        const hidden = hideInTable(table(counts));
        const cells = counts.map((row, r) =>
          row.map((count, c) => ({ count, hidden: hidden(String(r), String(c)) })),
        );
        for (const line of [
          ...cells,
          ...(cells[0] ?? []).map((_, column) => cells.flatMap((row) => row[column] ?? [])),
        ]) {
          const held = line.filter((cell) => cell.hidden);
          if (held.length === 0) continue;
          expect(held.length).toBeGreaterThanOrEqual(2);
          expect(held.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  test("lets it be known, where it is no secret, that nobody is in a cell", () => {
    expect(
      drawn(
        [
          [90, 0],
          [80, 0],
        ],
        { protectEmpty: false },
      ),
    ).toEqual([".x", ".x"]);
    expect(
      drawn(
        [
          [90, 0],
          [80, 7],
        ],
        { protectEmpty: false },
      ),
    ).toEqual([".x", ".."]);
    expect(
      drawn(
        [
          [90, 2],
          [80, 7],
        ],
        { protectEmpty: false },
      ),
    ).toEqual(["xx", "xx"]);
  });
});

/** All tables with the same public figures, found by trying: what an attacker with patience knows of each hidden cell. */
function possible(grid: Grid): Set<number>[][] {
  const values = grid.map((row) => row.map(() => new Set<number>()));
  const rowsLeft = grid.map((row) => row.reduce((sum, { count, hidden }) => sum + (hidden ? count : 0), 0));
  const columnsLeft = (grid[0] ?? []).map((_, column) =>
    grid.reduce((sum, row) => sum + (row[column]?.hidden ? row[column].count : 0), 0),
  );
  const cells = grid.flatMap((row, r) => row.flatMap(({ hidden }, c) => (hidden ? [[r, c] as const] : [])));
  const chosen: number[] = [];
  const next = () => {
    const at = cells[chosen.length];
    if (!at) {
      if ([...rowsLeft, ...columnsLeft].every((left) => left === 0))
        cells.forEach(([r, c], i) => values[r]?.[c]?.add(chosen[i] ?? 0));
      return;
    }
    const [r, c] = at;
    for (let value = Math.min(rowsLeft[r] ?? 0, columnsLeft[c] ?? 0); value >= 0; value--) {
      rowsLeft[r] = (rowsLeft[r] ?? 0) - value;
      columnsLeft[c] = (columnsLeft[c] ?? 0) - value;
      chosen.push(value);
      next();
      chosen.pop();
      rowsLeft[r] += value;
      columnsLeft[c] += value;
    }
  };
  next();
  return values;
}

test("isPinned says exactly when trying every table leaves a single value", () => {
  const cell = fc.record({ count: fc.nat(3), hidden: fc.boolean() });
  const grids = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(grids, (grid) => {
      const values = possible(grid);
      grid.forEach((row, r) =>
        row.forEach(({ hidden }, c) => {
          if (hidden) expect(isPinned(grid, r, c)).toBe(values[r]?.[c]?.size === 1);
        }),
      );
    }),
    { numRuns: 400 },
  );
});
