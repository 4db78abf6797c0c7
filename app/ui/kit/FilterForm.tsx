import type { ReactNode } from "react";
import { Button } from "./Button";
import { Hidden, type HiddenFields } from "./Hidden";

export interface FilterFormProps {
  /** Names the form for screen readers: "Filtrer les résultats". */
  label: string;
  submit: string;
  /** The fields: `Select` mostly. */
  children: ReactNode;
  action?: string;
  /** Back to everything; shown when something is filtered. */
  reset?: { href: string; label: string };
  keep?: HiddenFields;
}

/** Fields that narrow what the page shows, in the address, so that a filtered page can be shared. */
export function FilterForm({ label, submit, children, action, reset, keep }: FilterFormProps) {
  return (
    <form className="filters" role="search" aria-label={label} method="get" action={action}>
      <Hidden fields={keep} />
      {children}
      <div className="filters__go">
        <Button kind="quiet">{submit}</Button>
        {reset ? <a href={reset.href}>{reset.label}</a> : null}
      </div>
    </form>
  );
}
