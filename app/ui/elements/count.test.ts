import { describe, expect, test } from "vitest";
import { distance, fill, sentenceOf } from "./count";

describe("distance", () => {
  test("is far, then near, then over", () => {
    expect(distance("a".repeat(10), 4000)).toEqual({ left: 3990, state: "far" });
    expect(distance("a".repeat(3800), 4000)).toEqual({ left: 200, state: "near" });
    expect(distance("a".repeat(4000), 4000)).toEqual({ left: 0, state: "near" });
    expect(distance("a".repeat(4001), 4000)).toEqual({ left: -1, state: "over" });
  });

  test("takes a tenth of a short limit", () => {
    expect(distance("a".repeat(80), 100).state).toBe("far");
    expect(distance("a".repeat(90), 100).state).toBe("near");
  });
});

test("one character too many is said in the singular", () => {
  expect([12, 0, -1, -2].map((left) => sentenceOf(left, "fr"))).toEqual([
    "left",
    "left",
    "over-by-one",
    "over",
  ]);
  expect(sentenceOf(-21, "en")).toBe("over");
});

test("fill puts values in and leaves unknown names alone", () => {
  expect(fill("{count} de trop sur {max}", { count: 3, max: 10 })).toBe("3 de trop sur 10");
  expect(fill("{autre}", {})).toBe("{autre}");
});
