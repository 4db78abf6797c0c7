import { Unreachable, destination, post, type Answer } from "./answer";
import { make, makeButton, text } from "./dom";
import { gist, keepsTexts, swap } from "./swap";

/** Seconds between tries while the network is away; the last one repeats. */
const PAUSES = [2, 4, 8, 15, 30];

/**
 * `<enhanced-form sending offline failed resend>` around one POST form: sends it in the background and
 * shows the page that the server answers. While the network is away everything stays on screen and is
 * sent again when it comes back. Whatever it does not understand it leaves to the browser.
 */
export class EnhancedForm extends HTMLElement {
  #busy = false;
  #tries = 0;
  #timer: number | undefined;
  #again: (() => void) | null = null;
  #state = make("div", "form-state");
  #online = () => this.#again?.();

  connectedCallback(): void {
    this.#state.setAttribute("role", "status");
    this.append(this.#state);
    this.addEventListener("submit", this.#submit);
    window.addEventListener("online", this.#online);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    this.#again = null;
    window.removeEventListener("online", this.#online);
  }

  #submit = (event: SubmitEvent): void => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    if (form.getAttribute("method")?.toLowerCase() !== "post" || form.target) return;
    const submitter = event.submitter;
    if (new URL(destination(form, submitter)).origin !== location.origin) return;
    event.preventDefault();
    if (!this.#busy) void this.#send(form, submitter);
  };

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    window.clearTimeout(this.#timer);
    this.#again = null;
    this.#wait(form, true);
    this.#say(text(this, "sending"));
    try {
      const answer = await post(form, submitter);
      this.#tries = 0;
      this.#take(answer, form, submitter);
    } catch (error) {
      if (error instanceof Unreachable) this.#later(form, submitter);
      else submitPlainly(form, submitter);
    } finally {
      this.#wait(form, false);
    }
  }

  #take({ status, url, page }: Answer, form: HTMLFormElement, submitter: HTMLElement | null): void {
    // "Too many" and "out of order" pass: the form stays, to be sent again.
    const passing = status === 429 || status >= 500;
    if (page && !passing && (status < 400 || keepsTexts(page, form)))
      return swap(page, url, submitter?.id ? submitter : form);
    if (!page && status < 300) return location.assign(url);
    const resend = () => void this.#send(form, submitter);
    this.#say((page && gist(page)) || text(this, "failed"), { kind: "error", resend });
  }

  /** No network: nothing moves on screen; it goes again by itself, or at once on demand. */
  #later(form: HTMLFormElement, submitter: HTMLElement | null): void {
    const resend = () => void this.#send(form, submitter);
    const pause = PAUSES[Math.min(this.#tries, PAUSES.length - 1)] ?? 30;
    this.#tries += 1;
    this.#again = resend;
    this.#timer = window.setTimeout(resend, pause * 1000);
    this.#say(text(this, "offline"), { kind: "warning", resend });
  }

  #wait(form: HTMLFormElement, busy: boolean): void {
    this.#busy = busy;
    form.setAttribute("aria-busy", String(busy));
    for (const button of form.querySelectorAll("button:not([type=button])")) {
      if (busy) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  }

  #say(words: string, more?: { kind: "warning" | "error"; resend: () => void }): void {
    this.#state.className = more ? `form-state notice notice--${more.kind}` : "form-state meta";
    const button = more ? [makeButton("button button--quiet", text(this, "resend"), more.resend)] : [];
    this.#state.replaceChildren(make("p", "", words), ...button);
  }
}

/** The browser's own way, with the button that was pressed. */
function submitPlainly(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (submitter instanceof HTMLButtonElement && submitter.name) {
    const pressed = make("input", "");
    pressed.type = "hidden";
    pressed.name = submitter.name;
    pressed.value = submitter.value;
    form.append(pressed);
  }
  form.setAttribute("action", destination(form, submitter));
  // why the prototype: a field called "submit" would hide the method.
  HTMLFormElement.prototype.submit.call(form);
}
