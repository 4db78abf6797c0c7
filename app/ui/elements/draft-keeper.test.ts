// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { define } from "./dom";
import { DraftAccepted, DraftKeeper } from "./draft-keeper";

define({ "draft-accepted": DraftAccepted, "draft-keeper": DraftKeeper });

beforeEach(() => void vi.useFakeTimers()); // why: what is typed is kept once typing pauses
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
  localStorage.clear();
});

/** A page as the server sends it. */
function open({ stored = "", submission = "s1" } = {}) {
  document.body.innerHTML = `
    <draft-keeper store="compte:action-1" kept="Gardé." restored="Retrouvé." discard="Effacer">
      <form>
        <input type="hidden" name="submission" value="${submission}">
        <textarea name="body">${stored}</textarea>
        <input type="radio" name="stars" value="1"><input type="radio" name="stars" value="2">
        <input type="password" name="password">
        <span data-no-draft><input type="text" name="code"></span>
      </form>
    </draft-keeper>`;
  const field = <E extends Element>(selector: string) => document.querySelector<E>(selector) as E;
  return {
    body: field<HTMLTextAreaElement>("textarea"),
    two: field<HTMLInputElement>("[value='2']"),
    password: field<HTMLInputElement>("[name=password]"),
    code: field<HTMLInputElement>("[name=code]"),
    form: field<HTMLFormElement>("form"),
    note: () => document.querySelector("[data-draft-note] span")?.textContent ?? "",
  };
}

function type(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

test("what is typed and chosen is there again after a reload; a password and what asks not to be kept are not", () => {
  const first = open();
  type(first.body, "Un avis");
  type(first.password, "secret");
  type(first.code, "ABCDEF");
  first.two.checked = true;
  first.two.dispatchEvent(new Event("change", { bubbles: true }));
  vi.advanceTimersByTime(400);
  expect(first.note()).toBe("Gardé.");
  const again = open();
  expect([again.body.value, again.two.checked, again.password.value, again.code.value]).toEqual([
    "Un avis",
    true,
    "",
    "",
  ]);
  expect(again.note()).toBe("Retrouvé.");
});

test("a page that is left before typing paused has kept it", () => {
  type(open().body, "Un avis");
  window.dispatchEvent(new Event("pagehide"));
  expect(open().body.value).toBe("Un avis");
});

test("what the server has changed since is not written over", () => {
  type(open({ stored: "avant" }).body, "le mien");
  vi.advanceTimersByTime(400);
  expect(open({ stored: "entre-temps" }).body.value).toBe("entre-temps");
  expect(open({ stored: "avant" }).body.value).toBe("le mien");
});

test("who discards has the form as the server sent it, now and after a reload", () => {
  type(open().body, "Un avis");
  vi.advanceTimersByTime(400);
  const { body } = open();
  document.querySelector<HTMLButtonElement>("[data-draft-note] button")?.click();
  expect(body.value).toBe("");
  expect(open().body.value).toBe("");
});

test("what the server has taken is forgotten, and only that", () => {
  const { body, form } = open();
  type(body, "Un avis");
  form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  document.body.innerHTML = `<draft-accepted submission="another"></draft-accepted>`;
  expect(open().body.value).toBe("Un avis");
  document.body.innerHTML = `<draft-accepted submission="s1"></draft-accepted>`;
  expect(open().body.value).toBe("");
});
