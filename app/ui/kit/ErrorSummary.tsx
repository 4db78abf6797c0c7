export interface SummaryError {
  /** The field's id: `fieldId(name)` unless the field was given another. */
  id?: string;
  message: string;
}

/** What was refused, first thing on the page, focused when it loads; each line leads to its field. */
export function ErrorSummary({
  title,
  errors,
  id = "error-summary",
}: {
  title: string;
  errors: readonly SummaryError[];
  id?: string;
}) {
  if (errors.length === 0) return null;
  return (
    <div
      className="notice notice--error error-summary"
      id={id}
      role="alert"
      tabIndex={-1}
      autoFocus
      aria-labelledby={`${id}-title`}
    >
      <p className="notice__title" id={`${id}-title`}>
        {title}
      </p>
      <ul>
        {errors.map((error) => (
          <li key={`${error.id ?? ""}${error.message}`}>
            {error.id ? <a href={`#${error.id}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
