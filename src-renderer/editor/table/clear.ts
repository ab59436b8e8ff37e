import type { Node } from 'prosemirror-model';
import { Selection, type Command, type Transaction } from 'prosemirror-state';
import { takeSchema } from '@domain/document/schema';
import { cellAround, goesAcross, inTable } from './place';
import { deleteTable } from './commands';

const { nodes } = takeSchema;

/**
 * Deletes what is selected across cells: the words, never the cells, so that no row loses one. Blocks
 * and tables that are selected whole go.
 */
export function clearAcross(tr: Transaction): Transaction {
  const { from, to } = tr.selection;
  const stretches: { readonly from: number; readonly to: number }[] = [];
  tr.doc.nodesBetween(from, to, (node, pos, parent) => {
    const end = pos + node.nodeSize;
    const isWhole = parent === tr.doc && from <= pos && end <= to && !isFrame(node);
    if (isWhole) stretches.push({ from: pos, to: end });
    else if (node.isTextblock) {
      stretches.push({ from: Math.max(from, pos + 1), to: Math.min(to, end - 1) });
    }
    return !isWhole && !node.isTextblock;
  });
  for (const stretch of stretches.toReversed()) {
    if (stretch.from < stretch.to) tr.delete(stretch.from, stretch.to);
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(from)));
}

function isFrame({ type }: Node): boolean {
  return type === nodes.headline || type === nodes.signoff;
}

/** Backspace and Delete over several cells. */
export const deleteAcross: Command = (state, dispatch) => {
  if (!goesAcross(state.selection)) return false;
  dispatch?.(clearAcross(state.tr).scrollIntoView());
  return true;
};

/**
 * Backspace at the beginning of a cell, and Delete at its end, join it to no other. In the first cell of
 * a table without words Backspace takes the table out.
 */
export function stayInCell(way: 'back' | 'on'): Command {
  return (state, dispatch, view) => {
    const { $from, empty } = state.selection;
    if (!empty || cellAround($from) === null) return false;
    const at = inTable(state);
    const isFirst = at?.rows.from === 0 && at.columns.from === 0;
    if (way === 'back' && isFirst && at.table.textContent === '') {
      return deleteTable(state, dispatch, view);
    }
    return $from.parentOffset === (way === 'back' ? 0 : $from.parent.content.size);
  };
}
