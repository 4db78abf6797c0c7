import type { UnsentPost } from "./unsent";
import { leave } from "./poll-left";
import { memory } from "./memory";
import { DeliveryQueue, type News } from "./delivery-queue";

let shared: DeliveryQueue | undefined;

/** The page's delivery queue. It wakes with the network and with the page, and what it learns is remembered for all elements. */
export function deliveries(): DeliveryQueue {
  if (shared) return shared;
  const made = (shared = new DeliveryQueue());
  // First to listen: elements look into the memory when they hear the same news.
  made.listen(file);
  window.addEventListener("online", () => made.nudge());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") made.nudge();
  });
  return made;
}

/** Remembers an answer that was taken; says one that was refused when its question is no longer there to say it. */
function file(post: UnsentPost, news: News): void {
  if (!post.fields.some(([name]) => name === "question")) return;
  if (news.kind === "sent") {
    const before = post.adds
      ? (memory.answers.get(post.key)?.said ?? []).filter((said) => post.said.indexOf(said) < 0)
      : [];
    memory.answers.set(post.key, { values: post.values, said: [...before, ...post.said] });
  }
  if (news.kind === "refused" && !answerable(post.key))
    leave({ ...post, why: news.message, typed: post.fields.some(([name]) => name === "text") });
}

const answerable = (key: string): boolean =>
  [...document.querySelectorAll("poll-answer")].some(
    (element) => element.getAttribute("answer") === key && element.querySelector("form"),
  );
