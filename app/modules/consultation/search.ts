/** The most characters that a search may have. */
export const SEARCH_LIMIT = 200;

/** Text cut around what was found; `marked` pieces are the words that match. Plain text: escape it as any other. */
export type Excerpt = readonly { readonly text: string; readonly marked: boolean }[];

/** A search as it is asked of the database: all of it, and the word at its end that is still being typed. */
export interface Search {
  wanted: string;
  unfinished: { before: string; word: string } | null;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The distinct words of texts, as they are written. */
export function wordsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(WORD) ?? []))];
}

/** Cuts `text` to about `length` characters around the first of its `matches`, at the edges of words. */
export function excerptOf(text: string, matches: ReadonlySet<string>, length = 240): Excerpt {
  const found = [...text.matchAll(WORD)].filter(([word]) => matches.has(word));
  const [start, end] = windowOf(text, found[0]?.index ?? 0, length);
  const pieces: { text: string; marked: boolean }[] = [];
  let plain = start > 0 ? "… " : "";
  let at = start;
  for (const { 0: word, index } of found) {
    if (index < start || index + word.length > end) continue;
    plain += text.slice(at, index);
    if (plain) pieces.push({ text: plain, marked: false });
    pieces.push({ text: word, marked: true });
    plain = "";
    at = index + word.length;
  }
  plain += text.slice(at, end) + (end < text.length ? " …" : "");
  if (plain) pieces.push({ text: plain, marked: false });
  return pieces;
}

/** From where to where to cut, so that `focus` stands in the first third. */
function windowOf(text: string, focus: number, length: number): [number, number] {
  if (text.length <= length) return [0, text.length];
  let start = Math.max(0, focus - Math.floor(length / 3));
  if (start > 0) start = edge(text, text.lastIndexOf(" ", start) + 1 || start);
  let end = Math.min(text.length, start + length);
  if (end < text.length) {
    const space = text.lastIndexOf(" ", end);
    end = edge(text, space > focus ? space : end);
  }
  return [start, end];
}

/** Never between the two halves of one character. */
const edge = (text: string, index: number): number =>
  /^[\udc00-\udfff]/.test(text.slice(index, index + 1)) ? index - 1 : index;

/**
 * A query without the small words that PostgreSQL's French keeps: it has no "les" in its list, and "à" is "a" once it
 * is folded. Inside quotes every word counts.
 */
export const withoutSmallWords = (query: string): string =>
  query.includes('"') ? query : query.replace(/(?<!\S)(?:a|à|les)(?!\S)/giu, " ").trim();

/**
 * The word that is still being typed, so that it may match as a prefix, and what stands before it. Null where the
 * search has quotes or exclusions, which a prefix would undo.
 */
export function unfinishedWord(query: string): { before: string; word: string } | null {
  if (/"|(^|\s)-/.test(query)) return null;
  const match = /^([\s\S]*?)([\p{L}\p{N}]{3,})$/u.exec(query);
  const [, before, word] = match ?? [];
  return before === undefined || word === undefined ? null : { before, word };
}
