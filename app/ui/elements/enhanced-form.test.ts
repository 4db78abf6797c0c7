// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { define } from "./dom";
import { EnhancedForm } from "./enhanced-form";

define({ "enhanced-form": EnhancedForm });

/** What the server is sent, and how a test lets it answer. */
const sent: FakeRequest[] = [];
class FakeRequest {
  url = "";
  body = "";
  status = 0;
  responseURL = "";
  response: Document | null = null;
  onload = () => {};
  onerror = () => {};
  open(_method: string, url: string): void {
    this.url = this.responseURL = url;
  }
  setRequestHeader(): void {}
  send(body: URLSearchParams): void {
    this.body = String(body);
    sent.push(this);
  }
  answer(status: number, html: string): void {
    this.status = status;
    this.response = new DOMParser().parseFromString(html, "text/html");
    this.onload();
  }
}

beforeEach(() => {
  vi.useFakeTimers(); // why: it tries again after a while
  vi.stubGlobal("XMLHttpRequest", FakeRequest); // why: there is no server here, and its answers are what is tested
  history.replaceState(null, "", "/avis");
  sent.length = 0;
  document.body.innerHTML = `<main><enhanced-form sending="Envoi…" offline="Hors ligne." failed="Échec." resend="Renvoyer">
    <form method="post" id="f"><textarea name="body">Un avis</textarea><button name="act" value="send">Envoyer</button></form>
  </enhanced-form></main>`;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const press = () => document.querySelector<HTMLButtonElement>("form button")?.click();
const state = () => document.querySelector(".form-state p")?.textContent;
const settled = () => vi.advanceTimersByTimeAsync(0);

test("sends what the browser would, once, and shows the page that comes back", async () => {
  press();
  press();
  expect(sent.map(({ url, body }) => [url, body])).toEqual([
    [`${location.origin}/avis`, "body=Un+avis&act=send"],
  ]);
  expect(state()).toBe("Envoi…");
  expect(document.querySelector("form button")?.getAttribute("aria-disabled")).toBe("true");
  sent[0]?.answer(200, `<main><p role="status">Enregistré.</p></main>`);
  await settled();
  expect(document.querySelector("main")?.textContent).toBe("Enregistré.");
});

test("without a network nothing is lost: it goes again by itself, later and later, and at once when the network is back", async () => {
  press();
  sent[0]?.onerror();
  await settled();
  expect(state()).toBe("Hors ligne.");
  expect(document.querySelector("textarea")?.value).toBe("Un avis");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toHaveLength(2);
  sent[1]?.onerror();
  await vi.advanceTimersByTimeAsync(3_900);
  expect(sent).toHaveLength(2);
  window.dispatchEvent(new Event("online"));
  expect(sent).toHaveLength(3);
});

test("an answer that would lose what was typed leaves the form where it is, to be sent again", async () => {
  press();
  sent[0]?.answer(429, `<main><h1>Trop d’essais</h1><textarea>Un avis</textarea></main>`);
  await settled();
  expect(state()).toBe("Trop d’essais");
  document.querySelector<HTMLButtonElement>(".form-state button")?.click();
  sent[1]?.answer(400, `<main><h1>Refusé</h1></main>`);
  await settled();
  expect([state(), document.querySelector("textarea")?.value]).toEqual(["Refusé", "Un avis"]);
});

test("a form for another site is the browser's", () => {
  const form = document.querySelector("form") as HTMLFormElement;
  form.action = "https://ailleurs.fr/";
  const event = new SubmitEvent("submit", { bubbles: true, cancelable: true });
  form.dispatchEvent(event);
  expect([event.defaultPrevented, sent.length]).toEqual([false, 0]);
});
