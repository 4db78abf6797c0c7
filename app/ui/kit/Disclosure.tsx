import type { ReactNode } from "react";

/** What may stay folded, in the browser's own widget. */
export function Disclosure({
  summary,
  children,
  open,
  id,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  id?: string;
}) {
  return (
    <details className="disclosure" open={open} id={id}>
      <summary>{summary}</summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
