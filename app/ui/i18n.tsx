import { createContext, useContext, type ReactNode } from "react";
import { getT, typeset, type Locale, type T } from "~/platform/i18n";
import {
  formatDate,
  formatNumber,
  formatPercent,
  formatRelative,
  type DateStyle,
} from "~/platform/i18n/format";

const LocaleContext = createContext<Locale>("fr");

export const LocaleProvider = ({ locale, children }: { locale: Locale; children: ReactNode }) => (
  <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
);

export const useLocale = (): Locale => useContext(LocaleContext);
export const useT = (): T => getT(useLocale());

/** Figures, dates and texts of the domain, in the reader's language. */
export function useFormat() {
  const locale = useLocale();
  return {
    number: (value: number, digits = 0) => formatNumber(locale, value, digits),
    percent: (ratio: number) => formatPercent(locale, ratio),
    date: (instant: Date, style: DateStyle, timeZone?: string) =>
      formatDate(locale, instant, style, timeZone),
    relative: (instant: Date, now: Date) => formatRelative(locale, instant, now),
    /** Typography for what people wrote, such as titles. */
    text: (text: string) => (locale === "fr" ? typeset(text) : text),
  };
}
