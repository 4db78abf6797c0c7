import { text } from "../dom";
import { postOf } from "./fields";
import { memory } from "./memory";
import { deliveries } from "./deliveries";

/** `<poll-support text failed>` around a support button's form: the press shows at once, and goes when the network lets it. */
export class PollSupport extends HTMLElement {
  #deaf: (() => void) | null = null;

  connectedCallback(): void {
    this.addEventListener("submit", this.#submit);
    this.#deaf = deliveries().listen((post, news) => {
      if (post.key !== this.#key) return;
      if (news.kind === "refused") this.#flip(false);
      const state = this.querySelector("[data-support-state]");
      if (state) state.textContent = news.kind === "refused" ? news.message || text(this, "failed") : "";
    });
    this.refresh();
  }

  disconnectedCallback(): void {
    this.removeEventListener("submit", this.#submit);
    this.#deaf?.();
  }

  /** The button as this browser last pressed it. */
  refresh(): void {
    const on = memory.supported.get(this.#id);
    if (on === undefined) return;
    this.querySelector("button")?.setAttribute("aria-pressed", String(on));
    const next = this.querySelector<HTMLInputElement>("input[name=on]");
    if (next) next.value = on ? "0" : "1";
  }

  get #id(): string {
    return text(this, "text");
  }

  get #key(): string {
    return `soutien:${this.#id}`;
  }

  #submit = (event: Event): void => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    const fields = postOf(form);
    const url = form.action.replace(/#.*/, "");
    this.#flip(true);
    deliveries().put({
      slot: `${url}.${this.#key}`,
      key: this.#key,
      about: "",
      url,
      fields,
      values: [],
      said: [],
      adds: false,
      at: Date.now(),
    });
  };

  #flip(pressed: boolean): void {
    const asked = this.querySelector<HTMLInputElement>("input[name=on]")?.value === "1";
    memory.supported.set(this.#id, asked);
    this.refresh();
    if (!pressed) return;
    const state = this.querySelector("[data-support-state]");
    if (state) state.textContent = "";
  }
}
