import type { ReactNode } from "react";

/** Nothing here yet: said plainly, with what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <p className="empty-state__title">{title}</p>
      {children != null ? <div>{children}</div> : null}
      {action}
    </div>
  );
}
