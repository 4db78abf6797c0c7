const here = () => location.pathname + location.search;

let shown = here();

// Back and forward after a swap: the page on screen is no longer the one of the address.
window.addEventListener("popstate", () => {
  if (here() !== shown) location.reload();
});

/** Shows another page's content in this one: title, header and main; the address follows. */
export function swap(page: Document, url: string): void {
  document.title = page.title;
  for (const part of ["header.site", "main"]) {
    const next = page.querySelector(part);
    for (const field of next?.querySelectorAll("[autofocus]") ?? []) field.removeAttribute("autofocus");
    if (next) document.querySelector(part)?.replaceWith(document.adoptNode(next));
  }
  const { pathname, search, origin } = new URL(url);
  if (origin === location.origin && pathname + search !== here()) {
    history.pushState(null, "", url);
    window.scrollTo(0, 0);
  }
  shown = here();
  focusMessage();
}

/** Where the reader is led after a swap: what was refused, else what was done, else the page itself. */
function focusMessage(): void {
  const main = document.querySelector("main");
  const said = [...(main?.querySelectorAll<HTMLElement>("[role=alert], [role=status]") ?? [])].filter((one) =>
    one.textContent?.trim()
  );
  const target = said.find((one) => one.getAttribute("role") === "alert") ?? said[0] ?? main;
  if (!target) return;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus();
}

const TYPED = "textarea, input[type=text], input[type=email], input[type=search]";

/** Whether every text typed in a form can still be read on another page: in a field, or in plain words. */
export function keepsTexts(page: Document, form: HTMLFormElement): boolean {
  const main = page.querySelector("main");
  const words = flat(main?.textContent ?? "");
  const kept = main ? typed(main) : [];
  return typed(form).every((value) => value === "" || kept.includes(value) || words.includes(value));
}

function typed(root: Element): string[] {
  return [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TYPED)].map((field) =>
    flat(field.value)
  );
}

function flat(value: string): string {
  return value.replace(/\s+/g, " ").trim();
}

/** What a page has to say in one line: its title and first sentence. */
export function gist(page: Document): string {
  const main = page.querySelector("main");
  const parts = [main?.querySelector("h1")?.textContent, main?.querySelector("p")?.textContent];
  return parts.filter(Boolean).join(" — ");
}
