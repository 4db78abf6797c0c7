import { Button } from "./Button";
import { Hidden, type HiddenFields } from "./Hidden";

export interface SearchFieldProps {
  label: string;
  submit: string;
  name?: string;
  value?: string;
  /** Where the query goes; the page itself by default. */
  action?: string;
  /** Other parameters of the address that the search must keep. */
  keep?: HiddenFields;
  id?: string;
  /** Shows the label above the field instead of keeping it for screen readers. */
  showLabel?: boolean;
}

/** A search box: one field, one button, a plain GET. */
export function SearchField({
  label,
  submit,
  name = "q",
  value,
  action,
  keep,
  id = "search",
  showLabel,
}: SearchFieldProps) {
  return (
    <form className="search" role="search" method="get" action={action}>
      <Hidden fields={keep} />
      <label className={showLabel ? "field__label" : "visually-hidden"} htmlFor={id}>
        {label}
      </label>
      <div className="search__row">
        <input
          className="field__input"
          type="search"
          id={id}
          name={name}
          defaultValue={value}
          autoComplete="off"
          enterKeyHint="search"
        />
        <Button kind="quiet" icon="search">
          {submit}
        </Button>
      </div>
    </form>
  );
}
