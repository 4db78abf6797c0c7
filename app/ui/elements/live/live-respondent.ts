import { text } from "../dom";
import { outbox } from "./post-office";

const STORE = "concertation:direct-respondent:";

/** `<live-respondent code saved failed>`: asks once who answers. One press says it; another keeps it from being asked again. */
export class LiveRespondent extends HTMLElement {
  #deaf: (() => void) | null = null;
  #pressed: HTMLButtonElement | null = null;

  connectedCallback(): void {
    if (stored(this.#store)) return this.#close();
    this.addEventListener("click", this);
    this.addEventListener("submit", this);
    const dismiss = this.querySelector<HTMLElement>("[data-dismiss]");
    if (dismiss) dismiss.hidden = false;
    this.#deaf = outbox().listen((letter, news) => {
      if (letter.key !== this.#key) return;
      if (news.kind === "sent") this.#close(text(this, "saved"));
      else this.#say(news.message || text(this, "failed"));
    });
  }

  disconnectedCallback(): void {
    this.#deaf?.();
  }

  handleEvent(event: Event): void {
    if (event.type === "click") {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      this.#pressed = button;
      if (button?.hasAttribute("data-dismiss")) this.#close();
      return;
    }
    // Browsers before 2021 do not say which button sent a form.
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !this.#pressed) return;
    event.preventDefault();
    const { name, value } = this.#pressed;
    const url = form.action;
    outbox().put({ slot: `${url}.${this.#key}`, key: this.#key, about: "", url, fields: [[name, value]], values: [], said: [], adds: false, at: Date.now() });
  }

  get #key(): string {
    return `respondent:${text(this, "code")}`;
  }

  get #store(): string {
    return STORE + text(this, "code");
  }

  #say(words: string): void {
    const state = this.querySelector("[data-respondent-state]");
    if (state) state.textContent = words;
  }

  #close(words = ""): void {
    const section = this.querySelector("section");
    if (section) section.hidden = true;
    this.#say(words);
    try {
      localStorage.setItem(this.#store, "1");
    } catch {
      return;
    }
  }
}

function stored(name: string): boolean {
  try {
    return localStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}
