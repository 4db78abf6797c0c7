import fc from "fast-check";
import { expect, test } from "vitest";
import { DomainError } from "~/platform/errors";
import { parseAnswer, type AnswerFields } from "./answer";
import { choicesOf } from "./counting";
import { DEFAULT_WORDS, MOST_TEXT, MOST_WORD, QUESTION_KINDS } from "./values";

const options = ["a", "b", "c"].map((ref) => ({ ref, label: ref }));
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom("a", "b", "c", "1", "5", "for", "\0", "\ud800", "x".repeat(10_000), "<b>", "constructor"),
);
const fields: fc.Arbitrary<AnswerFields> = fc.record({
  choice: fc.array(hostile, { maxLength: 5 }),
  ranking: fc.array(hostile, { maxLength: 5 }),
  text: fc.array(hostile, { maxLength: 5 }),
  stars: fc.option(hostile, { nil: undefined }),
  position: fc.option(hostile, { nil: undefined }),
});

test("whatever is posted is either an answer that fits its question, or refused with a reason", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...QUESTION_KINDS),
      fc.option(fc.integer({ min: 1, max: 3 })),
      fields,
      (kind, most, posted) => {
        const question = {
          kind,
          most,
          options: ["single", "multiple", "quiz", "ranking"].includes(kind) ? options : [],
          scale: null,
          hiddenWords: [],
        };
        try {
          const answer = parseAnswer(question, posted);
          if ("text" in answer) expect([...answer.text].length).toBeLessThanOrEqual(MOST_TEXT);
          else if (kind === "words") {
            expect(answer.choices.length).toBeLessThanOrEqual(most ?? DEFAULT_WORDS);
            for (const word of answer.choices) expect([...word].length).toBeLessThanOrEqual(MOST_WORD);
          } else {
            const known = choicesOf(question).map(({ ref }) => ref);
            expect(known).toEqual(expect.arrayContaining([...answer.choices]));
            expect(new Set(answer.choices).size).toBe(answer.choices.length);
            expect(answer.choices.length).toBeLessThanOrEqual(
              kind === "multiple" || kind === "ranking" ? (most ?? options.length) : 1,
            );
          }
          expect(JSON.stringify(answer)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          expect(error).toMatchObject({
            code: "invalid",
            reason: expect.stringMatching(/^polls:refusal\.[a-z-]+$/) as string,
          });
        }
      },
    ),
    { numRuns: 500 },
  );
});
