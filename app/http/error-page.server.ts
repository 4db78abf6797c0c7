import { getT, type Ending, type Locale } from "~/platform/i18n";

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The last resort when even the error page cannot be rendered: needs nothing else to work. */
export function errorPage({ locale, requestId }: { locale: Locale; requestId: string }): string {
  const t = getT(locale);
  const text = (key: Ending<"errors:">) => escape(t(`errors:${key}`));
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text("title.500")} · Concertation</title></head><body><main><h1>${text("title.500")}</h1><p>${text("unexpected")}</p>
<p><a href="/">${text("next.home")}</a></p><p>${text("next.contact")} <code>${escape(requestId)}</code></p></main></body></html>`;
}
