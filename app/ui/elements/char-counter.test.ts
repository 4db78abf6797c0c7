// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CharCounter } from "./char-counter";
import { define } from "./dom";

define({ "char-counter": CharCounter });

beforeEach(() => {
  vi.useFakeTimers(); // why: it is said aloud once typing pauses
  document.documentElement.lang = "fr";
  document.body.innerHTML = `<textarea id="texte"></textarea>
    <char-counter for="texte" max="10" near="3" left="Restent : {count}" over="Trop : {count}" over-by-one="Trop d’un"></char-counter>`;
});
afterEach(() => void vi.useRealTimers());

const [field, counter] = [
  () => document.querySelector("textarea") as HTMLTextAreaElement,
  () => document.querySelector("char-counter") as CharCounter,
];
const shown = () => counter().firstElementChild?.textContent;
const aloud = () => counter().querySelector("[role=status]")?.textContent;
function type(text: string): void {
  field().value = text;
  field().dispatchEvent(new Event("input"));
}

test("says what is left while one types, aloud only near the limit and once typing pauses", () => {
  expect(shown()).toBe("Restent : 10");
  type("écrire");
  vi.advanceTimersByTime(900);
  expect([shown(), aloud(), counter().dataset.state]).toEqual(["Restent : 4", "", "far"]);
  type("écrire 👍🏽");
  expect([shown(), aloud()]).toEqual(["Restent : 1", ""]);
  vi.advanceTimersByTime(900);
  expect([aloud(), counter().dataset.state]).toEqual(["Restent : 1", "near"]);
});

test("never cuts: it says by how much a text is too long", () => {
  type("a".repeat(11));
  expect([shown(), counter().dataset.state, field().value.length]).toEqual(["Trop d’un", "over", 11]);
  type("a".repeat(12));
  expect(shown()).toBe("Trop : 2");
});

test("listens no more once it is gone", () => {
  const gone = counter();
  gone.remove();
  type("a");
  expect(gone.firstElementChild?.textContent).toBe("Restent : 10");
});
