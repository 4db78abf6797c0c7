import { describe, expect, test } from "vitest";
import { lossOf } from "./question-change";
import { questionFields, readQuestionForm } from "./question-form";
import { questionSchema, type QuestionDefinition } from "./questionnaire";
import { QUESTION_KINDS } from "./values";

const options = [
  { ref: "a", label: "A", item: null },
  { ref: "b", label: "B", item: null },
];
const made = (question: object): QuestionDefinition =>
  questionSchema.parse({ ref: "q", title: "Question ?", ...question });
const EVERY: Record<(typeof QUESTION_KINDS)[number], QuestionDefinition> = {
  single: made({ kind: "single", options, seconds: 30 }),
  multiple: made({ kind: "multiple", options, most: 2, item: "action-1" }),
  quiz: made({
    kind: "quiz",
    options: [
      { ...options[0], correct: true },
      { ...options[1], correct: false },
    ],
    explanation: "Parce que.",
  }),
  stars: made({ kind: "stars", item: "axe-1" }),
  position: made({ kind: "position", item: "action-1" }),
  ranking: made({ kind: "ranking", options, most: 1 }),
  scale: made({ kind: "scale", scale: { from: 0, to: 5, low: "non", high: "oui" } }),
  words: made({ kind: "words", most: 2 }),
  open: made({ kind: "open", moderated: true }),
  questions: made({ kind: "questions" }),
};
const problems = (...args: Parameters<typeof readQuestionForm>) => {
  const form = readQuestionForm(...args);
  return form.ok
    ? []
    : Object.entries(form.errors).flatMap(([field, reasons]) =>
        reasons.map(({ reason }) => `${field} ${reason}`),
      );
};

test.each(QUESTION_KINDS)("a question of kind %s shown in its form and sent back is the same", (kind) => {
  expect(readQuestionForm(kind, questionFields(EVERY[kind]), "q", new Set())).toEqual({
    ok: true,
    value: EVERY[kind],
  });
});

describe("the form of a question", () => {
  test("says at which row an option is wrong, whichever rows are empty", () => {
    const rows = { "option-0-label": "A", "option-4-label": "B", "option-4-item": "Pas une ref" };
    expect(problems("single", { title: "Q", ...rows }, null, new Set())).toEqual([
      "option-4-item consultation:input.ref",
    ]);
    expect(problems("single", { title: "Q", "option-3-label": "A" }, null, new Set())).toEqual([
      "option-3-label polls:input.two-options",
    ]);
  });

  test("says what is wrong with the fields of its kind", () => {
    expect(problems("position", { title: "Q" }, null, new Set())).toEqual(["item polls:input.position-item"]);
    expect(problems("scale", { title: "Q", from: "5", to: "2" }, null, new Set())).toEqual([
      "from polls:input.scale",
    ]);
    expect(problems("words", { title: "", most: "deux", seconds: "1" }, null, new Set())).toEqual([
      "title consultation:input.empty",
      "most consultation:input.number",
      "seconds consultation:input.too-small",
    ]);
    expect(
      problems("quiz", { title: "Q", "option-0-label": "A", "option-1-label": "B" }, null, new Set()),
    ).toEqual(["option-0-label polls:input.no-right-answer"]);
  });

  test("makes refs from words, apart from those that are taken", () => {
    const form = readQuestionForm(
      "single",
      {
        title: "Étoile ?",
        "option-0-label": "Oui",
        "option-1-label": "Oui !",
        "option-2-ref": "oui-2",
        "option-2-label": "Peut-être",
      },
      null,
      new Set(["etoile"]),
    );
    expect(form.ok && [form.value.ref, ...form.value.options.map(({ ref }) => ref)]).toEqual([
      "etoile-2",
      "oui",
      "oui-3",
      "oui-2",
    ]);
  });
});

test("only what would take answers away is a loss", () => {
  const stored = (definition: QuestionDefinition, used: string[]) => ({
    id: 1,
    definition,
    answers: 3,
    used,
  });
  expect(
    lossOf(
      stored(EVERY.single, ["a"]),
      made({
        kind: "single",
        title: "Autre ?",
        options: [
          { ref: "a", label: "A bis" },
          { ref: "c", label: "C" },
        ],
      }),
    ),
  ).toBeNull();
  expect(
    lossOf(
      stored(EVERY.single, ["a", "b"]),
      made({
        kind: "single",
        options: [
          { ref: "a", label: "A" },
          { ref: "c", label: "C" },
        ],
      }),
    ),
  ).toMatchObject({ reason: "polls:refusal.option", values: { option: "B" } });
  expect(lossOf(stored(EVERY.stars, ["5"]), made({ kind: "stars" }))).toMatchObject({ path: ["item"] });
  expect(lossOf(stored(EVERY.multiple, ["a"]), { ...EVERY.multiple, item: null })).toBeNull();
  expect(lossOf(stored(EVERY.words, ["soin"]), { ...EVERY.words, most: 1 })).toBeNull();
  expect(lossOf({ ...stored(EVERY.single, []), answers: 0 }, EVERY.open)).toBeNull();
});
