import { Fragment, type Node, type Slice } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { takeSchema } from '@domain/document/schema';
import { columnsOf, isCell, tableBounds } from '@domain/document/table';
import { pictureSign } from '../paste/read';
import { clearAcross } from './clear';
import { padRows, putRow } from './commands';
import { cellAround, cellStart, goesAcross, inTable, type InTable } from './place';

const { nodes } = takeSchema;

/**
 * Puts what is pasted into the cell of the caret: a table fills the cells from there on, and grows the
 * one it comes into; one for which there is no room goes after it. Anything else is words of the cell.
 *
 * @returns false outside of tables, where pasting is as everywhere
 */
export function pasteInCell(tr: Transaction, slice: Slice): boolean {
  const across = goesAcross(tr.selection);
  if (across) clearAcross(tr);
  const at = inTable(tr);
  if (at === null || cellAround(tr.selection.$from) === null)
    return across && putPlainly(tr, slice);
  const table = pastedTable(slice);
  if (table === null) {
    const { from, to } = tr.selection;
    tr.replaceWith(from, to, inlineOf(slice.content));
  } else if (fits(at, table)) fill(tr, at, table);
  else tr.insert(at.pos + at.table.nodeSize, nodes.table.create(null, table.content));
  tr.scrollIntoView();
  return true;
}

function putPlainly(tr: Transaction, slice: Slice): boolean {
  tr.replaceSelection(slice).scrollIntoView();
  return true;
}

/** The table that is pasted, of more than one cell; null where it is something else. */
function pastedTable({ content }: Slice): Node | null {
  const [table, ...others] = content.content.filter(
    ({ textContent, type }) => type === nodes.table || textContent.trim() !== '',
  );
  if (table?.type !== nodes.table || others.length > 0) return null;
  const isOneCell = table.childCount === 1 && columnsOf(table) === 1;
  return isOneCell ? null : table;
}

function fits({ table, rows, columns }: InTable, pasted: Node): boolean {
  return (
    Math.max(table.childCount, rows.from + pasted.childCount) <= tableBounds.rows &&
    Math.max(columnsOf(table), columns.from + columnsOf(pasted)) <= tableBounds.columns
  );
}

function fill(tr: Transaction, { pos, rows, columns }: InTable, pasted: Node): void {
  const now = (): { readonly table: Node; readonly pos: number } => ({
    table: tr.doc.nodeAt(pos) ?? pasted,
    pos,
  });
  const wantedRows = rows.from + pasted.childCount;
  const wantedColumns = columns.from + columnsOf(pasted);
  padRows(tr, now(), Math.max(wantedColumns, columnsOf(now().table)));
  while (now().table.childCount < wantedRows) putRow(tr, now(), now().table.childCount);
  // From the end, so that the places before stay what they are.
  const placed = now();
  for (const [row, { children }] of [...pasted.children.entries()].toReversed()) {
    for (const [column, { content }] of [...children.entries()].toReversed()) {
      const [toRow, toColumn] = [rows.from + row, columns.from + column];
      const cell = placed.table.child(toRow).maybeChild(toColumn);
      const start = cellStart(placed, toRow, toColumn) + 1;
      if (cell !== null && isCell(cell)) tr.replaceWith(start, start + cell.content.size, content);
    }
  }
}

/** The words of blocks as one line, parted by spaces; pictures have no place in a cell. */
function inlineOf(content: Fragment): Fragment {
  let all = Fragment.empty;
  content.forEach((node) => {
    const words = node.isInline ? Fragment.from(withoutSigns(node)) : inlineOf(node.content);
    const isParted = !node.isInline && all.size > 0 && words.size > 0;
    all = all.append(isParted ? Fragment.from(takeSchema.text(' ')).append(words) : words);
  });
  return all;
}

function withoutSigns(node: Node): Node | null {
  const text = node.text?.replaceAll(pictureSign, '') ?? '';
  return text === '' ? null : takeSchema.text(text, node.marks);
}
