import { debounce, make, makeButton, text } from "./dom";
import { keepable } from "./draft-fields";
import { drafts, mayRestore, type DraftFields } from "./draft-store";

/** `<draft-accepted store?>`: the server took it. Forgets that draft, or all of them without `store`. */
export class DraftAccepted extends HTMLElement {
  connectedCallback(): void {
    drafts.forget(this.getAttribute("store") ?? undefined);
  }
}

/**
 * `<draft-keeper store kept restored discard>` around one form: what is typed and chosen stays on this
 * device through a reload, an expired session or a lost network, until the server accepts it.
 */
export class DraftKeeper extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #restoring = false;
  #save = debounce(400, () => this.#write());
  #flush = () => this.#save.flush();

  connectedCallback(): void {
    this.#form = this.querySelector("form");
    if (!this.#form) return;
    if (this.#accepted()) drafts.forget(this.#store);
    else this.#restore();
    this.addEventListener("input", this);
    this.addEventListener("change", this);
    window.addEventListener("pagehide", this.#flush);
    document.addEventListener("visibilitychange", this.#flush);
  }

  disconnectedCallback(): void {
    this.#save.flush();
    window.removeEventListener("pagehide", this.#flush);
    document.removeEventListener("visibilitychange", this.#flush);
  }

  handleEvent(): void {
    if (!this.#restoring) this.#save();
  }

  get #store(): string {
    return text(this, "store");
  }

  /** The marker may stand after this element in a page that has just been swapped in. */
  #accepted(): boolean {
    return [...document.querySelectorAll("draft-accepted")].some(
      (one) => (one.getAttribute("store") ?? this.#store) === this.#store
    );
  }

  #write(): void {
    if (!this.#form) return;
    const changed: DraftFields = {};
    for (const field of keepable(this.#form)) {
      if (field.value !== field.initial) changed[field.name] = { value: field.value, base: field.initial };
    }
    const kept = drafts.write(this.#store, changed);
    this.#note(kept ? text(this, "kept") : "");
  }

  #restore(): void {
    const kept = drafts.read(this.#store);
    if (!kept || !this.#form) return;
    let restored = false;
    this.#restoring = true;
    for (const field of keepable(this.#form)) {
      const draft = kept[field.name];
      if (!draft || !mayRestore(draft, field)) continue;
      field.restore(draft.value);
      restored = true;
    }
    this.#restoring = false;
    if (restored)
      this.#note(
        text(this, "restored"),
        makeButton("", text(this, "discard"), () => this.#discard())
      );
  }

  #discard(): void {
    const form = this.#form;
    if (!form) return;
    this.#restoring = true;
    for (const field of keepable(form)) if (field.value !== field.initial) field.restore(field.initial);
    form.reset();
    this.#restoring = false;
    this.#save.cancel();
    drafts.forget(this.#store);
    this.#note("");
    form.querySelector<HTMLElement>("textarea, input:not([type=hidden])")?.focus();
  }

  #note(words: string, button?: HTMLButtonElement): void {
    let note = this.querySelector<HTMLElement>("[data-draft-note]");
    if (!note && words) {
      note = make("p", "draft-note");
      note.dataset.draftNote = "";
      this.#form?.append(note);
    }
    if (!note || (note.textContent === words && !button)) return;
    note.hidden = !words;
    note.replaceChildren(make("span", "", words), ...(button ? [button] : []));
  }
}
