/** Joins class names, or ids for `aria-describedby`, leaving out what is absent. */
export function cx(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(" ") || undefined;
}
