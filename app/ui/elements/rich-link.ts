import type { Editor } from "@tiptap/core";
import { make, makeButton, text } from "./dom";

/** The small box that asks for a link's address. It sits in the form without being a part of it. */
export function linkBox(host: HTMLElement, editor: Editor): { element: HTMLElement; toggle(): void } {
  const element = make("div", "rich__link");
  const label = make("label", "", text(host, "address"));
  const input = make("input", "field__input");
  input.type = "url";
  input.placeholder = "https://";
  input.dataset.noDraft = "";

  const close = () => {
    element.hidden = true;
    editor.commands.focus();
  };
  const apply = () => {
    const href = complete(input.value);
    if (!href) return input.focus();
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link")) {
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    } else {
      chain.setLink({ href }).run();
    }
    element.hidden = true;
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    element.hidden = true;
  };

  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") apply();
    if (event.key === "Escape") close();
    // why: Enter would send the whole form, and arrows would leave for the next tool.
    if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
    event.stopPropagation();
  });
  // What is typed here is not part of the form: its counters and drafts must not hear of it.
  for (const kind of ["input", "change"]) element.addEventListener(kind, (event) => event.stopPropagation());

  label.append(input);
  element.append(
    label,
    makeButton("", text(host, "apply"), apply),
    makeButton("", text(host, "unlink"), remove),
  );
  element.hidden = true;
  return {
    element,
    toggle() {
      if (!element.hidden) return close();
      input.value = String(editor.getAttributes("link").href ?? "");
      element.hidden = false;
      input.focus();
    },
  };
}

/** An address as one types it, made whole; nothing but http, https and mailto. */
export function complete(typed: string): string | null {
  const trimmed = typed.trim();
  if (!trimmed) return null;
  const whole = /^[a-z][a-z\d+.-]*:/i.test(trimmed)
    ? trimmed
    : trimmed.includes("@")
      ? `mailto:${trimmed}`
      : `https://${trimmed}`;
  try {
    const { protocol, href } = new URL(whole);
    return ["http:", "https:", "mailto:"].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
