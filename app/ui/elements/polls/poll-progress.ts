import { fill } from "../count";
import { text } from "../dom";

/** `<poll-progress one other>` around a progress bar: follows the answers of the page as they are saved. */
export class PollProgress extends HTMLElement {
  #count = () => {
    const questions = [...document.querySelectorAll("poll-answer")];
    const done = questions.filter((question) => question.querySelector("summary")?.hidden === false).length;
    const bar = this.querySelector("progress");
    const label = this.querySelector("span");
    if (bar) bar.value = done;
    // Zero is singular in French and plural in English; the server said it when the page began.
    if (label && done > 0)
      label.textContent = fill(text(this, done === 1 ? "one" : "other"), {
        number: done,
        of: questions.length,
      });
  };

  connectedCallback(): void {
    document.addEventListener("poll-answer:saved", this.#count);
  }

  disconnectedCallback(): void {
    document.removeEventListener("poll-answer:saved", this.#count);
  }
}
