export interface Sort {
  /** Where the click leads: the same page, sorted by this column. */
  href: string;
  /** Set on the column by which the table is sorted now. */
  direction?: "ascending" | "descending";
}

/** A column's header; one that sorts is a plain link, so that it works without JavaScript. */
export function ColumnName({ sort, label, title }: { sort?: Sort; label: string; title?: string }) {
  const name = <ShortName label={label} title={title} />;
  if (!sort) return name;
  return (
    <a className="sort" href={sort.href} data-direction={sort.direction}>
      {name}
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
