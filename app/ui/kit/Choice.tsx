import { cx } from "./cx";
import { ControlGroup, fieldId, type ControlProps } from "./Control";
import { Icon } from "./Icon";
import type { Shape, Tone } from "./tone";

export interface ChoiceOption {
  value: string;
  label: string;
  tone?: Tone;
  shape?: Shape;
}

export interface ChoiceProps extends Omit<ControlProps, "label" | "note"> {
  legend: string;
  options: readonly ChoiceOption[];
  /** The option already chosen. */
  value?: string;
  /** "Sans avis": lets a choice be undone. It shows once something is chosen, and posts an empty value. */
  none?: string;
  /** `row`: cards side by side; `list`: one under the other, for longer labels. */
  layout?: "row" | "list";
  required?: boolean;
  disabled?: boolean;
}

/** A radio group drawn as cards; each may carry a colour and a shape. */
export function Choice({
  name,
  legend,
  mark,
  id = fieldId(name),
  options,
  value,
  hint,
  error,
  none,
  layout = "row",
  required,
  disabled,
}: ChoiceProps) {
  return (
    <ControlGroup className="choice-group" label={legend} {...{ id, mark, hint, error, disabled }}>
      <div className={`choice choice--${layout}`}>
        {options.map((option) => (
          <label key={option.value} className={cx("choice__card", option.tone && `tone-${option.tone}`)}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              required={required}
            />
            {option.shape ? <Icon name={option.shape} /> : null}
            <span className="choice__label">{option.label}</span>
          </label>
        ))}
      </div>
      {none ? <NoChoice name={name} label={none} /> : null}
    </ControlGroup>
  );
}

/** The radio that posts nothing: the way back from a choice, without JavaScript. */
export function NoChoice({ name, label }: { name: string; label: string }) {
  return (
    <label className="choice__none">
      <input type="radio" name={name} value="" />
      <span>{label}</span>
    </label>
  );
}
