import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { cx } from "./cx";
import { Control, describe, fieldId, type ControlProps } from "./Control";

type FieldProps = ControlProps &
  Omit<ComponentPropsWithoutRef<"input">, "style" | "name" | "id" | "children"> & {
    /** After the field and read with it: a password's rules, for instance. */
    rules?: ReactNode;
  };

/** A labelled one-line field. Every attribute of `<input>` passes through. */
export function Field({
  name,
  label,
  id = fieldId(name),
  hint,
  note,
  error,
  mark,
  rules,
  className,
  type = "text",
  ...input
}: FieldProps) {
  return (
    <Control {...{ id, label, hint, note, error, mark }}>
      <input
        {...input}
        {...describe(id, { hint, note, error }, rules ? `${id}-rules` : undefined)}
        className={cx("field__input", className)}
        type={type}
        id={id}
        name={name}
      />
      {rules ? (
        <div className="field__rules" id={`${id}-rules`}>
          {rules}
        </div>
      ) : null}
    </Control>
  );
}
