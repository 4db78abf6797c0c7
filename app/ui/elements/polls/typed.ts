import { leave } from "./poll-left";

const TYPED = "textarea, input[type=text]";

/** Notes what is typed and not sent in `root`. What is called afterwards gives back what has lost its field. */
export function keepTyped(root: Element): () => void {
  const fields = [...root.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(TYPED)]
    .filter(
      (field) =>
        field.value.trim() !== "" &&
        field.value !== field.defaultValue &&
        field.closest("form")?.getAttribute("aria-busy") !== "true",
    )
    .map((field) => ({
      field,
      value: field.value,
      about: field.closest("poll-answer")?.getAttribute("about") ?? "",
    }));
  return () => {
    const lost = fields.filter(({ field }) => !field.isConnected);
    const [first] = lost;
    if (first) leave({ about: first.about, why: "", said: lost.map(({ value }) => value), typed: true });
  };
}
