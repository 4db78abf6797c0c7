import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countResults } from "./counting";
import type { PollQuestion } from "./poll";
import { synthesisOf, tellMean, tellShare } from "./synthesis";

/** Written out again: the test must not borrow the values that it checks. */
const VALUES: Record<string, number> = {
  tenth: 0.1,
  fifth: 0.2,
  quarter: 0.25,
  "three-tenths": 0.3,
  third: 1 / 3,
  "four-tenths": 0.4,
  half: 0.5,
  "six-tenths": 0.6,
  "two-thirds": 2 / 3,
  "seven-tenths": 0.7,
  "three-quarters": 0.75,
  "eight-tenths": 0.8,
  "nine-tenths": 0.9,
  all: 1,
  none: 0,
};
const counted = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("a share", () => {
  test.each([
    [30, 40, { fraction: "three-quarters", side: "exactly" }],
    [31, 40, { fraction: "three-quarters", side: "more" }],
    [73, 100, { fraction: "three-quarters", side: "less" }],
    [79, 200, { fraction: "four-tenths", side: "less" }],
    [57, 100, { percent: 57 }],
    [24, 40, { fraction: "six-tenths", side: "exactly" }],
    [21, 40, { fraction: "half", side: "more" }],
    [40, 40, { fraction: "all", side: "exactly" }],
    [39, 40, { fraction: "nearly-all", side: "exactly" }],
    [0, 40, { fraction: "none", side: "exactly" }],
    [1, 40, { percent: 3 }],
  ])("of %i in %i", (count, n, told) => expect(tellShare(count, n)).toEqual(told));

  test("is never told as a fraction that is not near, nor on its wrong side", () => {
    fc.assert(
      fc.property(counted, ([count, n]) => {
        const told = tellShare(count, n);
        const share = count / n;
        if ("percent" in told) {
          expect(Math.abs(told.percent / 100 - share)).toBeLessThanOrEqual(0.005 + 1e-9);
          return;
        }
        if (told.fraction === "nearly-all") {
          expect(share >= 0.95 && share < 1).toBe(true);
          return;
        }
        const value = VALUES[told.fraction] as number;
        expect(Math.abs(share - value)).toBeLessThanOrEqual(0.025 + 1e-9);
        if (told.side === "more") expect(share).toBeGreaterThan(value);
        else if (told.side === "less") expect(share).toBeLessThan(value);
        else expect(share).toBeCloseTo(value, 8);
        if (told.fraction === "all") expect(count).toBe(n);
        if (told.fraction === "none") expect(count).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });
});

test("a mean is more than a whole number when it is above, near it only when it is just below", () => {
  expect(tellMean(4.2)).toEqual({ whole: 4, side: "more" });
  expect(tellMean(4)).toEqual({ whole: 4, side: "exactly" });
  expect(tellMean(3.8)).toEqual({ whole: 4, side: "less" });
  expect(tellMean(3.6)).toBeNull();
  fc.assert(
    fc.property(fc.double({ min: 1, max: 5, noNaN: true }), (mean) => {
      const told = tellMean(mean);
      if (told?.side === "more") expect(mean > told.whole && mean <= told.whole + 0.5).toBe(true);
      if (told?.side === "less") expect(mean < told.whole && mean >= told.whole - 0.25 - 1e-9).toBe(true);
    }),
  );
});

const asked = (kind: PollQuestion["kind"], options: string[] = [], correct?: string) => ({
  kind,
  scale: null,
  hiddenWords: ["gros-mot"],
  options: options.map((ref) => ({ ref, label: ref.toUpperCase(), correct: ref === correct })),
});
const answers = (kind: PollQuestion["kind"], counts: Record<string, number>, n: number, correct?: string) => {
  const question = asked(
    kind,
    ["stars", "position", "words"].includes(kind) ? [] : Object.keys(counts),
    correct,
  );
  return synthesisOf(
    question,
    countResults(
      question,
      n,
      Object.entries(counts).map(([value, n]) => ({ value, place: 1, n })),
    ),
  );
};

describe("a sentence", () => {
  test("names the option that most chose, and its share", () => {
    expect(answers("single", { ambition: 30, acteur: 6, labyrinthe: 4 }, 40)).toEqual({
      is: "choice",
      n: 40,
      count: 30,
      told: { fraction: "three-quarters", side: "exactly" },
      choice: { ref: "ambition", label: "AMBITION" },
    });
  });

  test("names no winner where there is none", () => {
    expect(answers("single", { a: 20, b: 20, c: 0 }, 40)).toMatchObject({
      is: "tie",
      count: 20,
      choices: [{ ref: "a" }, { ref: "b" }],
    });
  });

  test("keeps to figures for fewer than five", () => {
    expect(answers("single", { a: 3, b: 1 }, 4)).toMatchObject({ is: "choice", count: 3, n: 4, told: null });
    expect(answers("stars", { 5: 2 }, 2)).toMatchObject({ is: "stars", mean: 5, told: null });
    expect(answers("single", { a: 4, b: 1 }, 5)).toMatchObject({
      told: { fraction: "eight-tenths", side: "exactly" },
    });
  });

  test("reads several choices in order, with those that are equal", () => {
    const told = answers("multiple", { a: 10, b: 30, c: 10, d: 20, e: 0 }, 40);
    expect(told).toMatchObject({
      is: "order",
      best: [
        { ref: "b", place: 1, share: 0.75 },
        { ref: "d", place: 2 },
        { ref: "a", place: 3 },
        { ref: "c", place: 3 },
      ],
    });
  });

  test("counts right answers", () => {
    expect(answers("quiz", { vrai: 16, faux: 24 }, 40, "faux")).toMatchObject({
      is: "quiz",
      count: 24,
      told: { fraction: "six-tenths", side: "exactly" },
      choice: { ref: "faux" },
    });
  });

  test("tells stars, positions, words, and that nobody answered", () => {
    expect(answers("stars", { 4: 30, 5: 8 }, 38)).toMatchObject({
      is: "stars",
      n: 38,
      told: { whole: 4, side: "more" },
    });
    expect(answers("position", { for: 27, mixed: 9, against: 4 }, 40)).toMatchObject({
      is: "position",
      choice: { ref: "for" },
      told: { fraction: "two-thirds", side: "more" },
    });
    expect(answers("words", { "gros-mot": 9, soin: 5 }, 12)).toEqual({
      is: "words",
      n: 12,
      words: [{ word: "soin", n: 5 }],
    });
    expect(answers("open", {}, 7)).toEqual({ is: "texts", n: 7 });
    expect(answers("single", { a: 0, b: 0 }, 0)).toEqual({ is: "silent" });
  });
});
