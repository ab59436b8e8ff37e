import type { Node, ResolvedPos } from 'prosemirror-model';
import { NodeSelection, type EditorState, type Selection } from 'prosemirror-state';
import { takeSchema } from '@domain/document/schema';
import { isCell } from '@domain/document/table';

const { nodes } = takeSchema;

/** A table and where it begins. */
export type PlacedTable = { readonly table: Node; readonly pos: number };

/** The cells a selection goes over in one table, by their first and last row and column, from 0. */
export type InTable = PlacedTable & {
  readonly rows: { readonly from: number; readonly to: number };
  readonly columns: { readonly from: number; readonly to: number };
};

/** Where a table stands in its document: blocks are children of that, and tables nest in none. */
const tableDepth = 1;
const cellDepth = 3;

/** Where the cell around a place begins; null outside of tables. */
export function cellAround($at: ResolvedPos): number | null {
  return $at.depth >= cellDepth && isCell($at.node(cellDepth)) ? $at.before(cellDepth) : null;
}

/** The table the selection is in, and what it goes over there; null where it is in none. */
export function inTable({ selection }: Pick<EditorState, 'selection'>): InTable | null {
  const { $from, $to } = selection;
  if (selection instanceof NodeSelection) {
    const { node } = selection;
    if (node.type !== nodes.table) return null;
    const rows = { from: 0, to: node.childCount - 1 };
    return { table: node, pos: selection.from, rows, columns: { from: 0, to: 0 } };
  }
  if (cellAround($from) === null || cellAround($to) === null) return null;
  const pos = $from.before(tableDepth);
  if (pos !== $to.before(tableDepth)) return null;
  const [first, last] = [$from.index(tableDepth + 1), $to.index(tableDepth + 1)];
  return {
    table: $from.node(tableDepth),
    pos,
    rows: { from: $from.index(tableDepth), to: $to.index(tableDepth) },
    columns: { from: Math.min(first, last), to: Math.max(first, last) },
  };
}

/** Whether a selection begins in one cell and ends outside of it. */
export function goesAcross(selection: Selection): boolean {
  if (selection.empty || selection instanceof NodeSelection) return false;
  return cellAround(selection.$from) !== cellAround(selection.$to);
}

/** Where a row of a table begins; of the row after the last, where that would. */
export function rowStart({ table, pos }: PlacedTable, row: number): number {
  const before = table.children.slice(0, row);
  return before.reduce((at, { nodeSize }) => at + nodeSize, pos + 1);
}

/** Where a cell of a table begins; of the cell after a row's last, where that would. */
export function cellStart(placed: PlacedTable, row: number, column: number): number {
  const cells = placed.table.maybeChild(row)?.children.slice(0, column) ?? [];
  return cells.reduce((at, { nodeSize }) => at + nodeSize, rowStart(placed, row) + 1);
}
