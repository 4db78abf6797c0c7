/**
 * Two values on one scale: a diamond for the first, an upright bar for the second. The figures stand in words beside it.
 * Positions are attributes, because the page's policy forbids inline styles.
 */
export function Comparison({
  value,
  reference,
  min,
  max,
}: {
  value: number | null;
  reference: number | null;
  min: number;
  max: number;
}) {
  // Within 4 and 96 %, so that no mark is cut at an end.
  const place = (x: number) =>
    `${Math.round((4 + 92 * Math.min(1, Math.max(0, (x - min) / (max - min || 1)))) * 10) / 10}%`;
  return (
    <svg className="bar" width="100%" height="22" aria-hidden="true" focusable="false">
      <line x1="4%" x2="96%" y1="11" y2="11" stroke="currentColor" strokeOpacity="0.35" strokeWidth="2" />
      {reference === null ? null : (
        <line
          x1={place(reference)}
          x2={place(reference)}
          y1="2"
          y2="20"
          stroke="currentColor"
          strokeWidth="3"
        />
      )}
      {value === null ? null : (
        <svg x={place(value)} y="3" width="1" height="16" overflow="visible">
          <path d="M0 0 8 8 0 16-8 8z" fill="currentColor" />
        </svg>
      )}
    </svg>
  );
}
