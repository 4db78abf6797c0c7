import i18next, { type TFunction } from "i18next";
import { isKey, learnKeys, type Bilingual, type Catalogue, type Key } from "./catalogue";
import { typeset } from "./typeset";

export { isKey, keyOr, type Ending, type Key } from "./catalogue";
export { typeset } from "./typeset";

export const LOCALES = ["fr", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** Translates a key `namespace:path`, with its blanks filled. */
export type T = (key: Key, values?: Record<string, unknown>) => string;

const mapStrings = (catalogue: Catalogue, change: (text: string) => string): Catalogue =>
  Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === "string" ? change(value) : mapStrings(value, change),
    ]),
  );

const engine = i18next.createInstance();

/** `namespace:path` of all texts; plural forms of one text have one key. */
const keysOf = (catalogue: Catalogue, before: string): string[] =>
  Object.entries(catalogue).flatMap(([name, value]) =>
    typeof value === "string"
      ? before + name.replace(/_(one|other)$/, "")
      : keysOf(value, `${before}${name}.`),
  );

/** Says once, before anything is translated, what all the words are. */
export function speak(words: Readonly<Record<string, Bilingual>>): void {
  const resources: Record<Locale, Record<string, Catalogue>> = { fr: {}, en: {} };
  for (const [namespace, { fr, en }] of Object.entries(words)) {
    resources.fr[namespace] = mapStrings(fr, typeset);
    resources.en[namespace] = en;
    learnKeys(keysOf(fr, `${namespace}:`));
  }
  void engine.init({
    lng: "fr",
    fallbackLng: false,
    initAsync: false,
    resources,
    ns: Object.keys(words),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

const translators: Record<Locale, T> = { fr: translator("fr"), en: translator("en") };

/**
 * A translator that asks i18next once for each text and plural form, then fills the blanks itself: a page of comments
 * has hundreds of texts, and i18next takes 10 to 30 µs for each.
 */
function translator(locale: Locale): T {
  const find: TFunction = engine.getFixedT(locale);
  const plurals = new Intl.PluralRules(locale);
  const known = new Map<string, string[]>();

  function partsOf(key: string, count: unknown): string[] {
    if (!engine.isInitialized) throw new Error("No words yet: this process has not imported app/words.ts.");
    const form = typeof count === "number" ? `${key} ${plurals.select(count)}` : key;
    let parts = known.get(form);
    if (!parts) {
      const options = { skipInterpolation: true, ...(typeof count === "number" && { count }) };
      parts = String(find(key, options)).split(/\{\{\s*([\w.-]+)\s*\}\}/);
      known.set(form, parts);
    }
    return parts;
  }

  return (key, values) => {
    const parts = partsOf(key, values?.count);
    if (parts.length === 1) return parts[0] ?? key;
    return parts.map((part, index) => (index % 2 === 0 ? part : String(values?.[part] ?? ""))).join("");
  };
}

/** The text of a key whose end is data, such as a code that a row holds; `otherwise` where there is no such text. */
export const textOf = (t: T, key: string, otherwise: string): string => (isKey(key) ? t(key) : otherwise);

/** The translator of a locale. A key that is missing comes back as itself. */
export const getT = (locale: Locale): T => translators[locale];
