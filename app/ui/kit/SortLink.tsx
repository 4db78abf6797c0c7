export interface Sort {
  /** Where the click leads: the same page, sorted by this column. */
  href: string;
  /** Set on the column by which the table is sorted now. */
  direction?: "ascending" | "descending";
}

/** A header that sorts: a plain link, so that it works without JavaScript. */
export function SortLink({ sort, label, title }: { sort: Sort; label: string; title?: string }) {
  return (
    <a className="sort" href={sort.href} data-direction={sort.direction}>
      <ShortName label={label} title={title} />
    </a>
  );
}

/** A short name on screen, the full one for screen readers and on hover. */
export function ShortName({ label, title }: { label: string; title?: string }) {
  if (!title || title === label) return <>{label}</>;
  return (
    <span title={title}>
      <span aria-hidden="true">{label}</span>
      <span className="visually-hidden">{title}</span>
    </span>
  );
}
