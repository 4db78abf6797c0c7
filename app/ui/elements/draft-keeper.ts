import { debounce, make, makeButton, text } from "./dom";
import { keepable } from "./draft-fields";
import { drafts, mayRestore, type DraftFields } from "./draft-store";

/** `<draft-accepted submission?>`: the server took it. Drops the draft that was sent so, or all of them without one. */
export class DraftAccepted extends HTMLElement {
  connectedCallback(): void {
    drafts.accept(this.getAttribute("submission"));
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
  /** What was found again, or typed in another window, goes with this form from now on. */
  #send = () => {
    this.#save.flush();
    const kept = drafts.read(this.#store);
    if (kept) drafts.write(this.#store, kept, this.#submission);
  };

  connectedCallback(): void {
    this.#form = this.querySelector("form");
    if (!this.#form) return;
    // The marker may stand after this element in a page that has just been swapped in.
    for (const taken of document.querySelectorAll("draft-accepted"))
      drafts.accept(taken.getAttribute("submission"));
    this.#restore();
    this.addEventListener("input", this);
    this.addEventListener("change", this);
    this.addEventListener("submit", this.#send);
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

  get #submission(): string {
    return this.#form?.querySelector<HTMLInputElement>("input[name=submission]")?.value ?? "";
  }

  #write(): void {
    if (!this.#form) return;
    const changed: DraftFields = {};
    for (const field of keepable(this.#form)) {
      if (field.value !== field.initial) changed[field.name] = { value: field.value, base: field.initial };
    }
    const kept = drafts.write(this.#store, changed, this.#submission);
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
        makeButton("", text(this, "discard"), () => this.#discard()),
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
    drafts.drop(this.#store);
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
