import { cx } from "./cx";
import { Icon } from "./Icon";
import type { Shape, Tone } from "./tone";

export interface Bar {
  label: string;
  /** From 0 to 1. */
  share: number;
  /** The figure in words: "71 % (281)". */
  text: string;
  tone?: Tone;
  shape?: Shape;
}

export interface BarsProps {
  /** What is counted; read before the figures, shown only if `showCaption`. */
  caption: string;
  showCaption?: boolean;
  rows: readonly Bar[];
}

/** Shares as bars. It is a table, so the figures are there for who does not see the bars. */
export function Bars({ caption, showCaption, rows }: BarsProps) {
  return (
    <table className="bars">
      <caption className={cx("bars__caption", !showCaption && "visually-hidden")}>{caption}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label} className={row.tone && `tone-${row.tone}`}>
            <th scope="row">
              {row.shape ? <Icon name={row.shape} size="small" /> : null} {row.label}
            </th>
            <td>
              <span className="bars__cell">
                <BarShape share={row.share} />
                <span className="bars__figure">{row.text}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One bar on its track. The width is an attribute: the page's policy forbids inline styles. */
export function BarShape({ share }: { share: number }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <svg className="bar" width="100%" height="11" aria-hidden="true" focusable="false">
      <rect className="bar__track" width="100%" height="11" rx="5.5" />
      {width > 0 ? <rect className="bar__fill" width={`${width}%`} height="11" rx="5.5" /> : null}
    </svg>
  );
}
