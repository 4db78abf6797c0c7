const LENGTH = 60;

/** A name for an address made from words: "Étape de Lyon" becomes `etape-de-lyon`; with a number when it is taken. */
export function slugOf(words: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = words
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LENGTH)
    .replace(/^-+|-+$/g, "");
  const base = plain || fallback;
  let slug = base;
  for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
  return slug;
}
