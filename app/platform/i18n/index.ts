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

const translators: Record<Locale, T> = { fr: fixed("fr"), en: fixed("en") };

function fixed(locale: Locale): T {
  const translate: TFunction = engine.getFixedT(locale);
  return (key, values) => String(translate(key, values ?? {}));
}

/** The translator of a locale. A key that is missing comes back as itself; a test holds the catalogues complete. */
export const getT = (locale: Locale): T => translators[locale];
