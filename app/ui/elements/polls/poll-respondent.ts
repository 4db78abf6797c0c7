import { text } from "../dom";
import { postOf } from "./fields";
import type { UnsentPost } from "./unsent";
import { deliveries } from "./deliveries";

const STORE = "concertation:direct-respondent:";

/**
 * `<poll-respondent code saved failed from unsaid>`: asks once who answers. One press says it; another keeps it from being
 * asked again. Says whence, and lets it be changed.
 */
export class PollRespondent extends HTMLElement {
  #deaf: (() => void) | null = null;
  #pressed: HTMLButtonElement | null = null;

  connectedCallback(): void {
    if (stored(this.#store)) this.#hideQuestion();
    this.addEventListener("click", this);
    this.addEventListener("submit", this);
    const dismiss = this.querySelector<HTMLElement>("[data-dismiss]");
    if (dismiss) dismiss.hidden = false;
    this.#deaf = deliveries().listen((post, news) => {
      if (post.key !== this.#key) return;
      if (news.kind === "sent") this.#sent(post);
      else this.#say(news.message || text(this, "failed"));
    });
  }

  disconnectedCallback(): void {
    this.#deaf?.();
  }

  handleEvent(event: Event): void {
    if (event.type === "click") this.#click(event);
    else this.#submit(event);
  }

  #click(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest("button") ?? null;
    this.#pressed = button;
    if (button?.hasAttribute("data-dismiss")) this.#close();
    if (!target?.closest("[data-move]")) return;
    event.preventDefault();
    this.#move(true);
    this.querySelector("select")?.focus();
  }

  #submit(event: Event): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    // Browsers before 2021 do not say which button sent a form.
    const fields: [string, string][] = this.#pressed?.name
      ? [[this.#pressed.name, this.#pressed.value]]
      : postOf(form);
    const [first] = fields;
    if (!first) return;
    event.preventDefault();
    const url = form.action;
    deliveries().put({
      slot: `${url}.${this.#key}.${first[0]}`,
      key: this.#key,
      about: "",
      url,
      fields,
      values: [],
      said: [],
      adds: false,
      at: Date.now(),
    });
  }

  #sent({ fields }: UnsentPost): void {
    const region = fields.find(([name]) => name === "region")?.[1];
    if (region === undefined) return this.#close(text(this, "saved"));
    const focused = this.querySelector(".poll-region")?.contains(document.activeElement);
    const place = this.querySelector("[data-region]");
    const name = this.querySelector<HTMLOptionElement>(`option[value="${region}"]`)?.text ?? "";
    if (place)
      place.textContent =
        region === "unknown" ? text(this, "unsaid") : text(this, "from").replace("{region}", name);
    this.#move(false);
    if (focused) this.querySelector<HTMLElement>("[data-move]")?.focus();
    this.#say(text(this, "saved"));
  }

  #move(open: boolean): void {
    const form = this.querySelector<HTMLElement>(".poll-region form");
    const link = this.querySelector<HTMLElement>("[data-move]");
    if (form) form.hidden = !open;
    if (link) link.hidden = open;
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

  #hideQuestion(): void {
    const question = this.querySelector<HTMLElement>("[data-who]");
    if (question) question.hidden = true;
  }

  #close(words = ""): void {
    this.#hideQuestion();
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
