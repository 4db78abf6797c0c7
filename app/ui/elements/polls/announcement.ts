import { fill } from "../count";
import { text } from "../dom";
import type { Moment } from "./stream";

/** What to say aloud of a change, in the element's words; nothing when nothing that matters changed. */
export function announcement(element: Element, before: Moment, now: Moment): string {
  const { question, state, results } = now;
  const opened = state === "open" && (before.state !== "open" || before.question?.key !== question?.key);
  if (opened && question) return fill(text(element, "question"), { title: question.title });
  if (results && !before.results) return text(element, "results");
  if (state === before.state) return "";
  return state === "closed" || state === "over" ? text(element, state) : "";
}
