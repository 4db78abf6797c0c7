/** A text in one writing: ends of line as LF, letters composed. */
export const compose = (text: string): string => text.replace(/\r\n?/g, "\n").normalize("NFC");

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/**
 * Characters as people count them and as the database keeps them, not as a keyboard or JavaScript writes them: an emoji,
 * an accented letter and an end of line are one each.
 */
export function countCharacters(text: string): number {
  const composed = compose(text);
  return composed.length - (composed.match(PAIRS)?.length ?? 0);
}
