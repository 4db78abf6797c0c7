/** Milliseconds without the mouse after which its arrow and the controls are put away. */
const STILL = 3000;

/**
 * `<poll-screen>` in the projector's page: full screen by its button or the key F, light or dark without loading the page
 * again, and nothing but the question once the mouse rests.
 */
export class PollScreen extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    this.#full?.removeAttribute("hidden");
    if (!document.fullscreenEnabled) this.#full?.setAttribute("hidden", "");
    this.addEventListener("click", this.#click);
    document.addEventListener("keydown", this.#key);
    document.addEventListener("pointermove", this.#move);
    this.#move();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    document.removeEventListener("keydown", this.#key);
    document.removeEventListener("pointermove", this.#move);
  }

  get #full(): HTMLElement | null {
    return this.querySelector("[data-full]");
  }

  #click = (event: MouseEvent): void => {
    const pressed =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-full], [data-theme]") : null;
    if (!pressed) return;
    if (pressed.dataset.theme === undefined) return toggleFull();
    event.preventDefault();
    this.#theme(pressed as HTMLAnchorElement);
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "f" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    toggleFull();
  };

  #theme(link: HTMLAnchorElement): void {
    const dark = link.dataset.theme === "dark";
    this.#page?.classList.toggle("projector--dark", dark);
    this.#page?.classList.toggle("projector--light", !dark);
    // A page that is loaded again, by hand or by a wary browser, keeps its look.
    history.replaceState(null, "", link.href);
  }

  #move = (): void => {
    this.#page?.classList.remove("projector--still");
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#page?.classList.add("projector--still"), STILL);
  };

  get #page(): Element | null {
    return this.closest(".projector");
  }
}

function toggleFull(): void {
  // A browser may refuse; the page stays as it is.
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}
