import type { Editor } from "@tiptap/core";
import { make, makeButton, text } from "./dom";
import { linkBox } from "./rich-link";

const DRAWINGS = {
  bold: "M7 4h6a4.2 4.2 0 0 1 2.7 7.4A4.4 4.4 0 0 1 13.6 20H7zm2.8 2.4v4h2.9a2 2 0 1 0 0-4zm0 6.4v4.8h3.5a2.4 2.4 0 0 0 0-4.8z",
  italic: "M10.5 4H18v2.3h-2.8l-3.5 11.4h2.8V20H7v-2.3h2.8l3.5-11.4h-2.8z",
  list: "M3.5 5h3v3h-3zm0 5.5h3v3h-3zm0 5.5h3v3h-3zM9 5.4h12v2.2H9zm0 5.5h12v2.2H9zm0 5.5h12v2.2H9z",
  numbered:
    "M4 4.5 5.6 4v4.8H4.4V5.7L4 5.8zM3.3 11c1-1.3 3.5-.9 3.3.8-.1.7-.7 1.2-1.4 1.9h1.5V15H3.2v-.9c1-1 2.1-1.8 2.1-2.3 0-.5-.7-.6-1.1 0zM3.3 17h3.2v1.1l-.9.8c1.7.4 1.1 2.6-.8 2.6-.6 0-1.2-.2-1.6-.6l.6-.9c.5.5 1.6.5 1.6-.1 0-.4-.5-.5-1.2-.5v-.8l.8-.6H3.3zM9 5.4h12v2.2H9zm0 5.5h12v2.2H9zm0 5.5h12v2.2H9z",
  quote: "M4 6h6.5v6.5L7.8 18H4.7l2-5.5H4zm9.5 0H20v6.5L17.3 18h-3.1l2-5.5h-2.7z",
  link: "M10.6 13.4a1 1 0 0 1 0-1.4l3.5-3.5 1.4 1.4-3.5 3.5a1 1 0 0 1-1.4 0m-1.7 6.7a4.9 4.9 0 0 1-7-7l3.5-3.5L7 11.2l-3.5 3.5a2.7 2.7 0 0 0 3.8 3.8l3.5-3.5 1.6 1.6zm6.2-6.2 3.5-3.5a4.9 4.9 0 0 0-7-7L8.1 6.9l1.6 1.6 3.5-3.5A2.7 2.7 0 0 1 17 8.8l-3.5 3.5z",
} as const;

type Tool = keyof typeof DRAWINGS;

/** A toolbar as the ARIA guide has it: one stop of the Tab key, arrows between the tools. */
export function buildToolbar(host: HTMLElement, editor: Editor, place: HTMLElement): HTMLElement {
  const bar = make("div", "rich__toolbar");
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", text(host, "toolbar"));
  const box = linkBox(host, editor);
  const acts: Record<Tool, { run(): void; node: string }> = {
    bold: { run: () => editor.chain().focus().toggleBold().run(), node: "bold" },
    italic: { run: () => editor.chain().focus().toggleItalic().run(), node: "italic" },
    list: { run: () => editor.chain().focus().toggleBulletList().run(), node: "bulletList" },
    numbered: { run: () => editor.chain().focus().toggleOrderedList().run(), node: "orderedList" },
    quote: { run: () => editor.chain().focus().toggleBlockquote().run(), node: "blockquote" },
    link: { run: () => box.toggle(), node: "link" },
  };
  const tools = (Object.keys(acts) as Tool[]).map((name) => {
    const button = makeButton("rich__tool", "", acts[name].run);
    button.setAttribute("aria-label", text(host, name));
    button.title = text(host, name);
    button.append(draw(DRAWINGS[name]));
    return { button, name };
  });
  bar.append(...tools.map((tool) => tool.button), box.element);

  const buttons = tools.map((tool) => tool.button);
  const show = () =>
    tools.forEach(({ button, name }) =>
      button.setAttribute("aria-pressed", String(editor.isActive(acts[name].node))),
    );
  editor.on("transaction", show);
  show();
  rove(bar, buttons);
  place.addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      box.toggle();
    }
  });
  return bar;
}

function rove(bar: HTMLElement, buttons: HTMLButtonElement[]): void {
  const enter = (target: number) =>
    buttons.forEach((button, index) => {
      button.tabIndex = index === target ? 0 : -1;
    });
  enter(0);
  bar.addEventListener("keydown", (event) => {
    const from = buttons.findIndex((button) => button === document.activeElement);
    const steps: Record<string, number> = {
      ArrowRight: from + 1,
      ArrowLeft: from - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const step = steps[event.key];
    if (from < 0 || step === undefined) return;
    event.preventDefault();
    const target = (step + buttons.length) % buttons.length;
    enter(target);
    buttons[target]?.focus();
  });
}

function draw(path: string): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(namespace, "path");
  line.setAttribute("fill", "currentColor");
  line.setAttribute("fill-rule", "evenodd");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
