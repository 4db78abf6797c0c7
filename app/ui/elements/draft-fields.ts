/** One thing that a draft can keep: a text, a choice in a group, a tick. */
export interface Keepable {
  name: string;
  value: string;
  /** What the server had put there. */
  initial: string;
  restore(value: string): void;
}

const TEXTS = new Set(["text", "search", "email", "tel", "url", "number", "textarea"]);

/** The fields of a form that a draft may keep: never a password, a hidden value or a file. */
export function keepable(form: HTMLFormElement): Keepable[] {
  const fields: Keepable[] = [];
  const groups = new Set<string>();
  for (const control of form.elements) {
    if (control instanceof HTMLElement && control.closest("[data-no-draft]")) continue;
    if (control instanceof HTMLSelectElement && control.name && !control.multiple) fields.push(list(control));
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) || !control.name)
      continue;
    if (TEXTS.has(control.type)) fields.push(typed(control));
    if (control.type === "checkbox" && control instanceof HTMLInputElement) fields.push(ticked(control));
    if (control.type === "radio" && !groups.has(control.name)) {
      groups.add(control.name);
      fields.push(chosen(form, control.name));
    }
  }
  return fields;
}

function tell(control: HTMLElement): void {
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function typed(control: HTMLInputElement | HTMLTextAreaElement): Keepable {
  return {
    name: control.name,
    value: control.value,
    initial: control.defaultValue,
    restore(value) {
      control.value = value;
      tell(control);
    },
  };
}

function ticked(control: HTMLInputElement): Keepable {
  return {
    name: `${control.name}=${control.value}`,
    value: control.checked ? "1" : "",
    initial: control.defaultChecked ? "1" : "",
    restore(value) {
      control.checked = value !== "";
      tell(control);
    },
  };
}

function list(control: HTMLSelectElement): Keepable {
  const options = [...control.options];
  return {
    name: control.name,
    value: control.value,
    initial: (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "",
    restore(value) {
      if (!options.some((option) => option.value === value)) return;
      control.value = value;
      tell(control);
    },
  };
}

function chosen(form: HTMLFormElement, name: string): Keepable {
  const radios = [...form.elements].filter(
    (one): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === "radio" && one.name === name,
  );
  return {
    name,
    value: radios.find((radio) => radio.checked)?.value ?? "",
    initial: radios.find((radio) => radio.defaultChecked)?.value ?? "",
    restore(value) {
      const radio = radios.find((one) => one.value === value);
      if (!radio) return;
      radio.checked = true;
      tell(radio);
    },
  };
}
