interface Limits {
  entries: number;
  characters: number;
}

/** Keeps what `make` made of the texts that were asked for last, within limits of number and size. */
export function remembered(
  make: (text: string) => string,
  { entries, characters }: Limits,
): (text: string) => string {
  // A Map keeps the order of insertion: its first entry is the one that nobody asked for the longest.
  const kept = new Map<string, string>();
  let size = 0;

  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) {
      kept.delete(text);
      kept.set(text, known);
      return known;
    }
    const made = make(text);
    if (text.length + made.length > characters / 4) return made;
    kept.set(text, made);
    size += text.length + made.length;
    for (const [oldest, value] of kept) {
      if (kept.size <= entries && size <= characters) break;
      kept.delete(oldest);
      size -= oldest.length + value.length;
    }
    return made;
  };
}
