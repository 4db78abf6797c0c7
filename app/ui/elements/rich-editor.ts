import { Editor, type EditorOptions } from "@tiptap/core";
import { Markdown } from "@tiptap/markdown";
import { StarterKit } from "@tiptap/starter-kit";
import { buildToolbar } from "./rich-toolbar";

/** Puts an editor in the place of a textarea, which stays there, hidden, and always holds the Markdown. */
export function mountEditor(host: HTMLElement, area: HTMLTextAreaElement): () => void {
  const place = document.createElement("div");
  const hadFocus = document.activeElement === area;
  const editor = new Editor({
    element: place,
    extensions: [
      StarterKit.configure({
        underline: false,
        link: { openOnClick: false, HTMLAttributes: { target: null } },
      }),
      Markdown,
    ],
    ...start(area.value),
    injectCSS: false,
    editorProps: { attributes: attributes(area) },
    onUpdate: () => write(),
  });

  let written = area.value;
  const write = () => {
    written = editor.isEmpty ? "" : editor.getMarkdown();
    area.value = written;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  // A draft brought back, or the form put back as it was: the editor follows the textarea.
  const follow = () => {
    if (area.value === written) return;
    written = area.value;
    editor.commands.setContent(area.value, { contentType: "markdown", emitUpdate: false });
  };
  const afterReset = () => setTimeout(follow);
  // The label and the error summary lead to the textarea: it leads on to the editor.
  const lead = () => editor.commands.focus("end");

  const toolbar = buildToolbar(host, editor, place);
  area.classList.add("rich__source");
  area.tabIndex = -1;
  area.setAttribute("aria-hidden", "true");
  host.append(toolbar, place);
  area.addEventListener("input", follow);
  area.addEventListener("focus", lead);
  area.form?.addEventListener("reset", afterReset);
  if (hadFocus) lead();

  return () => {
    area.removeEventListener("input", follow);
    area.removeEventListener("focus", lead);
    area.form?.removeEventListener("reset", afterReset);
    editor.destroy();
    toolbar.remove();
    place.remove();
    area.classList.remove("rich__source");
    area.removeAttribute("tabindex");
    area.removeAttribute("aria-hidden");
  };
}

/** What the editor opens on. */
function start(markdown: string): Pick<EditorOptions, "content"> & { contentType?: "markdown" } {
  // why a node: from an empty string Tiptap makes HTML first, which Trusted Types refuse.
  if (markdown.trim() === "") return { content: { type: "doc", content: [{ type: "paragraph" }] } };
  return { content: markdown, contentType: "markdown" };
}

/** The editor is named and described as the textarea was. */
function attributes(area: HTMLTextAreaElement): Record<string, string> {
  const found: Record<string, string> = {
    class: "rich__editor",
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": area.labels[0]?.id ?? "",
  };
  for (const name of ["aria-describedby", "aria-invalid", "lang"]) {
    const value = area.getAttribute(name);
    if (value) found[name] = value;
  }
  return found;
}
