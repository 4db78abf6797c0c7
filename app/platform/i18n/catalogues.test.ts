import { expect, test } from "vitest";
import { CATALOGUES } from "./index";

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );
const blanks = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name).sort();

test("French and English say the same things, with the same blanks", () => {
  const french = new Map(leaves(CATALOGUES.fr));
  const english = new Map(leaves(CATALOGUES.en));
  expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  for (const [key, text] of french) expect([key, blanks(english.get(key) ?? "")]).toEqual([key, blanks(text)]);
});

test("no text is empty", () => {
  for (const locale of ["fr", "en"] as const)
    for (const [key, text] of leaves(CATALOGUES[locale])) expect(text.trim(), key).not.toBe("");
});
