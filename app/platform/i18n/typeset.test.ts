import fc from "fast-check";
import { expect, test } from "vitest";
import { typeset } from "./typeset";

test("narrow no-break spaces stand where French wants them, and nowhere else", () => {
  expect(typeset("Priorité : oui ! « Simplifier » ; et ?")).toBe(
    "Priorité\u202f: oui\u202f! «\u202fSimplifier\u202f»\u202f; et\u202f?",
  );
  expect(typeset("71 % de 2 146 participants")).toBe("71\u202f% de 2\u202f146 participants");
  expect(typeset("https://exemple.fr/a?b")).toBe("https://exemple.fr/a?b");
});

test("setting twice changes nothing more, and only spaces ever change", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const once = typeset(text);
      expect(typeset(once)).toBe(once);
      expect(once.replace(/[ \u00a0\u202f]/g, "")).toBe(text.replace(/[ \u00a0\u202f]/g, ""));
    }),
  );
});
