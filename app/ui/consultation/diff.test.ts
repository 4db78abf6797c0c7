import fc from "fast-check";
import { expect, test } from "vitest";
import { changesBetween } from "./diff";

const signs = { same: "", added: "+", removed: "-" };
const told = (before: string, after: string) =>
  changesBetween(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : `[${signs[kind]}${text}]`))
    .join("");

test("word by word, whole phrases together", () => {
  expect(told("Diffuser la carte Vitale", "Diffuser largement la carte Vitale")).toBe(
    "Diffuser [+largement ]la carte Vitale",
  );
  expect(told("un deux trois", "un quatre cinq trois")).toBe("un [-deux ][+quatre cinq ]trois");
  expect(told("a", "a")).toBe("a");
  expect(told("", "a")).toBe("[+a]");
  expect(told("", "")).toBe("");
});

test("what stays and went is the earlier text, what stays and came the later one", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "santé", " ", "\n", ".", "😀", "’"), { maxLength: 40 })
    .map((words) => words.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = changesBetween(before, after);
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map((change) => change.text)
          .join("");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
    }),
  );
});

test("texts too long to compare are shown one after the other", () => {
  const changes = changesBetween("a ".repeat(20_000) + "x", "b ".repeat(20_000) + "x");
  expect(changes.map(({ kind }) => kind)).toEqual(["removed", "added"]);
});
