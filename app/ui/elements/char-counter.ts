import { distance, fill, sentenceOf } from "./count";
import { debounce, make, text } from "./dom";

/**
 * `<char-counter for max left over over-by-one near?>`: says how many characters are left while one types, and
 * aloud only when the limit comes near. It never cuts: the server refuses and keeps the text.
 */
export class CharCounter extends HTMLElement {
  #area: HTMLTextAreaElement | null = null;
  #aloud = make("span", "visually-hidden");
  #visible = make("span", "");
  #say = debounce(900, () => {
    this.#aloud.textContent = this.dataset.state === "far" ? "" : this.#visible.textContent;
  });

  connectedCallback(): void {
    const area = document.getElementById(text(this, "for"));
    if (!(area instanceof HTMLTextAreaElement)) return;
    this.#area = area;
    this.#aloud.setAttribute("role", "status");
    this.replaceChildren(this.#visible, this.#aloud);
    area.addEventListener("input", this);
    this.#update();
  }

  disconnectedCallback(): void {
    this.#say.cancel();
    this.#area?.removeEventListener("input", this);
  }

  handleEvent(): void {
    this.#update();
    this.#say();
  }

  #update(): void {
    const near = Number(text(this, "near")) || undefined;
    const { lang } = document.documentElement;
    const { left, state } = distance(this.#area?.value ?? "", Number(text(this, "max")), near);
    const number = new Intl.NumberFormat(lang).format(Math.abs(left));
    this.dataset.state = state;
    this.#visible.textContent = fill(text(this, sentenceOf(left, lang)), { count: number });
  }
}
