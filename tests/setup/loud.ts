import { afterEach, beforeEach, expect, vi } from "vitest";

let expected: RegExp[] = [];

/**
 * Lets a test print an error that it provokes on purpose. Any other console.error fails the test: an error that nobody
 * expected is a bug, also when every assertion holds.
 */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern);
}

beforeEach(() => {
  expected = [];
  vi.spyOn(console, "error");
});

afterEach(() => {
  const printed = vi.mocked(console.error).mock.calls.map((args) => args.map(String).join(" "));
  const missing = expected.filter((pattern) => !printed.some((line) => pattern.test(line)));
  expect(
    printed.filter((line) => !expected.some((pattern) => pattern.test(line))),
    "unexpected console.error",
  ).toEqual([]);
  expect(missing, "expected a console.error that did not come").toEqual([]);
});
