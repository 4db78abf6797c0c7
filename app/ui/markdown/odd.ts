// Markdown's parser takes a time that grows with the square of some things, and a stack as deep as what is nested.
// Texts that people write stay far below these bounds.
const LONGEST = 100_000;
const DEEPEST = 10;
const WIDEST_INDENT = 40;
const MOST_MARKS = 400;
const MOST_BRACKETS = 1000;

const CONTAINERS = /^(?:[ \t]+|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;

/** Whether a text was made to exhaust the parser, by its length, its nesting or its marks. */
export function isOdd(source: string): boolean {
  if (source.length > LONGEST) return true;
  let marks = 0;
  let brackets = 0;
  for (const line of source.split("\n")) {
    const [prefix = ""] = CONTAINERS.exec(line) ?? [];
    if (prefix.replace(/[ \t\d]/g, "").length > DEEPEST) return true;
    // A blank line or a new point of a list ends what the parser pairs marks within.
    if (/^[ \t]*$|^ {0,3}[-*+][ \t]+\S/.test(line)) marks = brackets = 0;
    marks += line.match(/[*_~]+/g)?.length ?? 0;
    brackets += line.match(/[[\]]/g)?.length ?? 0;
    if (marks > MOST_MARKS || brackets > MOST_BRACKETS) return true;
  }
  return false;
}

/** Indentation beyond any list that a person would read. */
export const clampIndents = (source: string): string =>
  source.replace(/^[ \t]+/gm, (indent) =>
    indent.replaceAll("\t", "    ").length > WIDEST_INDENT ? " ".repeat(WIDEST_INDENT) : indent,
  );

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** A text as it was typed, in paragraphs. */
export const asTyped = (source: string): string =>
  source
    .split(/\n(?:[ \t]*\n)+/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map(
      (paragraph) =>
        `<p>${paragraph
          .trim()
          .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "")
          .replaceAll("\n", "<br/>")}</p>`,
    )
    .join("\n");
