import { expect, test } from "vitest";
import { questionSchema, questionView, type OwnAnswers, type QuestionKind } from "~/modules/polls";
import { refreshAfter } from "./refresh";

const asked = (kind: QuestionKind, options: object[] = []) => {
  const question = {
    ...questionSchema.parse({ ref: "q", kind, title: "T", options }),
    id: 1,
    item: null,
    revealed: false,
    round: 0,
    hiddenWords: [],
  };
  return questionView(question, [question], false);
};
const single = asked("single", [
  { ref: "a", label: "A" },
  { ref: "b", label: "B" },
]);
const own = (choices: Record<string, string[]>, texts: OwnAnswers["texts"] = {}): OwnAnswers => ({
  choices,
  texts,
  supported: [],
  region: "76",
  stakeholder: "unknown",
});

test("a page without a script asks again often while nothing can be lost, seldom over a choice, never over a text that was not sent", () => {
  expect(refreshAfter({ state: "waiting", question: null }, null)).toBe(5);
  expect(refreshAfter({ state: "closed", question: single }, null)).toBe(5);
  expect(refreshAfter({ state: "open", question: single }, null)).toBe(20);
  expect(refreshAfter({ state: "open", question: single }, own({ "q.0": ["a"] }))).toBe(5);
  for (const kind of ["words", "open", "questions"] as const)
    expect(refreshAfter({ state: "open", question: asked(kind) }, null)).toBeNull();
  expect(refreshAfter({ state: "open", question: asked("words") }, own({ "q.0": ["santé"] }))).toBe(20);
  expect(refreshAfter({ state: "open", question: asked("open") }, own({}, { "q.0": ["Un texte"] }))).toBe(20);
  expect(
    refreshAfter({ state: "open", question: asked("open") }, own({}, { "q.1": ["D’un autre tour"] })),
  ).toBeNull();
  for (const state of ["online", "over"] as const)
    expect(refreshAfter({ state, question: null }, null)).toBeNull();
});
