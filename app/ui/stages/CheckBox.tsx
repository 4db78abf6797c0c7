import type { ReactNode } from "react";
import { fieldId } from "~/ui/kit/Control";

/** Yes or no, posted as 1 or not at all. */
export function CheckBox({ name, label, checked }: { name: string; label: ReactNode; checked: boolean }) {
  return (
    <label className="check-box">
      <input type="checkbox" id={fieldId(name)} name={name} value="1" defaultChecked={checked} />{" "}
      <span>{label}</span>
    </label>
  );
}
