import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countResults, type Tallied } from "./counting";

const options = ["a", "b", "c", "d"].map((ref) => ({ ref, label: ref.toUpperCase() }));
const asked = { options, scale: null, hiddenWords: [] };

/** What the database would return for these answers. */
function tally(answers: string[][], ranked: boolean): Tallied[] {
  const counts = new Map<string, Tallied>();
  for (const choices of answers)
    for (const [index, value] of choices.entries()) {
      const place = ranked ? index + 1 : 1;
      const known = counts.get(`${value} ${place}`);
      counts.set(`${value} ${place}`, { value, place, n: (known?.n ?? 0) + 1 });
    }
  return [...counts.values()];
}

const answers = fc.array(
  fc.shuffledSubarray(
    options.map(({ ref }) => ref),
    { minLength: 1 },
  ),
  { maxLength: 40 },
);

describe("results", () => {
  test("of a multiple choice count each option by those who chose it", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { n, rows } = countResults({ ...asked, kind: "multiple" }, given.length, tally(given, false));
        expect(n).toBe(given.length);
        for (const row of rows) {
          const chosen = given.filter((choices) => choices.includes(row.ref)).length;
          expect(row).toMatchObject({ n: chosen, share: given.length ? chosen / given.length : 0 });
        }
      }),
    );
  });

  test("of a ranking give each place its points; who is ranked first by all comes first", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom("a", "b", "c", "d"), (given, winner) => {
        const voted = given.map((choices) => [winner, ...choices.filter((ref) => ref !== winner)]);
        const { rows } = countResults({ ...asked, kind: "ranking" }, voted.length, tally(voted, true));
        for (const row of rows) {
          const points = voted.reduce(
            (sum, choices) =>
              sum + (choices.includes(row.ref) ? options.length - choices.indexOf(row.ref) : 0),
            0,
          );
          expect(row.points).toBe(points);
          expect(row.share).toBeLessThanOrEqual(1);
        }
        if (voted.length > 0)
          expect(rows.filter(({ place }) => place === 1).map(({ ref }) => ref)).toEqual([winner]);
      }),
    );
  });

  test("of stars have their mean, and none without an answer", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 })), (stars) => {
        const { mean, rows } = countResults(
          { kind: "stars", options: [], scale: null, hiddenWords: [] },
          stars.length,
          tally(
            stars.map((star) => [String(star)]),
            false,
          ),
        );
        expect(rows.map(({ n }) => n).reduce((a, b) => a + b, 0)).toBe(stars.length);
        if (stars.length === 0) expect(mean).toBeNull();
        else expect(mean).toBeCloseTo(stars.reduce((a, b) => a + b, 0) / stars.length);
      }),
    );
  });
});
