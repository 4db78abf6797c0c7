// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { gist, keepsTexts, swap } from "./swap";

const page = (html: string) =>
  new DOMParser().parseFromString(`<!doctype html><title>Après</title>${html}`, "text/html");

beforeEach(() => {
  history.replaceState(null, "", "/concertations/a?page=1");
  vi.spyOn(window, "scrollTo").mockReturnValue(); // why: nothing has a height here
  document.body.innerHTML = `<header class="site">Avant</header>
    <main><form id="avis"><textarea name="body">Un  avis</textarea></form></main><footer class="site-footer">Avant</footer>`;
});

test("shows another page's parts, with its title and address, and focuses what was said", () => {
  const length = history.length;
  swap(
    page(`<header class="site">Après</header><main><p role="status">Enregistré.</p><input autofocus></main>`),
    `${location.origin}/concertations/a/action-1`,
    null,
  );
  expect([document.title, location.pathname]).toEqual(["Après", "/concertations/a/action-1"]);
  expect(history.length).toBe(length + 1);
  expect(document.querySelector("header")?.textContent).toBe("Après");
  expect(document.querySelector("footer")?.textContent).toBe("Avant");
  expect(document.activeElement?.textContent).toBe("Enregistré.");
  expect(document.querySelector("[autofocus]")).toBeNull();
});

test("a refusal is read before what was done", () => {
  swap(page(`<main><p role="status">Fait.</p><p role="alert">Refusé.</p></main>`), location.href, null);
  expect(document.activeElement?.textContent).toBe("Refusé.");
});

test("the same address leaves the history alone, and the reader where they were", () => {
  const length = history.length;
  const form = document.querySelector("form");
  swap(page(`<main><form id="avis" tabindex="-1"></form></main>`), location.href, form);
  expect(history.length).toBe(length);
  expect(document.activeElement?.id).toBe("avis");
  swap(page(`<main>Tout autre chose</main>`), location.href, form);
  expect(document.activeElement?.tagName).toBe("MAIN");
});

test("knows whether what was typed can still be read on the page that came", () => {
  const form = document.querySelector("form") as HTMLFormElement;
  expect(keepsTexts(page(`<main><textarea>Un avis</textarea></main>`), form)).toBe(true);
  expect(keepsTexts(page(`<main><p>Vous avez écrit : Un avis.</p></main>`), form)).toBe(true);
  expect(keepsTexts(page(`<main><textarea></textarea></main>`), form)).toBe(false);
  expect(gist(page(`<main><h1>Trop d’essais</h1><p>Attendez.</p></main>`))).toBe("Trop d’essais — Attendez.");
});
