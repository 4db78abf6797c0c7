import type { ComponentPropsWithoutRef } from "react";
import { cx } from "./cx";
import { Control, describe, fieldId, type ControlProps } from "./Control";

export interface SelectOption {
  value: string;
  label: string;
  /** When it is not the page's. */
  lang?: string | undefined;
}

type SelectProps = ControlProps &
  Omit<ComponentPropsWithoutRef<"select">, "style" | "name" | "id" | "children"> & {
    options: readonly SelectOption[];
    /** The first, empty option: "Je préfère ne pas le dire". */
    empty?: string;
  };

/** A labelled list of choices. */
export function Select({
  name,
  label,
  id = fieldId(name),
  hint,
  note,
  error,
  mark,
  options,
  empty,
  className,
  ...select
}: SelectProps) {
  return (
    <Control {...{ id, label, hint, note, error, mark }}>
      <select
        {...select}
        {...describe(id, { hint, note, error })}
        className={cx("field__input", "select", className)}
        id={id}
        name={name}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Control>
  );
}
