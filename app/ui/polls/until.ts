import { findRegion } from "~/modules/identity";
import type { Locale, T } from "~/platform/i18n";
import { tellInstant } from "~/ui/consultation/time";

/** When a poll that goes on online closes, by the clocks of its region: "le 30 septembre à 18 h". */
export function tellUntil(
  onlineUntil: number,
  region: string,
  { t, locale }: { t: T; locale: Locale },
): string {
  const instant = new Date(onlineUntil);
  return tellInstant(
    instant,
    { t, locale, now: new Date(), timeZone: findRegion(region)?.timeZone ?? "Europe/Paris" },
    "end",
  );
}
