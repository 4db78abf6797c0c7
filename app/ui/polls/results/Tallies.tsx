import { Content } from "~/ui/consultation/Content";
import { Icon } from "~/ui/kit/Icon";
import { cx } from "~/ui/kit/cx";
import type { Tally } from "./telling";

/** Bars with their figures. A list in words, so that nothing is said by the bars alone. */
export function Tallies({ rows, ordered }: { rows: readonly Tally[]; ordered?: boolean }) {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Tag className="tallies">
      {rows.map(({ ref, label, share, figure, tone, shape, mark }) => (
        <li key={ref} className={cx("tally", tone && `tone-${tone}`, mark && "tally--right")}>
          <span className="tally__label">
            {shape ? (
              <>
                <Icon name={shape} size="small" />{" "}
              </>
            ) : null}
            {tone ? label : <Content>{label}</Content>}
            {mark ? (
              <strong className="tally__mark">
                {" "}
                <Icon name="check" size="small" /> {mark}
              </strong>
            ) : null}
          </span>
          <TallyBar share={share} />
          <span className="tally__figure">{figure}</span>
        </li>
      ))}
    </Tag>
  );
}

/** The widths of bars are attributes: the page's policy forbids inline styles, and browsers still let them grow smoothly. */
function TallyBar({ share }: { share: number }) {
  return (
    <svg className="tally__bar" aria-hidden="true" focusable="false">
      <rect className="tally__fill" width={percentage(share)} height="100%" />
    </svg>
  );
}

/** A share as an attribute of SVG takes it: "75%". */
export const percentage = (share: number): string =>
  `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
