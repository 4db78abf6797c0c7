import { LRUCache } from "lru-cache";

interface Limits {
  entries: number;
  characters: number;
}

/** Keeps what `make` made of the texts that were asked for last, within limits of number and size. */
export function remembered(
  make: (text: string) => string,
  { entries, characters }: Limits,
): (text: string) => string {
  const kept = new LRUCache<string, string>({
    max: entries,
    maxSize: characters,
    // One long text must not drive out all the others.
    maxEntrySize: Math.floor(characters / 4),
    sizeCalculation: (made, text) => Math.max(1, text.length + made.length),
  });

  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    kept.set(text, made);
    return made;
  };
}
