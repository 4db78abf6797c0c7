import { NoChoice } from "./Choice";
import { ControlGroup, fieldId, type ControlProps } from "./Control";
import { Icon } from "./Icon";

export interface StarsInputProps extends Omit<ControlProps, "label" | "note"> {
  legend: string;
  /** Each star's name, from one up: "4 sur 5 : importante". Screen readers read it, the caption shows it. */
  labels: readonly string[];
  /** The number of stars already given. */
  value?: number | null;
  /** The caption before any star is given. */
  empty?: string;
  /** "Sans note": lets the rating be undone. */
  none?: string;
  disabled?: boolean;
}

/**
 * A rating: a plain radio group whose stars fill up to the chosen one, and whose caption follows,
 * by CSS alone (`stars.css`).
 */
export function StarsInput({
  name,
  legend,
  mark,
  id = fieldId(name),
  labels,
  value,
  empty,
  hint,
  error,
  none,
  disabled,
}: StarsInputProps) {
  return (
    <ControlGroup className="stars-group" label={legend} {...{ id, mark, hint, error, disabled }}>
      <div className="stars">
        {labels.map((label, index) => (
          <label key={label} className="stars__star">
            <input type="radio" name={name} value={index + 1} defaultChecked={value === index + 1} />
            <Icon name="star" size="large" />
            <span className="visually-hidden">{label}</span>
          </label>
        ))}
      </div>
      <div className="stars__foot">
        <p className="stars__caption" aria-hidden="true">
          {labels.map((label) => (
            <span key={label}>{label}</span>
          ))}
          <span>{empty}</span>
        </p>
        {none ? <NoChoice name={name} label={none} /> : null}
      </div>
    </ControlGroup>
  );
}
