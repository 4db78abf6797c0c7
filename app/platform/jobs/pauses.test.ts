import { expect, test } from "vitest";
import { MOST_ATTEMPTS, pauseAfter } from "./pauses";

test("pauses grow to half an hour, and hold out for hours", () => {
  const longest = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => pauseAfter(index + 1, 1));
  expect(longest.slice(0, 4)).toEqual([1, 2, 4, 8]);
  expect(Math.max(...longest)).toBe(1_800);
  expect(longest.reduce((sum, pause) => sum + pause)).toBeGreaterThan(4 * 3_600);
  expect(pauseAfter(3, 0)).toBe(2);
});
