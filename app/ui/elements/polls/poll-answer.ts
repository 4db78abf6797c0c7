import { text } from "../dom";
import { postOf, readValues, sayValues, writeValues } from "./fields";
import { memory } from "./memory";
import type { News } from "./delivery-queue";
import { deliveries } from "./deliveries";
import { fillList } from "./fill-list";

type State = "" | "busy" | "saved" | "waiting" | "refused";

/**
 * `<poll-answer answer about many? saved sending offline failed>` around a question's form: sends it in the background,
 * keeps it while the network is away, and shows what was answered. Holds no state of its own that a morph could lose:
 * `refresh` puts the page right again from what this browser remembers.
 */
export class PollAnswer extends HTMLElement {
  #deaf: (() => void) | null = null;

  connectedCallback(): void {
    this.addEventListener("submit", this.#submit);
    this.#deaf = deliveries().listen((post, news) => {
      if (post.key === this.#key) this.#hear(news);
    });
    this.#recover();
  }

  disconnectedCallback(): void {
    this.removeEventListener("submit", this.#submit);
    this.#deaf?.();
  }

  /** Shows what was answered, if it was, and leaves a form that is being filled in alone. */
  refresh(): void {
    const known = memory.answers.get(this.#key);
    if (known && this.#state?.textContent !== text(this, "saved") && !this.hasAttribute("data-changing"))
      this.#settle();
  }

  get #key(): string {
    return text(this, "answer");
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  get #state(): HTMLElement | null {
    return this.querySelector("[data-answer-state]");
  }

  /** What was kept in an earlier life of this page goes now. */
  #recover(): void {
    const [kept] = deliveries().waiting(this.#key);
    if (!kept || !this.#form) return this.refresh();
    writeValues(this.#form, kept.values);
    // It is this answer that is meant, whatever the server still says.
    this.setAttribute("data-changing", "");
    this.#open(true);
    this.#say("busy", text(this, "sending"));
  }

  #submit = (event: Event): void => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    const adds = this.hasAttribute("many");
    const at = Date.now();
    this.#wait(form, true);
    this.setAttribute("data-changing", "");
    this.#say("busy", text(this, "sending"));
    deliveries().put({
      // Texts do not take each other's place; a choice that changed does.
      slot: adds ? `${form.action}.${this.#key}.${at}` : `${form.action}.${this.#key}`,
      key: this.#key,
      about: text(this, "about"),
      url: form.action.replace(/#.*/, ""),
      fields: postOf(form),
      values: readValues(form),
      said: sayValues(form),
      adds,
      at,
    });
  };

  #hear(news: News): void {
    if (this.#form) this.#wait(this.#form, false);
    if (news.kind === "waiting")
      return this.#say("waiting", news.message || text(this, news.offline ? "offline" : "failed"));
    if (news.kind === "refused") {
      this.setAttribute("data-changing", "");
      this.#open(true);
      return this.#say("refused", news.message || text(this, "failed"));
    }
    this.removeAttribute("data-changing");
    const focused = this.contains(document.activeElement);
    this.#settle();
    if (focused) this.querySelector("summary")?.focus({ preventScroll: true });
    this.scrollIntoView({ block: "nearest" });
    this.dispatchEvent(new CustomEvent("poll-answer:saved", { bubbles: true }));
  }

  #settle(): void {
    const known = memory.answers.get(this.#key);
    if (!known) return;
    this.#say("saved", text(this, "saved"));
    fillList(this.querySelector("[data-said]"), known.said);
    if (this.#form) writeValues(this.#form, this.hasAttribute("many") ? [] : known.values);
    const summary = this.querySelector("summary");
    if (summary) summary.hidden = false;
    this.#open(false);
  }

  #wait(form: HTMLFormElement, busy: boolean): void {
    form.setAttribute("aria-busy", String(busy));
    form.querySelector("button:not([type=button])")?.setAttribute("aria-disabled", String(busy));
  }

  #open(open: boolean): void {
    const details = this.querySelector("details");
    if (details) details.open = open;
  }

  #say(state: State, words: string): void {
    const place = this.#state;
    if (!place) return;
    place.className = state === "" ? "poll-state" : `poll-state poll-state--${state}`;
    if (place.textContent !== words) place.textContent = words;
  }
}
