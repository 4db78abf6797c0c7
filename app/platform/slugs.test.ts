import fc from "fast-check";
import { expect, test } from "vitest";
import { slugOf } from "./slugs";

/** What the addresses of this house take. */
const ADDRESS = /^[a-z0-9][a-z0-9-]{0,79}$/;

test.each([
  ["15e étape : Auvergne-Rhône-Alpes", "15e-etape-auvergne-rhone-alpes"],
  ["  L’œuvre, à Nîmes !", "l-oeuvre-a-nimes"],
  ["…", "etape"],
])("%s becomes %s", (words, slug) => expect(slugOf(words, new Set(), "etape")).toBe(slug));

test("a name that is taken gets the next number", () => {
  expect(slugOf("Lyon", new Set(["lyon", "lyon-2"]), "etape")).toBe("lyon-3");
});

test("whatever the words, it can stand in an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (words) => ADDRESS.test(slugOf(words, new Set(), "etape"))),
  );
});
