import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { getT, isKey } from "~/platform/i18n";
import { inBoth } from "~/platform/i18n/catalogue";
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

/** All code that speaks, in one text. */
const sources = () =>
  readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|[\\/]generated[\\/]|[\\/]words[\\/]/.test(file))
    .map((file) => readFileSync(path.join(import.meta.dirname, file), "utf8"))
    .join("\n");
const KEYS = textsIn("fr").map(([key]) => key.replace(".", ":").replace(/_(one|other)$/, ""));
const quotedIn = (code: string) => new Set(code.match(/(?<=["'`])[a-z][\w:.-]*(?=["'`])/gi));
/** Keys whose end is only known when they are asked for: `results:kinds.${kind}`. */
const begunIn = (code: string) => [...new Set(code.match(/(?<=["`])[a-z]+:[\w.-]*(?=\$\{)/gi))];

function unusedIn(code: string): string[] {
  const quoted = quotedIn(code);
  // A whole namespace is no such beginning.
  const begun = [...PAGES, ...begunIn(code)].filter((beginning) => !beginning.endsWith(":"));
  return KEYS.filter(
    (key) =>
      !quoted.has(key) &&
      !quoted.has(key.slice(key.indexOf(":") + 1)) &&
      !begun.some((beginning) => key.startsWith(beginning)),
  );
}

/** What has the look of a key, or of the beginning of one, and is neither. Messages of schemas have no type of their own. */
function unknownIn(code: string): string[] {
  const ours = (text: string) => Object.keys(WORDS).some((namespace) => text.startsWith(`${namespace}:`));
  const begins = (text: string) => KEYS.some((key) => key.startsWith(/[.:]$/.test(text) ? text : `${text}.`));
  return [
    ...[...quotedIn(code)].filter((text) => ours(text) && !isKey(text) && !begins(text)),
    ...begunIn(code).filter((start) => ours(start) && !KEYS.some((key) => key.startsWith(start))),
  ];
}

test("every text is used, and what is used exists", () => {
  expect(unusedIn(sources())).toEqual([]);
  expect(unknownIn(sources())).toEqual([]);
});

test("a text that nothing uses is found, and a key without a text", () => {
  const code = sources()
    .replaceAll('"common:skip"', '"common:jump"')
    .replaceAll("`polls:kinds.$", "`polls:sorts.$");
  expect(unusedIn(code)).toContain("common:skip");
  expect(unknownIn(code)).toEqual(["common:jump", "polls:sorts."]);
});

test("the type check knows which keys there are, and that both languages have them", () => {
  const t = getT("fr");
  expect(t("common:skip")).toBe("Aller au contenu");
  expect(t("errors:too-many", { count: 2 })).toContain("2 minutes");
  // @ts-expect-error -- there is no such text
  expect(t("common:jump")).toBe("jump");
  // @ts-expect-error -- a text of several numbers is asked for without the number's ending
  t("errors:too-many_one");
  // @ts-expect-error -- English says less
  inBoth({ title: "Titre", of: { whom: "de qui" } }, { title: "Title", of: {} });
  // @ts-expect-error -- English says more
  inBoth({ title: "Titre" }, { title: "Title", subtitle: "Subtitle" });
});
