import type { ReactNode } from "react";
import { cx } from "./cx";

/** Steps of the 4-pixel scale in `tokens.css`. */
export type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface StackProps {
  children: ReactNode;
  gap?: Gap;
  as?: "div" | "section" | "article" | "ul" | "ol" | "li" | "header" | "footer" | "aside";
  id?: string;
  /** Names a section by the id of its heading. */
  labelledBy?: string;
  className?: string;
}

/** Children one under the other, evenly apart. */
export function Stack({ children, gap = 4, as: Tag = "div", id, labelledBy, className }: StackProps) {
  return (
    <Tag className={cx("stack", `gap-${gap}`, className)} id={id} aria-labelledby={labelledBy}>
      {children}
    </Tag>
  );
}

/** Children side by side, wrapping when there is no room. */
export function Cluster({
  children,
  gap = 3,
  as: Tag = "div",
  className,
}: Omit<StackProps, "id" | "labelledBy">) {
  return <Tag className={cx("cluster", `gap-${gap}`, className)}>{children}</Tag>;
}

/** The page's one `<main>`. `narrow` keeps a form or a text to the reading width. */
export function Page({ children, narrow }: { children: ReactNode; narrow?: boolean }) {
  return (
    <main className={cx("page", narrow && "page--narrow")} id="main" tabIndex={-1}>
      {children}
    </main>
  );
}

/** A page's opening: a state, the title, a line of facts. */
export function PageHead({
  title,
  before,
  meta,
  children,
}: {
  title: ReactNode;
  before?: ReactNode;
  meta?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="page-head">
      {before}
      <h1>{title}</h1>
      {meta != null ? <p className="meta">{meta}</p> : null}
      {children}
    </header>
  );
}

/**
 * A text, the panel where one acts on it, and what follows: the panel stays beside on a desk, comes
 * after the text on a phone.
 */
export function WithPanel({
  text,
  panel,
  children,
}: {
  text: ReactNode;
  panel: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="with-panel">
      <div className="with-panel__text">{text}</div>
      <div className="with-panel__panel">{panel}</div>
      {children != null ? <div className="with-panel__rest">{children}</div> : null}
    </div>
  );
}

/** The raised surface on which one acts. One per screen. */
export function Panel({ children, title, id }: { children: ReactNode; title?: ReactNode; id?: string }) {
  return (
    <section className="panel" id={id} aria-labelledby={title != null ? `${id ?? "panel"}-title` : undefined}>
      {title != null ? <h2 id={`${id ?? "panel"}-title`}>{title}</h2> : null}
      {children}
    </section>
  );
}

/** A card: only around what can be acted on or opened. */
export function Card({
  children,
  as: Tag = "div",
}: {
  children: ReactNode;
  as?: "div" | "li" | "article" | "section";
}) {
  return <Tag className="card">{children}</Tag>;
}

/** A line of small, quieter facts. */
export function Meta({ children }: { children: ReactNode }) {
  return <p className="meta">{children}</p>;
}

/** Read by screen readers, unseen. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
