import type { Locale } from "./index";

const TAGS: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };

const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function keep<F extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => F,
): F {
  const known = kept.get(key) as F | undefined;
  if (known) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/** 2 146; with `digits`, so many decimals: 4,3. */
export const formatNumber = (locale: Locale, value: number, digits = 0): string =>
  keep(
    `n${locale}${digits}`,
    () =>
      new Intl.NumberFormat(TAGS[locale], { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  ).format(value);

/** `ratio` from 0 to 1 as 71 %. */
export const formatPercent = (locale: Locale, ratio: number): string =>
  keep(
    `p${locale}`,
    () => new Intl.NumberFormat(TAGS[locale], { style: "percent", maximumFractionDigits: 0 }),
  ).format(ratio);

export type DateStyle = "day" | "short";

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "2-digit", month: "2-digit", year: "numeric" },
};

/**
 * An instant as a date or a date with its hour, in `timeZone` (IANA name). French says "1er mars". A line never ends
 * inside the date, nor inside the hour.
 */
export function formatDate(
  locale: Locale,
  instant: Date,
  style: DateStyle,
  timeZone = "Europe/Paris",
): string {
  const format = keep(
    `d${locale}${style}${timeZone}`,
    () => new Intl.DateTimeFormat(TAGS[locale], { ...STYLES[style], timeZone }),
  );
  const told = format.format(instant).replace(/ (?!à |at )/g, "\u00a0");
  return locale === "fr" && style !== "short" ? told.replace(/^1\u00a0/, "1er\u00a0") : told;
}

/** "dans 12 jours", "il y a 2 heures": `count` of a unit away, before when negative. No line ends inside. */
export const formatAway = (locale: Locale, count: number, unit: Intl.RelativeTimeFormatUnit): string =>
  keep(`r${locale}`, () => new Intl.RelativeTimeFormat(TAGS[locale], { numeric: "auto" }))
    .format(count, unit)
    .replaceAll(" ", "\u00a0");

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "il y a 2 jours", "dans 12 jours": from `now` to `instant`. */
export function formatRelative(locale: Locale, instant: Date, now: Date): string {
  const seconds = Math.round((instant.getTime() - now.getTime()) / 1000);
  for (const [unit, size] of STEPS)
    if (Math.abs(seconds) >= size) return formatAway(locale, Math.trunc(seconds / size), unit);
  return formatAway(locale, 0, "minute");
}
