import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameSitePath } from "./same-site";

test.each(["/", "/compte", "/concertations/feuille-de-route/A7?avis=1#votre-avis"])("%s is kept", (path) => {
  expect(sameSitePath(path)).toBe(path);
});

test.each([
  "",
  "compte",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  " /compte",
  "javascript:alert(1)",
  "/.//evil.example",
  "/x/..//evil.example",
  `/${"a".repeat(500)}`,
  null,
  undefined,
  3,
  ["/compte"],
])("%j is not", (value) => {
  expect(sameSitePath(value)).toBeNull();
});

describe("whatever is asked", () => {
  test("what is kept stays on the site", () => {
    const site = "https://participez.exemple.fr";
    const pieces = fc.array(
      fc.constantFrom("/", "\\", ".", "..", "\t", "\n", "@", ":", "?", "#", "%2f", "evil.example"),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((some) => `/${some.join("")}`),
          fc.string().map((some) => `/${some}`),
        ),
        (value) => {
          const path = sameSitePath(value);
          if (path !== null) expect(new URL(path, site).origin).toBe(site);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
