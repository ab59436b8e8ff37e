import type { Fragment, Node } from 'prosemirror-model';
import { takeSchema } from './schema';

const { nodes } = takeSchema;

/** The most a table has: what is larger is no table of a dispatch, and is read as several. */
export const tableBounds = { columns: 20, rows: 500 } as const;

/** What stands in a cell: inline nodes. */
export type CellContent = Fragment | readonly Node[] | null;

/**
 * A table from its rows, at least one. Rows that are shorter than the longest get empty cells.
 *
 * @param header whether the first row names the columns
 */
export function tableNode(rows: readonly (readonly CellContent[])[], header: boolean): Node {
  const columns = Math.max(1, ...rows.map(({ length }) => length));
  return nodes.table.create(
    null,
    rows.map((row, index) => {
      const type = header && index === 0 ? nodes.table_header : nodes.table_cell;
      const cells = Array.from({ length: columns }, (_, at) => type.create(null, row[at] ?? null));
      return nodes.table_row.create(null, cells);
    }),
  );
}

/** Whether the first row of a table names its columns. */
export function hasHeader(table: Node): boolean {
  return table.firstChild?.children.every(({ type }) => type === nodes.table_header) === true;
}

/** How many columns a table has: those of its longest row. */
export function columnsOf(table: Node): number {
  return Math.max(0, ...table.children.map(({ childCount }) => childCount));
}

/** Whether a node is a cell, of a header or not. */
export function isCell({ type }: Node): boolean {
  return type === nodes.table_cell || type === nodes.table_header;
}

/** Rows that are too many for one table, as those of several. */
export function tableParts<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const parts: (readonly Row[])[] = [];
  for (let from = 0; from < rows.length; from += tableBounds.rows) {
    parts.push(rows.slice(from, from + tableBounds.rows));
  }
  return parts;
}
