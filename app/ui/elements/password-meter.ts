import { fill } from "./count";
import { debounce, make, text } from "./dom";

type Strength = { ok: boolean; length: number; classes: number; words: number };

const RULES: Record<string, (found: Strength) => boolean> = {
  twelve: (found) => found.length >= 12 && found.classes >= 4,
  fourteen: (found) => found.length >= 14 && found.classes >= 3,
  words: (found) => found.words >= 7,
};

/**
 * `<password-meter for progress ok met>` around the three rules (`li[data-rule]`): ticks them while one
 * types. What is strong enough is identity's own rule, loaded when the field is first used.
 */
export class PasswordMeter extends HTMLElement {
  #field: HTMLInputElement | null = null;
  #state = make("p", "password-meter__state");
  #words = "";
  #say = debounce(700, () => {
    this.#state.textContent = this.#words;
  });

  connectedCallback(): void {
    const field = document.getElementById(text(this, "for"));
    if (!(field instanceof HTMLInputElement)) return;
    this.#field = field;
    this.#state.setAttribute("role", "status");
    this.append(this.#state);
    field.addEventListener("input", this);
    if (field.value) void this.#update();
  }

  disconnectedCallback(): void {
    this.#say.cancel();
    this.#field?.removeEventListener("input", this);
  }

  handleEvent(): void {
    void this.#update();
  }

  async #update(): Promise<void> {
    try {
      const { passwordStrength } = await import("~/modules/identity");
      this.#show(passwordStrength(this.#field?.value ?? ""));
    } catch {
      // The network is gone: the rules stand there in words, and the server checks them anyway.
    }
  }

  #show(found: Strength): void {
    for (const line of this.querySelectorAll<HTMLElement>("li[data-rule]")) {
      const met = RULES[line.dataset.rule ?? ""]?.(found) ?? false;
      if (met === line.hasAttribute("data-met")) continue;
      line.toggleAttribute("data-met", met);
      if (met) line.prepend(make("span", "visually-hidden", `${text(this, "met")} `));
      else line.querySelector(".visually-hidden")?.remove();
    }
    this.#words =
      found.length === 0
        ? ""
        : fill(text(this, found.ok ? "ok" : "progress"), {
            length: found.length,
            classes: found.classes,
            words: found.words,
          });
    this.#say();
  }
}
