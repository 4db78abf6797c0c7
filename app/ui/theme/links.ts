import textFont from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import stylesheet from "./app.css?url";

/** What every page's head links to: the stylesheet, and the font that its first line needs. */
export const themeLinks = [
  { rel: "stylesheet", href: stylesheet },
  { rel: "preload", href: textFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
] as const;
