import { isLocale, type Locale } from "~/platform/i18n";

export const LOCALE_COOKIE = "langue";

/** The language of an answer: the address's `?lang=`, else the cookie, else what the browser prefers, else French. */
export function chooseLocale(
  address: string | null,
  cookie: string | undefined,
  accepted: string | undefined,
): Locale {
  if (isLocale(address)) return address;
  if (isLocale(cookie)) return cookie;
  const preferred = (accepted ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return {
        language: tag.trim().slice(0, 2).toLowerCase(),
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      };
    })
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const [best] = preferred;
  return best && isLocale(best.language) ? best.language : "fr";
}
