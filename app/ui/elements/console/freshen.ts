const received = new Map<string, string>();

/**
 * Asks for the page again and puts in place the parts of it that no stream tells (`[data-fresh]`, each with an id), where
 * they differ from those received before: what somebody types in the others stays.
 */
export async function freshen(root: Element): Promise<void> {
  for (const part of partsOf(root)) if (!received.has(part.id)) received.set(part.id, part.outerHTML);
  let page: Document;
  try {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    // The next act tries again.
    return;
  }
  for (const part of partsOf(root)) {
    const next = page.getElementById(part.id);
    if (!next || next.outerHTML === received.get(part.id)) continue;
    received.set(part.id, next.outerHTML);
    const focused = part.contains(document.activeElement) ? document.activeElement?.id : "";
    part.replaceWith(document.adoptNode(next));
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

const partsOf = (root: Element) => root.querySelectorAll("[data-fresh][id]");
