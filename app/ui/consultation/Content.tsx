import type { ReactNode } from "react";
import { useFormat, useLocale } from "~/ui/i18n";

/** A line of a consultation's own text, typeset, and told to be French where the page around it is not. */
export function Content({ text, className, children }: { text?: string; className?: string; children?: ReactNode }) {
  const locale = useLocale();
  const { text: typeset } = useFormat();
  const lang = locale === "fr" ? undefined : "fr";
  const words = text === undefined ? children : typeset(text);
  return lang || className ? <span lang={lang} className={className}>{words}</span> : <>{words}</>;
}
