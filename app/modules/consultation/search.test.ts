import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText, shorten } from "./plain-text";
import { excerptOf, unfinishedWord, wordsOf } from "./search";

const told = (text: string, ...words: string[]) =>
  excerptOf(text, new Set(words), 40)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join("");

describe("excerpts", () => {
  test("mark the words, whole, as they are written", () => {
    expect(told("L’usage de la télésanté régulé", "télésanté")).toBe("L’usage de la [télésanté] régulé");
    expect(told("a b c", "z")).toBe("a b c");
    expect(told("", "z")).toBe("");
  });

  test("are cut between words, around the first match", () => {
    expect(
      told(
        "un texte assez long pour devoir être coupé avant la télésanté et bien après elle aussi",
        "télésanté",
      ),
    ).toBe("… coupé avant la [télésanté] et bien après …");
  });

  test("lose and invent nothing, whatever the text", () => {
    const text = fc
      .array(fc.constantFrom("a", "été", "😀", " ", "’", "-", "\n", "<b>", "long".repeat(20)), {
        maxLength: 60,
      })
      .map((bits) => bits.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 300 }), (source, length) => {
        const matches = new Set(wordsOf([source]).slice(0, 3));
        const pieces = excerptOf(source, matches, length);
        const whole = pieces.map((piece) => piece.text).join("");
        expect(source).toContain(whole.replace(/^… /, "").replace(/ …$/, ""));
        expect(whole).not.toMatch(/\p{Cs}/u);
        expect(pieces.filter(({ marked }) => marked).every((piece) => matches.has(piece.text))).toBe(true);
      }),
    );
  });
});

test("the word being typed may be a prefix, except where that would undo what was asked", () => {
  expect(unfinishedWord("l’accès télés")).toEqual({ before: "l’accès ", word: "télés" });
  expect(unfinishedWord("tél")).toEqual({ before: "", word: "tél" });
  for (const query of ["té", "santé ", '"carte vitale"', "carte -vitale", "-vitale", ""])
    expect(unfinishedWord(query), query).toBeNull();
});

test("plain text keeps the words of Markdown", () => {
  expect(
    plainText(
      "# Titre\n\n**Gras** et _italique_, [lien](https://a.fr) ![image](x)\n- un\n2. deux\n> cité\n\n```js\ncode_a * 3\n```",
    ),
  ).toBe("Titre Gras et italique, lien image un deux cité code_a * 3");
  for (const nasty of ["[".repeat(50_000), "*".repeat(50_000), "_a".repeat(25_000), "> ".repeat(25_000)])
    plainText(nasty);
  expect(shorten("un texte court", 50)).toBe("un texte court");
  expect(shorten("un texte que l’on coupe", 12)).toBe("un texte que …");
});
