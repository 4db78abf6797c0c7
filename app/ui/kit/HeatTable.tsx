import type { ReactNode } from "react";
import { ScrollRegion } from "./ScrollRegion";
import { ColumnName, ShortName, type Sort } from "./ColumnName";

/** One of ten shades, 0 the palest. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export type HeatCell =
  /** `n` is the count alone; `nLabel` how it is read: "26 notes". */
  | { kind: "value"; value: string; n: string; nLabel?: string; level: HeatLevel }
  /** A figure that may not be shown, with the reason in words. */
  | { kind: "hidden"; reason: string }
  /** Nobody answered: `text` is read; a dash and a nought are shown. */
  | { kind: "empty"; text: string };

export interface HeatColumn {
  key: string;
  label: string;
  title?: string;
  sort?: Sort;
  /** Set apart from the others: the total. */
  total?: boolean;
}

export interface HeatRow {
  key: string;
  label: ReactNode;
  href?: string;
  cells: readonly HeatCell[];
}

export interface HeatTableProps {
  caption: string;
  hideCaption?: boolean;
  /** What the first column holds: "Action". */
  corner: string;
  cornerSort?: Sort;
  columns: readonly HeatColumn[];
  rows: readonly HeatRow[];
}

/** Which of ten shades a value takes between two bounds. */
export function heatLevel(value: number, min: number, max: number): HeatLevel {
  if (!(max > min) || Number.isNaN(value)) return 0;
  const level = Math.floor(((value - min) / (max - min)) * 10);
  return Math.min(9, Math.max(0, level)) as HeatLevel;
}

/** Figures in a grid whose shade follows the figure; the figure itself and its n are always written. */
export function HeatTable({ caption, hideCaption, corner, cornerSort, columns, rows }: HeatTableProps) {
  return (
    <ScrollRegion label={caption}>
      <table className="heat">
        <caption className={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="heat__corner" aria-sort={cornerSort?.direction}>
              <ColumnName sort={cornerSort} label={corner} />
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={column.sort?.direction}
                className={column.total ? "heat__total" : undefined}
              >
                <ColumnName sort={column.sort} label={column.label} title={column.title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
              {row.cells.map((cell, index) => (
                <Cell key={columns[index]?.key ?? index} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Cell({ cell }: { cell: HeatCell }) {
  if (cell.kind === "hidden")
    return (
      <td className="heat__hidden" title={cell.reason}>
        <span className="visually-hidden">{cell.reason}</span>
      </td>
    );
  if (cell.kind === "empty")
    return (
      <td className="heat__empty">
        <span aria-hidden="true">
          –<small>0</small>
        </span>
        <span className="visually-hidden">{cell.text}</span>
      </td>
    );
  return (
    <td className={`heat-${cell.level}`}>
      {cell.value}
      <small>{cell.nLabel ? <ShortName label={cell.n} title={cell.nLabel} /> : cell.n}</small>
    </td>
  );
}
