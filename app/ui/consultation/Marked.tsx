import type { Excerpt } from "~/modules/consultation";

/** Text in which the words that were looked for stand out. */
export const Marked = ({ excerpt }: { excerpt: Excerpt }) => (
  <>{excerpt.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}</>
);
