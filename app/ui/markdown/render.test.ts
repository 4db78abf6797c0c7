import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeAddress } from "./adapt";
import { remembered } from "./remembered";
import { renderMarkdown } from "./render.server";

/** Every tag that a text may bring into a page, as it is written. */
const TAGS =
  /^<(?:(?:h[2-6]|p|strong|em|del|code|blockquote|ul|ol|li|thead|tbody|tr|th|td|pre|table|a)|\/[a-z0-9]+|(?:br|hr)\/|a href="(?:https?:\/\/|mailto:|\/)[^"]*" rel="nofollow ugc noopener"|ol start="-?\d+"|(?:pre|table) tabindex="0")>$/i;
/** Milliseconds of work since then: a busy machine makes time of them, not more work. */
const cpuMs = (started: NodeJS.CpuUsage) => process.cpuUsage(started).user / 1000;
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];

describe("ordinary texts", () => {
  test("emphasis, lists, quotes, code, tables", () => {
    expect(renderMarkdown("**Oui**, _mais_ ~~non~~ `x`\n\n- a\n- b\n\n> cité")).toBe(
      "<p><strong>Oui</strong>, <em>mais</em> <del>non</del> <code>x</code></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<blockquote>\n<p>cité</p>\n</blockquote>",
    );
    expect(renderMarkdown("|a|b|\n|:-:|-|\n|1|2|")).not.toMatch(/style|align/);
  });

  test("the highest heading takes the level of its place, the others follow", () => {
    expect(renderMarkdown("# A\n\n## B")).toBe("<h3>A</h3>\n<h4>B</h4>");
    expect(renderMarkdown("## A\n\n#### B", 2)).toBe("<h2>A</h2>\n<h4>B</h4>");
    expect(renderMarkdown("###### A\n\n# B\n\n#### C")).toBe("<h6>A</h6>\n<h3>B</h3>\n<h6>C</h6>");
  });

  test("links say that somebody else wrote them; pictures become links; boxes become signs", () => {
    expect(renderMarkdown("[a](https://exemple.fr/?b=1&c=2)")).toBe(
      '<p><a href="https://exemple.fr/?b=1&amp;c=2" rel="nofollow ugc noopener">a</a></p>',
    );
    expect(renderMarkdown("![plan](https://exemple.fr/a.png)")).toBe(
      '<p><a href="https://exemple.fr/a.png" rel="nofollow ugc noopener">plan</a></p>',
    );
    expect(renderMarkdown("[![plan](https://a.fr/a.png)](https://a.fr)")).toBe(
      '<p><a href="https://a.fr" rel="nofollow ugc noopener">plan</a></p>',
    );
    expect(renderMarkdown("- [x] fait")).toContain("☑ fait");
  });

  test("signs are spaced as in French, except in code", () => {
    expect(renderMarkdown("Oui ! **Non** : `a ? b`")).toBe(
      "<p>Oui\u202f! <strong>Non</strong>\u202f: <code>a ? b</code></p>",
    );
  });

  test("a footnote stays where it is written", () => {
    expect(renderMarkdown("Oui[^1].\n\n[^1]: Source.")).toBe("<p>Oui[^1].</p>\n<p>[^1]:</p>\n<p>Source.</p>");
  });

  test("tags that were typed are read as typed", () => {
    expect(renderMarkdown("Le <patient> dit <b>oui</b>")).toBe(
      "<p>Le &lt;patient&gt; dit &lt;b&gt;oui&lt;/b&gt;</p>",
    );
  });
});

describe("nasty texts", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">a</a>',
    "<svg onload=alert(1)>",
    "<!-- --><iframe src='//a.fr'></iframe>",
    '```html"><script>\n<script>alert(1)</script>\n```',
  ])("%s does nothing", (source) => {
    const html = renderMarkdown(source);
    for (const tag of tagsOf(html)) expect(tag).toMatch(TAGS);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\u0000script:alert(1)",
    "&#106;avascript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//exemple.fr",
    "ftp://a.fr",
    "tel:1",
    "#ancre",
    "page",
  ])("[a](<%s>) is no link", (address) => {
    expect(renderMarkdown(`[a](<${address}>)`)).not.toContain("href");
    expect(renderMarkdown(`![a](<${address}>)`)).not.toContain("href");
    expect(renderMarkdown(`[a]\n\n[a]: <${address}>`)).not.toContain("href");
  });

  test("a path stays on this site, however browsers read it", () => {
    for (const path of ["//a.fr", "/\\a.fr", "/\t/a.fr", "\t//a.fr", "\\\\a.fr"])
      expect(safeAddress(path), path).toBeNull();
    expect(safeAddress("/accessibilite")).toBe("/accessibilite");
  });

  test("whatever is typed, only known tags come out, and nothing fails", () => {
    const bits = fc.constantFrom(
      "*",
      "_",
      "[",
      "](",
      ")",
      "<",
      ">",
      "`",
      "~~",
      "|",
      "\n",
      "\n\n",
      "# ",
      "- ",
      "> ",
      "!",
      "javascript:",
      "https://a.fr",
      "&#x3c;",
      "\\",
      "a",
      "é",
      "\u202e",
      "\u0000",
      "\ud800",
      "<script>",
      "style=",
      "onload=",
      "[^1]",
      "[^1]: ",
      "|-|\n",
      "1. ",
      "\t",
      "```",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (typed) => {
        for (const tag of tagsOf(renderMarkdown(typed.join("")))) expect(tag).toMatch(TAGS);
      }),
      { numRuns: 400 },
    );
  });
});

describe("texts made to exhaust", () => {
  const N = 100_000;
  test.each([
    ["quotes in quotes", `${">".repeat(N - 1)}a`],
    ["lists in lists", `${"- ".repeat(N / 2 - 1)}a`],
    ["lists in quotes", "> - ".repeat(N / 4)],
    ["indented lists", Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n")],
    ["crossed emphasis", "*a_ ".repeat(N / 4)],
    ["crossed emphasis, line by line", "*a_ *b_\n".repeat(N / 8)],
    ["crossed emphasis, as much as is let through", `- ${"*a_ ".repeat(198)}\n`.repeat(N / 800)],
    ["strikes", "~a~ ~~b ".repeat(N / 8)],
    ["open brackets", "[".repeat(N)],
    ["brackets", "[".repeat(N / 2) + "]".repeat(N / 2)],
    ["pictures in pictures", "![".repeat(N / 2)],
    ["footnotes", `${"[^1]".repeat(N / 4 - 3)}\n\n[^1]: a`],
    ["signs", "<".repeat(N)],
    ["addresses", "a@".repeat(N / 2)],
    ["one word", "a".repeat(N)],
    ["beyond the longest", "a\n\n".repeat(N)],
  ])("%s", (_name, source) => {
    const started = process.cpuUsage();
    const html = renderMarkdown(source);
    expect(cpuMs(started)).toBeLessThan(5000);
    for (const tag of tagsOf(html)) expect(tag).toMatch(TAGS);
  });

  test("a long ordinary text is rendered, and at once the second time", () => {
    const source = "Un paragraphe **ordinaire**, avec [un lien](https://exemple.fr).\n\n".repeat(1500);
    expect(renderMarkdown(source)).toContain("<strong>ordinaire</strong>");
    const started = process.cpuUsage();
    renderMarkdown(source);
    expect(cpuMs(started)).toBeLessThan(50);
  });
});

test("what is remembered stays within its limits, and the latest stays longest", () => {
  const made: string[] = [];
  const twice = remembered((text) => (made.push(text), text + text), { entries: 2, characters: 100 });
  for (const text of ["a", "b", "a", "c", "a", "b"]) expect(twice(text)).toBe(text + text);
  expect(made).toEqual(["a", "b", "c", "b"]);
  expect(twice("x".repeat(40))).toBe("x".repeat(80));
  expect(twice("x".repeat(40))).toBe("x".repeat(80));
  expect(made.filter((text) => text.startsWith("x"))).toHaveLength(2);
});
