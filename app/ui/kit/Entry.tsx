import type { ReactNode } from "react";

/** Something somebody wrote: who first, because who speaks matters, then the words, then what one can do. */
export function Entry({
  author,
  meta,
  children,
  actions,
  replies,
  id,
}: {
  author: ReactNode;
  meta?: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
  replies?: ReactNode;
  id?: string;
}) {
  return (
    <article className="entry" id={id}>
      <p className="meta entry__who">
        <strong>{author}</strong>
        {meta != null ? <> · {meta}</> : null}
      </p>
      {children}
      {actions != null ? <div className="entry__actions">{actions}</div> : null}
      {replies != null ? <div className="entry__replies">{replies}</div> : null}
    </article>
  );
}
