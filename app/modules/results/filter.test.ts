import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAKEHOLDERS } from "~/modules/identity";
import { figuresOf } from "./cells";
import { MEASURES, readFilter, SORTS, writeFilter, type Filter } from "./filter";
import { measureOf, sortItems } from "./measures";

describe("the filter in the address", () => {
  test("comes back as it was written", () => {
    const filters: fc.Arbitrary<Filter> = fc.record(
      {
        axis: fc.constantFrom("axe-1", "é &?="),
        kind: fc.constantFrom("axis", "action", "objective"),
        stakeholder: fc.constantFrom(...STAKEHOLDERS),
        channel: fc.constantFrom("online", "event", "paper"),
        measure: fc.constantFrom(...MEASURES),
        sort: fc.constantFrom(...SORTS),
        descending: fc.constant(true),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
      }),
    );
  });

  test("never fails, whatever was typed: what is not understood counts as absent", () => {
    const names = fc.constantFrom("axe", "niveau", "categorie", "canal", "mesure", "tri", "sens", "autre");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.string({ unit: "binary" }))),
        (pairs) => void readFilter(new URLSearchParams(pairs)),
      ),
    );
    expect(readFilter(new URLSearchParams("categorie=roi&canal=&tri=99&mesure=or&niveau=x"))).toEqual({});
  });
});

const figures = (stars: [number, number, number, number, number]) =>
  figuresOf({ participants: 9, for: 3, mixed: 1, against: 0, stars, comments: 2 });

describe("a measure", () => {
  test("comes with its n", () => {
    const cell = figures([1, 0, 0, 0, 2]);
    expect(measureOf(cell, "priority")).toEqual({ value: 3.6667, n: 3 });
    expect(measureOf(cell, "agreement")).toEqual({ value: 0.75, n: 4 });
    expect(measureOf(cell, "participants")).toEqual({ value: 9, n: 9 });
    expect(measureOf(cell, "comments")).toEqual({ value: 2, n: 9 });
  });

  test("is none when nobody rated, or when it is not shown", () => {
    expect(figures([0, 0, 0, 0, 0]).stars).toEqual({ count: 0, mean: null, distribution: [0, 0, 0, 0, 0] });
    expect(measureOf(figures([0, 0, 0, 0, 0]), "priority")).toBeNull();
    for (const measure of MEASURES) expect(measureOf({ suppressed: true }, measure)).toBeNull();
  });
});

test("rows without a figure come last, both ways", () => {
  const row = (name: string, stars: [number, number, number, number, number] | null) => ({
    name,
    total: stars ? figures(stars) : { suppressed: true as const },
    byRegion: {},
  });
  const rows = [
    row("hidden", null),
    row("low", [5, 0, 0, 0, 0]),
    row("none", [0, 0, 0, 0, 0]),
    row("high", [0, 0, 0, 0, 5]),
  ];
  const order = (descending: boolean) =>
    sortItems(rows, { sort: "total", descending }).map(({ name }) => name);
  expect(order(true)).toEqual(["high", "low", "hidden", "none"]);
  expect(order(false)).toEqual(["low", "high", "hidden", "none"]);
});
