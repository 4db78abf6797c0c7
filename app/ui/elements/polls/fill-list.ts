import { make } from "../dom";

/** Fills a list with what was answered; an empty one hides. */
export function fillList(list: Element | null, lines: readonly string[]): void {
  if (!(list instanceof HTMLElement)) return;
  list.textContent = "";
  for (const line of lines) list.append(make("li", "", line));
  list.hidden = lines.length === 0;
}
