// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { define } from "./dom";
import { PasswordMeter } from "./password-meter";

define({ "password-meter": PasswordMeter });

beforeEach(() => {
  document.body.innerHTML = `<input id="mdp" type="password">
    <password-meter for="mdp" met="Fait :" ok="Suffit." progress="{length} signes, {classes} sortes, {words} mots">
      <ul><li data-rule="twelve">12</li><li data-rule="fourteen">14</li><li data-rule="words">7 mots</li></ul>
    </password-meter>`;
});
afterEach(() => document.body.replaceChildren());

const met = () =>
  [...document.querySelectorAll<HTMLElement>("li[data-met]")].map(({ dataset }) => dataset.rule);
const said = () => document.querySelector("[role=status]")?.textContent;
function type(text: string): void {
  const field = document.querySelector("input") as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event("input"));
}

test("ticks the rules that are met, by the server's own rule, in words too", async () => {
  type("Abcdefghij1!");
  await vi.waitFor(() => expect(met()).toEqual(["twelve"]), { timeout: 30_000 });
  expect(document.querySelector("[data-rule=twelve]")?.textContent).toBe("Fait : 12");
  type("Abcdefghijk1");
  await vi.waitFor(() => expect(met()).toEqual([]));
  expect(document.querySelector("[data-rule=twelve]")?.textContent).toBe("12");
  type("un chat noir dort sous mon lit");
  await vi.waitFor(() => expect(met()).toEqual(["words"]));
});

test("says how far one is, once typing pauses, and nothing of an empty field", async () => {
  type("Ab1");
  await vi.waitFor(() => expect(said()).toBe("3 signes, 3 sortes, 1 mots"), { timeout: 30_000 });
  type("Abcdefghij1!");
  await vi.waitFor(() => expect(said()).toBe("Suffit."), { timeout: 30_000 });
  type("");
  await vi.waitFor(() => expect(said()).toBe(""), { timeout: 30_000 });
});
