import type { mountEditor } from "./rich-editor";

/** What the editor cannot hold without spoiling it: tables, images, notes, tick lists, HTML. */
const BEYOND = /^\s*\||!\[|\[\^|^\s*[-*+] \[[ x]\]|<\/?[a-z]/im;

/**
 * `<rich-text …labels>` around a textarea: when the field is approached, loads an editor that writes
 * Markdown back into the textarea. Until then, or if it cannot load, the textarea is there as it is.
 */
export class RichText extends HTMLElement {
  #area: HTMLTextAreaElement | null = null;
  #loading: Promise<typeof mountEditor> | null = null;
  #unmount: (() => void) | null = null;

  connectedCallback(): void {
    this.#area = this.querySelector("textarea");
    if (!this.#area || thrifty()) return;
    for (const sign of ["focusin", "pointerenter"]) this.addEventListener(sign, this);
  }

  disconnectedCallback(): void {
    this.#unmount?.();
    this.#unmount = null;
  }

  handleEvent(): void {
    for (const sign of ["focusin", "pointerenter"]) this.removeEventListener(sign, this);
    void this.#load();
  }

  async #load(): Promise<void> {
    const area = this.#area;
    if (!area) return;
    const before = area.value;
    this.#loading ??= import("./rich-editor").then((module) => module.mountEditor);
    try {
      const mount = await this.#loading;
      // Who already types keeps the caret, and the click that leaves the field must not meet a page that moves: the
      // editor takes over when the field is entered again.
      if (area.value !== before && document.activeElement === area) this.addEventListener("focusin", this);
      else this.#mount(mount);
    } catch {
      // No editor without the network: the textarea does the same work. The next approach tries again.
      this.#loading = null;
      for (const sign of ["focusin", "pointerenter"]) this.addEventListener(sign, this);
    }
  }

  #mount(mount: typeof mountEditor): void {
    const area = this.#area;
    if (!area || !this.isConnected || this.#unmount || BEYOND.test(area.value)) return;
    this.#unmount = mount(this, area);
  }
}

/** Who asked the browser to save data, or hangs on a very slow line, is not sent an editor. */
function thrifty(): boolean {
  const connection: unknown = Reflect.get(navigator, "connection");
  if (typeof connection !== "object" || connection === null) return false;
  return (
    Reflect.get(connection, "saveData") === true ||
    String(Reflect.get(connection, "effectiveType")).endsWith("2g")
  );
}
