import type { Node, NodeType } from 'prosemirror-model';
import {
  NodeSelection,
  Selection,
  TextSelection,
  type Command,
  type Transaction,
} from 'prosemirror-state';
import { takeSchema } from '@domain/document/schema';
import { columnsOf, hasHeader, isCell, tableBounds, tableNode } from '@domain/document/table';
import { cellStart, inTable, rowStart, type InTable, type PlacedTable } from './place';

const { nodes } = takeSchema;

/** What a new table has. */
export type NewTable = {
  readonly rows: number;
  readonly columns: number;
  /** Whether its first row names the columns. */
  readonly header: boolean;
};

/** Puts a table after the block of the caret, or in place of one that is empty, with the caret in it. */
export function insertTable({ rows, columns, header }: NewTable): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.depth === 0 || $from.node(1).type === nodes.signoff) return false;
    const block = $from.node(1);
    const isEmpty = block.isTextblock && block.content.size === 0 && block.type !== nodes.headline;
    const from = isEmpty ? $from.before(1) : $from.after(1);
    const empty = Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
    // After the last block there would be no place to go on writing.
    const isLast = state.doc.resolve($from.after(1)).nodeAfter?.type === nodes.signoff;
    const blocks = [tableNode(empty, header), ...(isLast ? [nodes.paragraph.create()] : [])];
    const { tr } = state;
    tr.replaceWith(from, $from.after(1), blocks);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, from + 3)).scrollIntoView());
    return true;
  };
}

/** A command on the table of the selection. */
function onTable(change: (tr: Transaction, at: InTable) => boolean): Command {
  return (state, dispatch) => {
    const at = inTable(state);
    const { tr } = state;
    if (at === null || !change(tr, at)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Puts an empty row in; nothing can stand above the names of the columns. */
export function addRow(side: 'above' | 'below'): Command {
  return onTable((tr, at) => {
    const index = side === 'above' ? at.rows.from : at.rows.to + 1;
    if (at.table.childCount >= tableBounds.rows || (index === 0 && hasHeader(at.table))) {
      return false;
    }
    putRow(tr, at, index);
    tr.setSelection(TextSelection.create(tr.doc, rowStart(at, index) + 2));
    return true;
  });
}

/** Puts an empty column in. */
export function addColumn(side: 'before' | 'after'): Command {
  return onTable((tr, at) => {
    if (columnsOf(at.table) >= tableBounds.columns) return false;
    const index = side === 'before' ? at.columns.from : at.columns.to + 1;
    putColumn(tr, at, index);
    caretIn(tr, at.pos, at.rows.from, index);
    return true;
  });
}

/** Takes out the rows of the selection; the table with the last of them. */
export const deleteRow: Command = onTable((tr, at) => {
  const { table, rows } = at;
  if (rows.to - rows.from + 1 >= table.childCount) return takeOut(tr, at);
  tr.delete(rowStart(at, rows.from), rowStart(at, rows.to + 1));
  caretIn(tr, at.pos, Math.min(rows.from, table.childCount - (rows.to - rows.from) - 2), 0);
  return true;
});

/** Takes out the columns of the selection; the table with the last of them. */
export const deleteColumn: Command = onTable((tr, at) => {
  const { table, columns } = at;
  if (columns.to - columns.from + 1 >= columnsOf(table)) return takeOut(tr, at);
  for (let row = table.childCount - 1; row >= 0; row -= 1) {
    const cells = table.child(row).childCount;
    const [from, to] = [Math.min(columns.from, cells), Math.min(columns.to + 1, cells)];
    // A row that is shorter than others keeps a cell: there is no row of none.
    const start = from === 0 && to === cells ? 1 : from;
    if (start < to) tr.delete(cellStart(at, row, start), cellStart(at, row, to));
  }
  caretIn(tr, at.pos, at.rows.from, Math.max(0, columns.from - 1));
  return true;
});

/** Makes the first row the names of the columns, or a row like the others. */
export const toggleHeader: Command = onTable((tr, at) => {
  const type = hasHeader(at.table) ? nodes.table_cell : nodes.table_header;
  const cells = at.table.child(0).childCount;
  for (let column = 0; column < cells; column += 1) {
    tr.setNodeMarkup(cellStart(at, 0, column), type);
  }
  return true;
});

/** Takes the table out. */
export const deleteTable: Command = onTable(takeOut);

function takeOut(tr: Transaction, { table, pos }: PlacedTable): boolean {
  // A text has at least one block, besides its headline and its sign-off.
  if (tr.doc.childCount > 3) tr.delete(pos, pos + table.nodeSize);
  else tr.replaceWith(pos, pos + table.nodeSize, nodes.paragraph.create());
  tr.setSelection(Selection.near(tr.doc.resolve(pos), -1));
  return true;
}

/** Puts an empty row into a table, as long as the others; not above the names of columns. */
export function putRow(tr: Transaction, at: PlacedTable, index: number): void {
  const cells = Array.from({ length: columnsOf(at.table) }, () => nodes.table_cell.create());
  tr.insert(rowStart(at, index), nodes.table_row.create(null, cells));
}

/** Puts empty cells at the ends of rows that are shorter than a number of columns. */
export function padRows(tr: Transaction, at: PlacedTable, columns: number): void {
  for (let row = at.table.childCount - 1; row >= 0; row -= 1) {
    const cells = at.table.child(row).children;
    const type = typeOfRow(cells);
    const missing = Math.max(0, columns - cells.length);
    const added = Array.from({ length: missing }, () => type.create());
    if (missing > 0) tr.insert(cellStart(at, row, cells.length), added);
  }
}

/** Puts an empty column into a table; rows that are too short for it are filled up first. */
export function putColumn(tr: Transaction, at: PlacedTable, index: number): void {
  for (let row = at.table.childCount - 1; row >= 0; row -= 1) {
    const cells = at.table.child(row).children;
    const type = typeOfRow(cells);
    const missing = Math.max(0, index - cells.length) + 1;
    const added = Array.from({ length: missing }, () => type.create());
    tr.insert(cellStart(at, row, Math.min(index, cells.length)), added);
  }
}

function typeOfRow(cells: readonly Node[]): NodeType {
  return cells.every(({ type }) => type === nodes.table_header)
    ? nodes.table_header
    : nodes.table_cell;
}

/** Puts the caret at the beginning of a cell, of the last in its row where that is shorter. */
function caretIn(tr: Transaction, pos: number, row: number, column: number): void {
  const table = tr.doc.nodeAt(pos);
  if (table === null) return;
  const last = (table.maybeChild(row)?.childCount ?? 1) - 1;
  const start = cellStart({ table, pos }, row, Math.min(column, last));
  tr.setSelection(TextSelection.create(tr.doc, start + 1));
}

/** Tab: selects what stands in the next cell; after the last, a new row begins. */
export const nextCell: Command = (state, dispatch) => {
  const at = inTable(state);
  if (at === null) return false;
  const { table, pos } = at;
  const { tr } = state;
  // A table that is selected whole is gone into.
  if (state.selection instanceof NodeSelection) return select(tr, at, 0, 0, dispatch);
  const row = at.rows.to;
  const column = state.selection.$to.index(2) + 1;
  if (column < table.child(row).childCount) return select(tr, at, row, column, dispatch);
  if (row + 1 < table.childCount) return select(tr, at, row + 1, 0, dispatch);
  if (table.childCount >= tableBounds.rows) return true;
  putRow(tr, at, row + 1);
  const grown = tr.doc.nodeAt(pos);
  return grown !== null && select(tr, { table: grown, pos }, row + 1, 0, dispatch);
};

/** Shift+Tab: selects what stands in the cell before; in the first it does nothing. */
export const previousCell: Command = (state, dispatch) => {
  const at = inTable(state);
  if (at === null) return false;
  if (state.selection instanceof NodeSelection) return select(state.tr, at, 0, 0, dispatch);
  const row = at.rows.from;
  const column = state.selection.$from.index(2);
  if (column > 0) return select(state.tr, at, row, column - 1, dispatch);
  if (row === 0) return true;
  return select(state.tr, at, row - 1, at.table.child(row - 1).childCount - 1, dispatch);
};

function select(
  tr: Transaction,
  at: PlacedTable,
  row: number,
  column: number,
  dispatch: ((transaction: Transaction) => void) | undefined,
): boolean {
  const start = cellStart(at, row, column) + 1;
  const end = start + at.table.child(row).child(column).content.size;
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, start, end)).scrollIntoView());
  return true;
}

/** Enter: goes to the cell below; from the last row, to a paragraph after the table. */
export const enterInCell: Command = (state, dispatch) => {
  const { $head, $to } = state.selection;
  if (!isCell($to.parent) && !isCell($head.parent)) return false;
  const { tr } = state;
  // What goes over several cells is let go; no Enter deletes it.
  const $at = isCell($head.parent) ? $head : $to;
  const [pos, row, column] = [$at.before(1), $at.index(1), $at.index(2)];
  const table = $at.node(1);
  const below = table.maybeChild(row + 1);
  if (below !== null) {
    const last = Math.min(column, below.childCount - 1);
    const end = cellStart({ table, pos }, row + 1, last) + below.child(last).nodeSize - 1;
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
    return true;
  }
  const after = pos + table.nodeSize;
  const next = tr.doc.nodeAt(after);
  const isFree = next?.type === nodes.paragraph && next.content.size === 0;
  if (!isFree) tr.insert(after, nodes.paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};
