import { text } from "../dom";
import { learnTime, leftOf, serverTime } from "./clock";

/** `<count-down until now>`: the time left, by the server's clock. Without a script the sentence in it says until when. */
export class CountDown extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    // A timer is not read aloud each second, only on demand.
    this.setAttribute("role", "timer");
    this.refresh();
    this.#timer = window.setInterval(() => this.refresh(), 250);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer);
  }

  refresh(): void {
    learnTime(Number(text(this, "now")) || NaN);
    const left = Number(text(this, "until")) - serverTime();
    const told = leftOf(left);
    if (this.textContent !== told) this.textContent = told;
    this.dataset.state = left <= 10_000 ? "near" : "far";
  }
}
