import type { Consultation } from "~/modules/consultation";
import type { Locale, T } from "~/platform/i18n";
import { formatAway } from "~/platform/i18n/format";

const DAY = 86_400_000;
const TAGS: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(tag: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${timeZone} ${options.month}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(tag, { ...options, timeZone })));
  return format;
}

const CLOCK = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  hourCycle: "h23",
} as const;

/** What calendars and clocks show at an instant in `timeZone`. */
function clockAt(instant: Date, timeZone: string) {
  const parts = formatOf("en-GB", timeZone, CLOCK).formatToParts(instant);
  const read = (type: keyof typeof CLOCK) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
  };
}

/** Days since 1970 on the calendar of `timeZone`. */
function calendarDay(instant: Date, timeZone: string): number {
  const { year, month, day } = clockAt(instant, timeZone);
  return Date.UTC(year, month - 1, day) / DAY;
}

function isMidnight(instant: Date, timeZone: string): boolean {
  const { hour, minute } = clockAt(instant, timeZone);
  return hour === 0 && minute === 0;
}

interface Telling {
  t: T;
  locale: Locale;
  now: Date;
  timeZone: string;
}

/**
 * An instant as people say it: "le 3 mars à 18 h 30". As the end of something, midnight belongs to the day that ends:
 * 15 March at 0:00 is "le 14 mars à minuit". The year is said when it is not this year.
 */
export function tellInstant(
  instant: Date,
  { t, locale, now, timeZone }: Telling,
  as: "start" | "end" = "start",
): string {
  const midnight = isMidnight(instant, timeZone);
  const told = midnight && as === "end" ? new Date(instant.getTime() - 1) : instant;
  const { year, day: date, hour, minute } = clockAt(told, timeZone);
  const month = formatOf(TAGS[locale], timeZone, { month: "long" }).format(told);
  const day = [
    locale === "fr" && date === 1 ? "1er" : date,
    month,
    ...(year === clockAt(now, timeZone).year ? [] : [year]),
  ].join("\u00a0");
  if (midnight) return t(as === "end" ? "consultation:time.midnight" : "consultation:time.day", { day });
  return t(minute === 0 ? "consultation:time.hour" : "consultation:time.minute", {
    day,
    hour,
    minute: String(minute).padStart(2, "0"),
  });
}

/** How long until an instant, counted in days of the calendar, then in hours and minutes: "dans 12 jours", "demain". */
export function tellDelay(
  instant: Date,
  { t, locale, now, timeZone }: Telling,
  as: "start" | "end" = "start",
): string {
  const told = as === "end" && isMidnight(instant, timeZone) ? new Date(instant.getTime() - 1) : instant;
  const days = calendarDay(told, timeZone) - calendarDay(now, timeZone);
  if (days > 0) return formatAway(locale, days, "day");
  const minutes = Math.floor((instant.getTime() - now.getTime()) / 60_000);
  if (minutes >= 60) return formatAway(locale, Math.floor(minutes / 60), "hour");
  return minutes >= 1 ? formatAway(locale, minutes, "minute") : t("consultation:time.soon");
}

/** "le 14 mars à minuit (heure de Paris)" */
export function tellZoned(instant: Date, telling: Telling, as: "start" | "end" = "start"): string {
  const place = telling.timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? telling.timeZone;
  return telling.t("consultation:time.zoned", { moment: tellInstant(instant, telling, as), place });
}

/** The same instant by the clock of another zone, or null when both clocks agree then. */
export function tellElsewhere(
  instant: Date,
  telling: Telling,
  timeZone: string,
  as: "start" | "end" = "start",
): string | null {
  const here = clockAt(instant, telling.timeZone);
  const there = clockAt(instant, timeZone);
  if (here.day === there.day && here.hour === there.hour && here.minute === there.minute) return null;
  return tellInstant(instant, { ...telling, timeZone }, as);
}

type Dated = Pick<Consultation, "opensAt" | "closesAt" | "timeZone">;

/** What a phase's sentence needs: the instant that matters in it, and whether it ends something. */
export const milestoneOf = (
  { opensAt, closesAt }: Dated,
  phase: "upcoming" | "open" | "closed",
): [Date, "start" | "end"] => (phase === "upcoming" ? [opensAt, "start"] : [closesAt, "end"]);
