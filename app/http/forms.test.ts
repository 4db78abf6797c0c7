import { expect, test } from "vitest";
import { fieldsOf } from "./forms.server";

test("fields that repeat are lists, in their order, and one is itself; files are none", () => {
  const form: [string, unknown][] = [
    ["a", "1"],
    ["b", "2"],
    ["a", "3"],
    ["a", "4"],
    ["file", new Blob()],
  ];
  expect({ ...fieldsOf(form) }).toEqual({ a: ["1", "3", "4"], b: "2" });
});

test("a body that is nothing but fields is refused at once: it would keep everybody else waiting", () => {
  const started = performance.now();
  expect(() => fieldsOf(new URLSearchParams("a&".repeat(128_000)))).toThrow(
    expect.objectContaining({ code: "invalid" }) as Error,
  );
  expect(performance.now() - started).toBeLessThan(1_000);
});
