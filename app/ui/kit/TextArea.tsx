import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { cx } from "./cx";
import { Control, describe, fieldId, type ControlProps } from "./Control";

type TextAreaProps = ControlProps &
  Omit<ComponentPropsWithoutRef<"textarea">, "style" | "name" | "id" | "children" | "maxLength" | "wrap"> & {
    /**
     * The most characters the server accepts. Not the `maxlength` attribute: that one cuts a pasted
     * text without a word, and nothing typed may be lost. `CharCounter` and the server say it instead.
     */
    max?: number;
    /** Wraps the textarea, e.g. `(area) => <RichText …>{area}</RichText>`. */
    wrap?: (area: ReactNode) => ReactNode;
    /** Under the textarea: a `CharCounter`. */
    counter?: ReactNode;
  };

/** A labelled text of several lines. */
export function TextArea({
  name,
  label,
  id = fieldId(name),
  hint,
  note,
  error,
  mark,
  max,
  wrap,
  counter,
  className,
  rows = 5,
  ...area
}: TextAreaProps) {
  const control = (
    <textarea
      {...area}
      {...describe(id, { hint, note, error }, counter ? `${id}-count` : undefined)}
      className={cx("field__input", className)}
      id={id}
      name={name}
      rows={rows}
      data-max={max}
    />
  );
  return (
    <Control {...{ id, label, hint, note, error, mark }}>
      {wrap ? wrap(control) : control}
      {counter}
    </Control>
  );
}
