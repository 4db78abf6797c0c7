import type { ReactNode } from "react";

export interface TrailStep {
  label: ReactNode;
  /** Absent on the last step, the page itself. */
  href?: string;
}

/** The way from home to this page. */
export function Trail({ label, steps }: { label: string; steps: readonly TrailStep[] }) {
  return (
    <nav className="trail" aria-label={label}>
      <ol>
        {steps.map((step) => (
          <li key={step.href ?? ""}>
            {step.href ? <a href={step.href}>{step.label}</a> : <span aria-current="page">{step.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
