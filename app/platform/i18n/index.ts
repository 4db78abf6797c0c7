import i18next, { type TFunction } from "i18next";
import * as en from "./en";
import * as fr from "./fr";
import { typeset } from "./typeset";

export { typeset } from "./typeset";

export const LOCALES = ["fr", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** Translates a key `namespace:path`, with its blanks filled. */
export type T = (key: string, values?: Record<string, unknown>) => string;

type Catalogue = { readonly [key: string]: string | Catalogue };

const mapStrings = (catalogue: Catalogue, change: (text: string) => string): Catalogue =>
  Object.fromEntries(
    Object.entries(catalogue).map(([key, value]) => [
      key,
      typeof value === "string" ? change(value) : mapStrings(value, change),
    ]),
  );

export const CATALOGUES: Record<Locale, Record<string, Catalogue>> = {
  fr: mapStrings({ ...fr }, typeset) as Record<string, Catalogue>,
  en: { ...en },
};

const engine = i18next.createInstance();
void engine.init({
  lng: "fr",
  fallbackLng: false,
  initAsync: false,
  resources: CATALOGUES,
  ns: Object.keys(CATALOGUES.fr),
  defaultNS: "common",
  interpolation: { escapeValue: false },
  returnNull: false,
});

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

/** The translator of a locale. A key that is missing comes back as itself; a test holds the catalogues complete. */
export const getT = (locale: Locale): T => translators[locale];
