import { describe, expect, test } from "vitest";
import { countCharacters, distance, fill } from "./count";

describe("countCharacters", () => {
  test("counts code points, not UTF-16 units", () => {
    expect(countCharacters("été")).toBe(3);
    expect(countCharacters("👩‍⚕️")).toBe(4);
    expect(countCharacters("e\u0301")).toBe(2);
  });

  test("counts an end of line once, however it is written", () => {
    expect(countCharacters("a\r\nb")).toBe(3);
    expect(countCharacters("a\nb")).toBe(3);
    expect(countCharacters("a\rb")).toBe(3);
    expect(countCharacters("\r\r\n")).toBe(2);
  });

  test("an empty text has none, a lone surrogate counts for one", () => {
    expect(countCharacters("")).toBe(0);
    expect(countCharacters("\ud800")).toBe(1);
  });
});

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

test("fill puts values in and leaves unknown names alone", () => {
  expect(fill("{count} de trop sur {max}", { count: 3, max: 10 })).toBe("3 de trop sur 10");
  expect(fill("{autre}", {})).toBe("{autre}");
});
