import { cx } from "./cx";

/**
 * Long text from Markdown. `html` must come from the server's sanitiser: nothing is cleaned here.
 * `small` is for what people type in a field: its line ends are kept.
 */
export function Prose({
  html,
  lang,
  small,
  id,
}: {
  html: string;
  lang?: string;
  small?: boolean;
  id?: string;
}) {
  return (
    <div
      className={cx("prose", small && "prose--small")}
      lang={lang}
      id={id}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
