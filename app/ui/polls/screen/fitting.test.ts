import { describe, expect, test } from "vitest";
import { BODY_STEPS, countLines, fit, flowing, howManyFit, stacked, TITLE_STEPS } from "./fitting";

const WORDS =
  "parmi les actions de la feuille de route lesquelles vous paraissent prioritaires dans votre territoire ";
const text = (length: number) => WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length);

describe("lines", () => {
  test("break at words, as browsers break them", () => {
    // 10 letters a line
    const size = 1 / 0.48;
    expect(countLines("un deux", size, 10)).toBe(1);
    expect(countLines("un deux trois", size, 10)).toBe(2);
    expect(countLines("abcdefghij klm", size, 10)).toBe(2);
  });

  test("break a word that is longer than a line", () => {
    expect(countLines("a".repeat(25), 1 / 0.48, 10)).toBe(3);
  });
});

describe("the projector's letters", () => {
  test("are large for a short question", () => {
    expect(fit("Quelle priorité ?", stacked([{ text: "Vrai" }, { text: "Faux" }]))).toMatchObject({
      title: 1,
      body: 1,
    });
  });

  test("fit a question of 300 characters and ten options of 80", () => {
    const blocks = Array.from({ length: 10 }, () => ({
      text: text(80),
      share: 0.62,
      beside: 8.8,
      least: 1.1,
      after: 0.55,
    }));
    const found = fit(text(300), stacked(blocks));
    expect(found.title).toBeLessThanOrEqual(TITLE_STEPS.length);
    expect(found.body).toBeLessThan(BODY_STEPS.length);
    expect(stacked(blocks)(found.step)).toBeLessThanOrEqual(found.room);
  });

  test("are the largest that fit: one step more would not", () => {
    const blocks = Array.from({ length: 8 }, () => ({ text: text(60) }));
    const { body, room } = fit("Question", stacked(blocks));
    expect(body).toBeGreaterThan(1);
    expect(stacked(blocks)(BODY_STEPS[body - 1] ?? 0)).toBeLessThanOrEqual(room);
    expect(stacked(blocks)(BODY_STEPS[body - 2] ?? 0)).toBeGreaterThan(room);
  });
});

test("a cloud of sixty words fits", () => {
  const words = Array.from({ length: 60 }, (_, index) => ({
    text: text(6 + (index % 12)),
    scale: index === 0 ? 3.4 : index < 6 ? 2.1 : 1,
  }));
  const { step, room } = fit("En un mot ?", flowing(words), 3);
  expect(flowing(words)(step)).toBeLessThanOrEqual(room);
});

test("as many texts are shown as there is room for, and always one", () => {
  const blocks = Array.from({ length: 9 }, () => ({ text: text(100), after: 1 }));
  const count = howManyFit(blocks, 2, 20);
  expect(stacked(blocks.slice(0, count))(2)).toBeLessThanOrEqual(20);
  expect(stacked(blocks.slice(0, count + 1))(2)).toBeGreaterThan(20);
  expect(howManyFit([{ text: text(500) }], 3.2, 2)).toBe(1);
});
