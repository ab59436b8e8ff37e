import { setBlockType } from 'prosemirror-commands';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection, type Command } from 'prosemirror-state';
import { takeSchema } from '@domain/document/schema';

const { nodes } = takeSchema;

/** Makes the block of the caret an item of a list; in a list of that kind, a paragraph again. */
export function listOf(type: NodeType): Command {
  return (state, dispatch, view) => {
    const { $from } = state.selection;
    const list = $from.depth > 1 ? $from.node(1).type : null;
    if (list === type) return liftListItem(nodes.list_item)(state, dispatch);
    if ($from.parent.type === nodes.paragraph) return wrapInList(type)(state, dispatch);
    // Items are paragraphs: a lead or a crosshead becomes one first.
    if (view === undefined || !setBlockType(nodes.paragraph)(state, dispatch)) return false;
    return wrapInList(type)(view.state, dispatch);
  };
}

/** Puts a separator after the block of the caret, or in place of one that is empty, and goes on after it. */
export const insertSeparator: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth === 0 || $from.node(1).type === nodes.signoff) return false;
  const block = $from.node(1);
  const isEmpty = block.isTextblock && block.content.size === 0 && block.type !== nodes.headline;
  const [from, to] = [isEmpty ? $from.before(1) : $from.after(1), $from.after(1)];
  const transaction = state.tr.replaceWith(from, to, [
    nodes.separator.create(),
    nodes.paragraph.create(),
  ]);
  // Past the separator, into the paragraph after it.
  const caret = TextSelection.create(transaction.doc, from + 2);
  dispatch?.(transaction.setSelection(caret).scrollIntoView());
  return true;
};
