import { Idiomorph } from "idiomorph";

/**
 * Turns what is shown into what the server sent, touching only what differs: focus stays, bars grow. A part (`data-part`)
 * holds what a person types or ticks: it is left alone for as long as the server sends it unchanged.
 */
export class Morph {
  #parts = new Map<string, string>();

  apply(target: Element, html: string): void {
    const next = new DOMParser().parseFromString(html, "text/html").body;
    const sent = new Map(
      [...next.querySelectorAll("[data-part]")].map((part) => [nameOf(part), part.outerHTML]),
    );
    // What the page itself brought counts as sent: it may say what was answered, which no stream knows.
    const same = (name: string) =>
      name !== "" && sent.has(name) && (this.#parts.get(name) ?? sent.get(name)) === sent.get(name);
    void Idiomorph.morph(target, [...next.childNodes], {
      morphStyle: "innerHTML",
      callbacks: {
        beforeNodeMorphed: (old: Node, fresh: Node) =>
          !(
            old instanceof Element &&
            fresh instanceof Element &&
            nameOf(old) === nameOf(fresh) &&
            same(nameOf(old))
          ),
      },
    });
    this.#parts = sent;
  }
}

const nameOf = (element: Element): string => element.getAttribute("data-part") ?? "";
