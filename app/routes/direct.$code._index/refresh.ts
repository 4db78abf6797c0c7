import type { LiveView, OwnAnswers } from "~/modules/live";

const TYPED = new Set(["words", "open", "questions"]);

/** Seconds after which a page without a script asks again; null where something may be being typed, or nothing will come. */
export function refreshAfter({ state, question }: Pick<LiveView, "state" | "question">, own: OwnAnswers | null): number | null {
  if (state === "over" || state === "online") return null;
  if (state !== "open" || !question) return 5;
  if (TYPED.has(question.kind)) return null;
  return own?.choices[question.key] ? 5 : 20;
}
