/** An element with its class and text: the elements build their few words without any HTML string. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = "",
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Gives custom elements their names, in this order; a page that was swapped in may have brought them already. */
export function define(elements: Readonly<Record<string, CustomElementConstructor>>): void {
  for (const [name, element] of Object.entries(elements))
    if (!customElements.get(name)) customElements.define(name, element);
}

/** A `<button type="button">` that does one thing. */
export function makeButton(className: string, text: string, act: () => void): HTMLButtonElement {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

/** The attribute, or an empty string: an element whose texts are missing stays silent rather than breaks. */
export function text(element: Element, name: string): string {
  return element.getAttribute(name) ?? "";
}

/** Calls once things have been quiet for a while. */
export function debounce(wait: number, act: () => void): { (): void; flush(): void; cancel(): void } {
  let timer: number | undefined;
  const cancel = () => {
    window.clearTimeout(timer);
    timer = undefined;
  };
  const run = () => {
    cancel();
    act();
  };
  const later = () => {
    cancel();
    timer = window.setTimeout(run, wait);
  };
  return Object.assign(later, {
    cancel,
    flush: () => {
      if (timer !== undefined) run();
    },
  });
}
