import { text } from "../dom";
import { freshen } from "./freshen";
import { isTyping, keysWanted, wantKeys } from "./keys";
import { sendAct } from "./send-act";

/** Milliseconds in which nobody reads the new words of the big button: a press that soon was meant for the old ones. */
const GRACE = 250;
/** Milliseconds in which an act must be seen on the page; else the page is asked for again. */
const PATIENCE = 3_000;

/**
 * `<poll-console offline failed>` around the organiser's page: acts go out without leaving it, what they change comes by the
 * stream, refusals are said in `[data-refused]`. The keys of a presentation remote press the buttons.
 */
export class PollConsole extends HTMLElement {
  #words = "";
  #version: unknown;
  /** From a press of the big button until what it did is on the page. */
  #pending = false;
  #focused: EventTarget | null = null;
  #late: number | undefined;
  #settled: number | undefined;

  connectedCallback(): void {
    this.#words = this.#primary?.textContent ?? "";
    this.addEventListener("submit", this.#submit);
    this.addEventListener("poll-view:update", this.#updated);
    this.addEventListener("change", this.#change);
    this.addEventListener("focusin", ({ target }) => void (this.#focused = target));
    document.addEventListener("keydown", this.#key);
    const box = this.querySelector<HTMLInputElement>("[data-keys]");
    if (box) box.checked = keysWanted();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#late);
    document.removeEventListener("keydown", this.#key);
  }

  get #primary(): HTMLElement | null {
    return this.querySelector("#suite");
  }

  #submit = (event: SubmitEvent): void => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post") return;
    event.preventDefault();
    const big = form.contains(this.#primary);
    if (big && (this.#pending || this.hasAttribute("data-settling"))) return;
    if (form.getAttribute("aria-busy") === "true") return;
    this.#pending ||= big;
    void this.#send(form);
  };

  async #send(form: HTMLFormElement): Promise<void> {
    this.#say("");
    form.setAttribute("aria-busy", "true");
    const answer = await sendAct(form);
    form.removeAttribute("aria-busy");
    if (answer.kind !== "done") {
      this.#pending = false;
      return this.#say(
        answer.kind === "unreachable" ? text(this, "offline") : answer.message || text(this, "failed"),
      );
    }
    window.clearTimeout(this.#late);
    this.#late = window.setTimeout(() => location.reload(), PATIENCE);
  }

  #updated = (event: Event): void => {
    const { detail } = event as CustomEvent<{ version?: unknown }>;
    if (detail.version !== this.#version) window.clearTimeout(this.#late);
    const words = this.#primary?.textContent ?? "";
    if (words !== this.#words) this.#settle();
    this.#words = words;
    this.#keepFocus();
    // Each act is a version: what stands beside the stream is then no longer true.
    if (detail.version !== this.#version) {
      this.#pending = false;
      void freshen(this);
    }
    this.#version = detail.version;
  };

  /** The big button has just been given another meaning. */
  #settle(): void {
    this.setAttribute("data-settling", "");
    window.clearTimeout(this.#settled);
    this.#settled = window.setTimeout(() => this.removeAttribute("data-settling"), GRACE);
  }

  /** A button that did its work may be gone: its focus goes to what comes next. */
  #keepFocus(): void {
    const gone = this.#focused instanceof Element && !this.#focused.isConnected;
    if (gone && document.activeElement === document.body) this.#primary?.focus({ preventScroll: true });
  }

  #change = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && "keys" in target.dataset) wantKeys(target.checked);
  };

  #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !keysWanted()) return;
    const button = { PageDown: "#suite", b: "#ecran-noir", ".": "#ecran-noir" }[event.key];
    // Back: nothing that a slip of the thumb could undo; but the page does not jump either.
    if (!button && event.key !== "PageUp") return;
    event.preventDefault();
    if (button && !event.repeat) this.querySelector<HTMLElement>(button)?.click();
  };

  #say(words: string): void {
    const place = this.querySelector("[data-refused]");
    if (place) place.textContent = words;
  }
}
