import { cx } from "./cx";

/** Long text from Markdown. `html` must come from the server's sanitiser: nothing is cleaned here. */
export function Prose({ html, lang, small, id }: { html: string; lang?: string; small?: boolean; id?: string }) {
  return <div className={cx("prose", small && "prose--small")} lang={lang} id={id} dangerouslySetInnerHTML={{ __html: html }} />;
}
