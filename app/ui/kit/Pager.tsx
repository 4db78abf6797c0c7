import type { ReactNode } from "react";
import { Icon } from "./Icon";

export interface PagerLink {
  href: string;
  label: string;
  /** What lies there, under the label: the title of the next item. */
  title?: ReactNode;
}

/** Previous and next, of pages or of things. */
export function Pager({
  label,
  previous,
  next,
  children,
}: {
  label: string;
  previous?: PagerLink | null;
  next?: PagerLink | null;
  children?: ReactNode;
}) {
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={label}>
      {previous ? (
        <a className="pager__link" rel="prev" href={previous.href}>
          <Icon name="previous" />
          <Words {...previous} />
        </a>
      ) : (
        <span />
      )}
      {children != null ? <span className="pager__here">{children}</span> : null}
      {next ? (
        <a className="pager__link pager__link--next" rel="next" href={next.href}>
          <Words {...next} />
          <Icon name="next" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

function Words({ label, title }: PagerLink) {
  return (
    <span>
      <span className="pager__label">{label}</span>
      {title ? (
        <span className="pager__title">
          <span className="visually-hidden"> : </span>
          {title}
        </span>
      ) : null}
    </span>
  );
}
