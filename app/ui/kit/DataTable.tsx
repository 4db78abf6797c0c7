import type { ReactNode } from "react";
import { cx } from "./cx";
import { ScrollRegion } from "./ScrollRegion";
import { ColumnName, type Sort } from "./ColumnName";

export interface DataColumn {
  key: string;
  label: string;
  /** The full name, when `label` is short. */
  title?: string;
  /** Figures: aligned on their right, digits of one width. */
  numeric?: boolean;
  sort?: Sort;
}

export interface DataRow {
  key: string;
  /** One cell per column; the first is the row's header. */
  cells: readonly ReactNode[];
  tone?: "total";
}

export interface DataTableProps {
  caption: string;
  hideCaption?: boolean;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
}

/** A table of facts, sortable by links, that scrolls inside its own frame on a narrow screen. */
export function DataTable({ caption, hideCaption, columns, rows }: DataTableProps) {
  return (
    <ScrollRegion label={caption}>
      <table className="data-table">
        <caption className={hideCaption ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cx(column.numeric && "numeric")}
                aria-sort={column.sort?.direction}
              >
                <ColumnName sort={column.sort} label={column.label} title={column.title} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={cx(row.tone && `row--${row.tone}`)}>
              {row.cells.map((cell, index) => {
                const column = columns[index];
                const key = column?.key ?? String(index);
                return index === 0 ? (
                  <th key={key} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={key} className={cx(column?.numeric && "numeric")}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
