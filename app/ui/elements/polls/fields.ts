/** Reads and writes the fields of a question's form, whatever its kind. */
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.querySelectorAll<Field>("input[name], select[name], textarea[name]")].filter(
    ({ type }) => type !== "hidden",
  );

const ticked = (field: Field): field is HTMLInputElement =>
  field.type === "radio" || field.type === "checkbox";

/** What a form would post, hidden fields and all. */
export function postOf(form: HTMLFormElement): [string, string][] {
  const pairs: [string, string][] = [];
  new FormData(form).forEach((value, name) => {
    if (typeof value === "string") pairs.push([name, value]);
  });
  return pairs;
}

/** What was chosen or typed, in order; nothing for what was left empty. */
export function readValues(form: HTMLFormElement): string[] {
  return fieldsOf(form)
    .filter((field) => !ticked(field) || field.checked)
    .map(({ value }) => value.trim())
    .filter((value) => value !== "");
}

/** The same in words: the label of each choice, or what was typed. */
export function sayValues(form: HTMLFormElement): string[] {
  return fieldsOf(form)
    .filter((field) => (ticked(field) ? field.checked : field.value.trim() !== ""))
    .filter(({ value }) => value !== "")
    .map((field) => {
      if (field instanceof HTMLSelectElement) return flat(field.options[field.selectedIndex]?.text);
      return ticked(field) ? flat(labelOf(field)?.textContent) : field.value.trim();
    });
}

/** The words of a card: those marked as its label, else those that a screen reader hears. */
const labelOf = (field: HTMLInputElement): Element | null =>
  field.parentElement?.querySelector("[data-label], .choice__label, .visually-hidden") ?? field.parentElement;

const flat = (text: string | null | undefined): string => (text ?? "").replace(/[ \t\n]+/g, " ").trim();

/** Puts values back in their places. */
export function writeValues(form: HTMLFormElement, values: readonly string[]): void {
  let place = 0;
  for (const field of fieldsOf(form)) {
    if (ticked(field)) field.checked = values.indexOf(field.value) >= 0;
    else {
      const value = values[place++] ?? "";
      // What was sent is no longer "typed and not sent".
      if (!(field instanceof HTMLSelectElement)) field.defaultValue = value;
      field.value = value;
    }
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}
