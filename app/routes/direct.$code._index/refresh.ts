import type { PollView, OwnAnswers } from "~/modules/polls";

const TYPED = new Set(["words", "open", "questions"]);

/** Seconds after which a page without a script asks again; null where something may be being typed, or nothing will come. */
export function refreshAfter(
  { state, question }: Pick<PollView, "state" | "question">,
  own: OwnAnswers | null,
): number | null {
  if (state === "over" || state === "online") return null;
  if (state !== "open" || !question) return 5;
  const answered = (own?.choices[question.key] ?? own?.texts[question.key]) !== undefined;
  // Who answered by a text may be at another: the form is folded, but there.
  if (TYPED.has(question.kind)) return answered ? 20 : null;
  return answered ? 5 : 20;
}
