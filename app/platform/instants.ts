const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in `timeZone` shows at an instant, as if it were UTC. */
function localTime(timeZone: string, instant: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
}

/** The instant at which clocks in `timeZone` show this time; when they show it twice, the first. */
function instantOf(local: number, timeZone: string): number {
  const offsets = [local - 86_400_000, local + 86_400_000].map((near) => localTime(timeZone, near) - near);
  const candidates = offsets.map((offset) => local - offset).sort((a, b) => a - b);
  return candidates.find((instant) => localTime(timeZone, instant) === local) ?? candidates[0] ?? local;
}

/**
 * Reads `2023-02-14`, `2023-02-14 15:30` or an ISO instant with its offset; without one, the time is that of
 * `timeZone`. Null when it is none of these, or a day or hour that does not exist.
 */
export function readInstant(text: string, timeZone: string): Date | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const milliseconds = Math.trunc(Number(`0.${match[7] ?? "0"}`) * 1000);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null;
  const wall = local.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
  const offset = match[8];
  if (offset === undefined) return new Date(instantOf(wall, timeZone) + milliseconds);
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  if (Number(hours) > 14 || Number(minutes ?? 0) > 59) return null;
  const away = (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
  return new Date(wall + milliseconds - (sign === "-" ? -away : away));
}

/** What calendars and clocks in `timeZone` show at an instant: `2023-02-14` and `15:30`. */
export function wallClock(instant: Date, timeZone: string): { day: string; time: string } {
  const local = new Date(localTime(timeZone, instant.getTime())).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
}
