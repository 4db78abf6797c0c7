import type { ResultRow } from "~/modules/polls";
import { useFormat, useT } from "~/ui/i18n";
import { percentage } from "./Tallies";

/** How answers spread over a scale: a column per step, its ends in words below. */
export function ScaleColumns({
  rows,
  low,
  high,
}: {
  rows: readonly ResultRow[];
  low: string | null;
  high: string | null;
}) {
  const t = useT();
  const format = useFormat();
  const most = Math.max(...rows.map(({ n }) => n), 1);
  return (
    <div className="columns">
      <ol className="columns__steps">
        {rows.map(({ ref, n, share }) => (
          <li key={ref} className="column">
            <span className="visually-hidden">
              {t("polls:results.step", {
                step: ref,
                count: n,
                number: format.number(n),
                percent: format.percent(share),
              })}
            </span>
            <span className="column__n" aria-hidden="true">
              {format.number(n)}
            </span>
            <svg className="column__bar" aria-hidden="true" focusable="false">
              <rect
                className="column__fill"
                width="100%"
                height={percentage(n / most)}
                y={percentage(1 - n / most)}
              />
            </svg>
            <span className="column__step" aria-hidden="true">
              {ref}
            </span>
          </li>
        ))}
      </ol>
      {low || high ? (
        <p className="columns__ends">
          <span>{low ? format.text(low) : null}</span> <span>{high ? format.text(high) : null}</span>
        </p>
      ) : null}
    </div>
  );
}
