import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./Icon";

export interface ControlProps {
  /** The form field's name. */
  name: string;
  label: ReactNode;
  /** Defaults to `f-NAME`: give one when the page holds two forms with the same field. */
  id?: string;
  /** Shown above the field, before typing. */
  hint?: ReactNode;
  /** Shown below the field: a warning, a limit. */
  note?: ReactNode;
  error?: string;
  /** "(facultatif)" or "(obligatoire)", beside the label. */
  mark?: string;
}

/**
 * The id that `Field`, `TextArea`, `Select`, `Choice` and `StarsInput` give themselves: what an
 * `ErrorSummary` links to.
 */
export function fieldId(name: string): string {
  return `f-${name}`;
}

/** Attributes that tie a field to its hint, note and error. */
function describe(
  id: string,
  { hint, note, error }: Pick<ControlProps, "hint" | "note" | "error">,
  more?: string,
) {
  return {
    "aria-describedby": cx(
      hint != null && `${id}-hint`,
      error && `${id}-error`,
      note != null && `${id}-note`,
      more && `${id}-${more}`,
    ),
    "aria-invalid": error ? true : undefined,
  };
}

/**
 * Parts the props of a labelled field: what its frame says, for `Control`, and the attributes of the element inside.
 * `more` ends the id of one more text that describes it.
 */
export function partControl<Props extends ControlProps & { className?: string | undefined }>(
  { name, label, id = fieldId(name), hint, note, error, mark, className, ...rest }: Props,
  more?: string,
) {
  return {
    frame: { id, label, hint, note, error, mark },
    element: {
      ...rest,
      ...describe(id, { hint, note, error }, more),
      className: cx("field__input", className),
      id,
      name,
    },
  };
}

function Words({ label, mark }: Pick<ControlProps, "label" | "mark">) {
  return (
    <>
      {label}
      {mark ? <span className="field__mark"> {mark}</span> : null}
    </>
  );
}

/** What stands between a label and its control: the hint, and the error in words, an icon and a colour. */
function Above({ id, hint, error }: Pick<ControlProps, "hint" | "error"> & { id: string }) {
  return (
    <>
      {hint != null ? (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field__error" id={`${id}-error`}>
          <Icon name="error" /> <span>{error}</span>
        </p>
      ) : null}
    </>
  );
}

/** The frame of a labelled field: label, hint, error, the control itself, note. */
export function Control({
  id,
  label,
  mark,
  hint,
  note,
  error,
  children,
}: Omit<ControlProps, "name"> & { id: string; children: ReactNode }) {
  return (
    <div className={cx("field", error && "field--error")}>
      <label className="field__label" htmlFor={id} id={`${id}-label`}>
        <Words label={label} mark={mark} />
      </label>
      <Above id={id} hint={hint} error={error} />
      {children}
      {note != null ? (
        <p className="field__note" id={`${id}-note`}>
          {note}
        </p>
      ) : null}
    </div>
  );
}

/** The frame of a group of radios: legend, hint, error, the radios. It takes the focus, for an error to lead to it. */
export function ControlGroup({
  id,
  label,
  mark,
  hint,
  error,
  disabled,
  className,
  children,
}: Omit<ControlProps, "name" | "note"> & {
  id: string;
  disabled?: boolean;
  className: string;
  children: ReactNode;
}) {
  return (
    <fieldset
      className={cx(className, error && "field--error")}
      id={id}
      tabIndex={-1}
      disabled={disabled}
      {...describe(id, { hint, error })}
    >
      <legend className="field__label">
        <Words label={label} mark={mark} />
      </legend>
      <Above id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}
