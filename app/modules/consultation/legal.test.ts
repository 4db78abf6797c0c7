import { expect, test } from "vitest";
import { LEGAL_LIMIT, LEGAL_SLUGS, isLegalSlug, legalBodySchema } from "./legal";
import * as en from "./legal/en";
import * as fr from "./legal/fr";

test("every text that a site owes comes in both languages, with the same parts", () => {
  for (const slug of LEGAL_SLUGS) {
    const parts = [fr, en].map(({ texts }) => texts[slug].match(/^## /gm)?.length);
    expect(parts[0], slug).toBe(parts[1]);
    for (const { texts } of [fr, en]) expect(texts[slug]).toContain("{contact}");
  }
  expect(fr.texts.accessibilite).toContain("non conforme");
  for (const { texts } of [fr, en]) expect(texts["donnees-personnelles"]).toContain("{retention}");
});

test("what an editor may send", () => {
  expect(legalBodySchema.safeParse(" ").data).toBe("");
  expect(legalBodySchema.safeParse("a".repeat(LEGAL_LIMIT + 1)).success).toBe(false);
  expect(legalBodySchema.safeParse("a\u0000").success).toBe(false);
  expect([isLegalSlug("accessibilite"), isLegalSlug("compte"), isLegalSlug(undefined)]).toEqual([
    true,
    false,
    false,
  ]);
});
