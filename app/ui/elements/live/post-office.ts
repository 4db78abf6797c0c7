import type { Letter } from "./letters";
import { leave } from "./live-left";
import { memory } from "./memory";
import { Outbox, type News } from "./outbox";

let shared: Outbox | undefined;

/** The page's outbox. It wakes with the network and with the page, and what it learns is remembered for all elements. */
export function outbox(): Outbox {
  if (shared) return shared;
  const made = (shared = new Outbox());
  // First to listen: elements look into the memory when they hear the same news.
  made.listen(file);
  window.addEventListener("online", () => made.nudge());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") made.nudge();
  });
  return made;
}

/** Remembers an answer that was taken; says one that was refused when its question is no longer there to say it. */
function file(letter: Letter, news: News): void {
  if (!letter.fields.some(([name]) => name === "question")) return;
  if (news.kind === "sent") {
    const before = letter.adds
      ? (memory.answers.get(letter.key)?.said ?? []).filter((said) => letter.said.indexOf(said) < 0)
      : [];
    memory.answers.set(letter.key, { values: letter.values, said: [...before, ...letter.said] });
  }
  if (news.kind === "refused" && !answerable(letter.key))
    leave({ ...letter, why: news.message, typed: letter.fields.some(([name]) => name === "text") });
}

const answerable = (key: string): boolean =>
  [...document.querySelectorAll("live-answer")].some(
    (element) => element.getAttribute("answer") === key && element.querySelector("form"),
  );
