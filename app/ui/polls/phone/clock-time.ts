import { useLocale } from "~/ui/i18n";

/** "14:05:30", at the place where the room is. */
export function useClockTime(timeZone = "Europe/Paris"): (milliseconds: number) => string {
  const locale = useLocale();
  return (milliseconds) =>
    new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { timeStyle: "medium", timeZone }).format(
      milliseconds,
    );
}
