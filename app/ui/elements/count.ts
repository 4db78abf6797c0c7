/**
 * How many characters a text has, as the server and PostgreSQL's `char_length` count them: code
 * points, an end of line being one whichever way the browser writes it.
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (character !== "\r") count += 1;
  return count + lonely(text);
}

/** Carriage returns that end a line on their own: they count, those before a line feed do not. */
function lonely(text: string): number {
  return text.match(/\r(?!\n)/g)?.length ?? 0;
}

/** Puts values into a sentence that came from the catalogue: "Caractères restants : {count}". */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** How far a text is from its limit. `near` is where it starts being said aloud. */
export function distance(
  text: string,
  max: number,
  near = Math.min(200, Math.ceil(max / 10))
): { left: number; state: "far" | "near" | "over" } {
  const left = max - countCharacters(text);
  return { left, state: left < 0 ? "over" : left <= near ? "near" : "far" };
}
