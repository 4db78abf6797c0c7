import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { PollText, ResultRow, Results } from "~/modules/polls";
import { PollResults } from "./PollResults";
import type { Asked } from "./telling";
import { wordSizes } from "./word-sizes";

const row = (ref: string, n: number, more: Partial<ResultRow> = {}): ResultRow => ({
  ref,
  label: ref,
  n,
  share: n / 40,
  correct: false,
  points: null,
  place: null,
  ...more,
});
const results = (rows: ResultRow[], more: Partial<Results> = {}): Results => ({
  n: 40,
  rows,
  mean: null,
  words: [],
  ...more,
});
const asked = (kind: Asked["kind"], more: Partial<Asked> = {}): Asked => ({
  kind,
  explanation: null,
  scale: null,
  ...more,
});

/** What is read, without the drawings. */
const read = (question: Asked, given: Results, texts: PollText[] = [], size: "phone" | "screen" = "phone") =>
  renderToStaticMarkup(<PollResults question={question} results={given} texts={texts} size={size} />)
    .replace(/<svg.*?<\/svg>/g, "")
    .replace(/<[^>]+>/g, "|")
    .replace(/[\s|]*\|[\s|]*/g, "|")
    .replace(/[\u00a0\u202f]/g, " ");

describe("results", () => {
  test("say share, count and n, in the questionnaire's order", () => {
    expect(read(asked("single"), results([row("labyrinthe", 0), row("ambition", 30)]))).toBe(
      "|labyrinthe|0 % · 0|ambition|75 % · 30|40 réponses|",
    );
  });

  test("mark the right answer of a quiz by a word, and explain it", () => {
    const given = results([row("Vrai", 10), row("Faux", 30, { correct: true })]);
    expect(read(asked("quiz", { explanation: "Deux documents." }), given)).toBe(
      "|Vrai|25 % · 10|Faux|Bonne réponse|75 % · 30|Deux documents.|40 réponses|",
    );
  });

  test("of stars start with five, their mean first", () => {
    const given = results(
      [1, 2, 3, 4, 5].map((stars) => row(String(stars), stars, { label: null })),
      { mean: 3.75 },
    );
    expect(read(asked("stars"), given)).toMatch(/^\|3,8 sur 5 en moyenne\|5 étoiles\|.*\|1 étoile\|/);
  });

  test("of a ranking start with the first place", () => {
    const given = results([row("a", 40, { points: 60, place: 2 }), row("b", 40, { points: 100, place: 1 })]);
    expect(read(asked("ranking"), given)).toMatch(/^\|b\|1er · 100 points\|a\|2e · 60 points\|/);
  });

  test("of a scale say each step to who does not see the columns", () => {
    const given = results([row("1", 10), row("2", 30)], { mean: 1.75 });
    expect(read(asked("scale", { scale: { from: 1, to: 2, low: "peu", high: "très" } }), given)).toMatch(
      /1,8 en moyenne, de 1 à 2\|1 : 10 réponses \(25 %\)\|.*\|peu\|très\|/,
    );
  });

  test("of texts keep the order they come in, with their support", () => {
    const given: PollText[] = [
      { id: 2, body: "Pourquoi ?", supports: 3, standing: "published", answered: false, setting: "room" },
      { id: 1, body: "Quand ?", supports: 0, standing: "published", answered: true, setting: "room" },
    ];
    expect(read(asked("questions"), results([]), given)).toBe(
      "|Pourquoi ?|3 soutiens|Quand ?|Répondu|40 réponses|",
    );
  });

  test("leave n to the projector's foot", () => {
    expect(read(asked("single"), results([row("a", 40)]), [], "screen")).toBe("|a|100 % · 40|");
  });

  test("say that nobody answered yet", () => {
    expect(read(asked("single"), results([row("a", 0)], { n: 0 }))).toBe(
      "|Pas encore de réponse.|a|0 % · 0|",
    );
  });
});

describe("words of a cloud", () => {
  test("are the larger the more often they were given", () => {
    const sizes = wordSizes([22, 11, 4, 1]);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBe(4);
    expect(sizes).toEqual(expect.arrayContaining([6, 1]));
  });

  test("are all of one size when each was given once", () => {
    expect(wordSizes([1, 1, 1])).toEqual([3, 3, 3]);
  });
});
