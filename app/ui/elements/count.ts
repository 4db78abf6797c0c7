import { countCharacters } from "~/platform/text";

/** Puts values into a sentence that came from the catalogue: "Caractères restants : {count}". */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** How far a text is from its limit. `near` is where it starts being said aloud. */
export function distance(
  text: string,
  max: number,
  near = Math.min(200, Math.ceil(max / 10)),
): { left: number; state: "far" | "near" | "over" } {
  const left = max - countCharacters(text);
  return { left, state: left < 0 ? "over" : left <= near ? "near" : "far" };
}

/** Which sentence tells how many characters are left; its number may take the singular. */
export function sentenceOf(left: number, lang: string): "left" | "over" | "over-by-one" {
  if (left >= 0) return "left";
  return new Intl.PluralRules(lang).select(-left) === "one" ? "over-by-one" : "over";
}
