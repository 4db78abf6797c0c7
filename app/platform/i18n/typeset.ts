const NARROW = "\u202f";

/** French typography: narrow no-break spaces before ; : ! ? % and », after «, and between the thousands. */
export function typeset(text: string): string {
  return text
    .replace(/[ \u00a0]+([;:!?»%€])/g, `${NARROW}$1`)
    .replace(/«[ \u00a0]+/g, `«${NARROW}`)
    .replace(/(\d)[ \u00a0](?=\d{3}(?!\d))/g, `$1${NARROW}`);
}
