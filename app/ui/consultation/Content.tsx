import type { ReactNode } from "react";
import { useFormat, useLocale } from "~/ui/i18n";

/** The language of a consultation's own text, where it is not that of the page around it. */
export const useContentLang = (): "fr" | undefined => (useLocale() === "fr" ? undefined : "fr");

/** A line of a consultation's own text, typeset, and told to be French where the page around it is not. */
export function Content({
  text,
  className,
  children,
}: {
  text?: string;
  className?: string;
  children?: ReactNode;
}) {
  const { text: typeset } = useFormat();
  const lang = useContentLang();
  const words = text === undefined ? children : typeset(text);
  return lang || className ? (
    <span lang={lang} className={className}>
      {words}
    </span>
  ) : (
    <>{words}</>
  );
}
