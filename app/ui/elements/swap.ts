const here = () => location.pathname + location.search;

let shown = here();

// Back and forward after a swap: the page on screen is no longer the one of the address.
window.addEventListener("popstate", () => {
  if (here() !== shown) location.reload();
});

/** Shows another page's content in this one: title, header, main and footer; the address follows. */
export function swap(page: Document, url: string, from: HTMLElement | null): void {
  document.title = page.title;
  for (const part of ["header.site", "main", "footer.site-footer"]) {
    const next = page.querySelector(part);
    for (const field of next?.querySelectorAll("[autofocus]") ?? []) field.removeAttribute("autofocus");
    if (next) document.querySelector(part)?.replaceWith(document.adoptNode(next));
  }
  const { pathname, search, origin } = new URL(url);
  const elsewhere = origin === location.origin && pathname + search !== here();
  if (elsewhere) {
    history.pushState(null, "", url);
    window.scrollTo(0, 0);
  }
  shown = here();
  if (!focusMessage()) focusPlace(elsewhere ? "" : (from?.id ?? ""));
}

/** Leads the reader to what was refused, else to what was done. */
function focusMessage(): boolean {
  const messages = document.querySelectorAll<HTMLElement>("main :is([role=alert], [role=status])");
  const said = [...messages].filter((one) => one.textContent?.trim());
  const target = said.find((one) => one.getAttribute("role") === "alert") ?? said[0];
  if (!target) return false;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus();
  return true;
}

/** Nothing was said: the reader stays where the button was, or at least on this page. */
function focusPlace(id: string): void {
  const main = document.querySelector<HTMLElement>("main");
  const place = (id && document.getElementById(id)) || main;
  if (place === main && main && !main.hasAttribute("tabindex")) main.tabIndex = -1;
  place?.focus({ preventScroll: true });
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
    flat(field.value),
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
