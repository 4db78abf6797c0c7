import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { WORDS } from "./words";

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );
/** Every `namespace.path` with its text. */
const textsIn = (locale: "fr" | "en") =>
  Object.entries(WORDS).flatMap(([namespace, words]) => leaves(words[locale], `${namespace}.`));
const blanks = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name).sort();

test("French and English say the same things, with the same blanks", () => {
  const french = new Map(textsIn("fr"));
  const english = new Map(textsIn("en"));
  expect([...english.keys()].sort()).toEqual([...french.keys()].sort());
  for (const [key, text] of french)
    expect([key, blanks(english.get(key) ?? "")]).toEqual([key, blanks(text)]);
});

test("no text is empty", () => {
  for (const locale of ["fr", "en"] as const)
    for (const [key, text] of textsIn(locale)) expect(text.trim(), key).not.toBe("");
});

test("no mail glues a mark to an address, where it would be taken for a part of it", () => {
  for (const locale of ["fr", "en"] as const)
    for (const [key, text] of textsIn(locale))
      if (key.startsWith("identity.mail.")) expect(text, key).not.toMatch(/\}\}\S/);
});

/** The pages whose address names their texts. */
const PAGES = ["legal:accessibilite.", "legal:mentions-legales.", "legal:donnees-personnelles."];

test("every text is used", () => {
  const app = import.meta.dirname;
  const sources = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|[\\/]generated[\\/]|[\\/]words[\\/]/.test(file))
    .map((file) => readFileSync(path.join(app, file), "utf8"))
    .join("\n");
  const quoted = new Set(sources.match(/(?<=["'`])[a-z][\w:.-]*(?=["'`])/gi));
  // Keys whose end is only known when they are asked for: `results:kinds.${kind}`. A whole namespace is no such beginning.
  const begun = [...PAGES, ...new Set(sources.match(/(?<=["`])[a-z]+:[\w-]+[\w.-]*(?=\$\{)/gi))];
  const unused = textsIn("fr")
    .map(([key]) => key.replace(".", ":").replace(/_(one|other)$/, ""))
    .filter(
      (key) =>
        !quoted.has(key) &&
        !quoted.has(key.slice(key.indexOf(":") + 1)) &&
        !begun.some((beginning) => key.startsWith(beginning)),
    );
  expect(unused).toEqual([]);
});
