import type { ReactNode } from "react";
import { Button } from "./Button";
import { Disclosure } from "./Disclosure";
import { Hidden, type HiddenFields } from "./Hidden";

export interface FilterFormProps {
  /** Names the form for screen readers: "Filtrer les résultats". */
  label: string;
  /** What is shown now; it unfolds the fields. */
  summary: string;
  submit: string;
  /** The fields: `Select` mostly. */
  children: ReactNode;
  action?: string;
  /** Back to everything; shown when something is filtered. */
  reset?: { href: string; label: string };
  keep?: HiddenFields;
}

/**
 * Fields that narrow what the page shows, in the address, so that a filtered page can be shared. They stay folded: what
 * the page shows comes first.
 */
export function FilterForm({ label, summary, submit, children, action, reset, keep }: FilterFormProps) {
  return (
    <div className="filters">
      <Disclosure summary={summary}>
        <form className="filters__form" role="search" aria-label={label} method="get" action={action}>
          <Hidden fields={keep} />
          {children}
          <div className="filters__go">
            <Button kind="quiet">{submit}</Button>
          </div>
        </form>
      </Disclosure>
      {reset ? (
        <a className="filters__reset" href={reset.href}>
          {reset.label}
        </a>
      ) : null}
    </div>
  );
}
