import { fill } from "../count";
import { make, makeButton, text } from "../dom";

/** `<poll-ranking tap placed>` around a list of selects, one per place: the answers are tapped in order instead. */
export class PollRanking extends HTMLElement {
  #list: HTMLElement | null = null;

  connectedCallback(): void {
    if (!this.#list && this.#selects[0]) this.#build(this.#selects[0]);
    this.addEventListener("change", this);
    // The form tells it of values that were put back.
    this.closest("form")?.addEventListener("change", this);
  }

  disconnectedCallback(): void {
    this.closest("form")?.removeEventListener("change", this);
  }

  handleEvent(): void {
    this.refresh();
  }

  refresh(): void {
    const chosen = this.#chosen;
    for (const button of this.#list?.querySelectorAll("button") ?? []) {
      const place = chosen.indexOf(button.value) + 1;
      button.setAttribute("aria-pressed", String(place > 0));
      const [badge, , aloud] = button.children;
      if (badge) badge.textContent = place > 0 ? String(place) : "";
      if (aloud) aloud.textContent = place > 0 ? `, ${fill(text(this, "placed"), { place })}` : "";
    }
  }

  get #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll("select")];
  }

  get #chosen(): string[] {
    return this.#selects.map(({ value }) => value).filter((value) => value !== "");
  }

  #build(select: HTMLSelectElement): void {
    const list = (this.#list = make("ul", "poll-ranking__taps"));
    for (const option of [...select.options].filter(({ value }) => value !== "")) {
      const button = makeButton("poll-ranking__tap", "", () => this.#tap(option.value));
      button.value = option.value;
      const badge = make("span", "poll-ranking__badge");
      badge.setAttribute("aria-hidden", "true");
      button.append(badge, make("span", "", option.text), make("span", "visually-hidden"));
      const item = make("li", "");
      item.append(button);
      list.append(item);
    }
    const places = this.querySelector<HTMLElement>(".poll-ranking__places");
    if (places) places.hidden = true;
    this.append(make("p", "meta", text(this, "tap")), list);
    this.refresh();
  }

  /** Puts an answer at the first free place; one that has a place already leaves it, and those after it move up. */
  #tap(value: string): void {
    const chosen = this.#chosen;
    const selects = this.#selects;
    const next = chosen.indexOf(value) >= 0 ? chosen.filter((one) => one !== value) : [...chosen, value];
    if (next.length > selects.length) return;
    selects.forEach((select, place) => (select.value = next[place] ?? ""));
    this.refresh();
  }
}
