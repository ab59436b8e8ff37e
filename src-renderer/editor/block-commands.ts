import { chainCommands, lift, setBlockType, splitBlockAs, toggleMark } from 'prosemirror-commands';
import { NodeSelection, TextSelection, type Command } from 'prosemirror-state';
import type { CommandId } from '@contract/commands';
import { takeSchema, type MarkedLanguage } from '@domain/document/schema';
import { insertSeparator, listOf } from './list-commands';
import { nextFieldRound } from './plugins/template-fields';
import { goToAttribution, takeOutOfQuote, toggleQuote } from './quote-commands';
import {
  addColumn,
  addRow,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeader,
} from './table/commands';
import { redo, undo } from './undo';

const { nodes, marks } = takeSchema;

/** The commands of the contract that act on the open draft. */
export const blockCommands: Readonly<Partial<Record<CommandId, Command>>> = {
  'edit.undo': undo,
  'edit.redo': redo,
  'format.emphasis': toggleMark(marks.emphasis),
  'format.strong': toggleMark(marks.strong),
  'format.language-fr': markLanguage('fr'),
  'format.language-en': markLanguage('en'),
  'format.language-other': markLanguage('other'),
  'format.next-field': nextFieldRound,
  'block.lead': setBlockType(nodes.lead),
  'block.paragraph': chainCommands(setBlockType(nodes.paragraph), takeOutOfQuote, lift),
  'block.crosshead': setBlockType(nodes.crosshead),
  'block.list': listOf(nodes.bullet_list),
  'block.numbered-list': listOf(nodes.ordered_list),
  'block.separator': insertSeparator,
  'block.quote': toggleQuote,
  'block.attribution': goToAttribution,
  'table.row-above': addRow('above'),
  'table.row-below': addRow('below'),
  'table.row-delete': deleteRow,
  'table.column-before': addColumn('before'),
  'table.column-after': addColumn('after'),
  'table.column-delete': deleteColumn,
  'table.header': toggleHeader,
  'table.delete': deleteTable,
};

/**
 * Marks the selection, or the whole block of the caret, as being in a language; what is marked so
 * already is no longer.
 */
function markLanguage(is: MarkedLanguage): Command {
  return (state, dispatch) => {
    const { from, to, empty, $from } = state.selection;
    const range = empty ? { from: $from.start(), to: $from.end() } : { from, to };
    const mark = marks.language.create({ is });
    let marked = true;
    state.doc.nodesBetween(range.from, range.to, (node) => {
      if (node.isText && !mark.isInSet(node.marks)) marked = false;
    });
    const transaction = state.tr.removeMark(range.from, range.to, marks.language);
    if (!marked) transaction.addMark(range.from, range.to, mark);
    if (!transaction.docChanged) return false;
    dispatch?.(transaction);
    return true;
  };
}

/** Makes the selection a link to an address; an empty address takes the link away. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    if (empty) return false;
    const transaction = state.tr.removeMark(from, to, marks.link);
    if (href !== '') transaction.addMark(from, to, marks.link.create({ href }));
    dispatch?.(transaction);
    return true;
  };
}

/**
 * Enter at the end of a headline, a caption or a credit goes on to the next block, when that is
 * there and empty, instead of making another.
 */
export const enterNextEmptyBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const steps: readonly string[] = ['headline', 'caption', 'credit'];
  if (!empty || !steps.includes($from.parent.type.name)) return false;
  if ($from.parentOffset !== $from.parent.content.size) return false;
  const next = state.doc.resolve($from.after());
  const block = next.nodeAfter;
  const inPhoto = $from.parent.type === nodes.caption;
  if (block === null || !block.isTextblock || (block.content.size > 0 && !inPhoto)) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, next.pos + 1)).scrollIntoView());
  return true;
};

/** Enter in a credit leaves the photo for a paragraph after it. */
export const enterLeavesPhoto: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== nodes.credit) return false;
  const after = $from.after(-1);
  const transaction = state.tr.insert(after, nodes.paragraph.create());
  dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, after + 1)));
  return true;
};

/** The sign-off is one line, the last: Enter adds nothing to it. */
export const enterInSignoff: Command = (state) =>
  state.selection.$from.parent.type === nodes.signoff;

/** Enter on a photo or a separator that is selected whole makes a paragraph after it. */
export const enterAfterNode: Command = ({ selection, tr }, dispatch) => {
  if (!(selection instanceof NodeSelection)) return false;
  const { $to, to } = selection;
  const at = $to.indexAfter();
  if (!$to.parent.canReplaceWith(at, at, nodes.paragraph)) return false;
  tr.insert(to, nodes.paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, to + 1)).scrollIntoView());
  return true;
};

/**
 * Enter splits a block; at its end it makes a paragraph. ProseMirror, left to itself, takes the
 * first kind of block that may follow, which is the sign-off, and then does nothing.
 */
export const enterSplits: Command = (state, dispatch, view) =>
  // All that is selected, as by Mod+A, is in no block that could be split.
  state.selection.$from.depth > 0 && split(state, dispatch, view);

const split = splitBlockAs((block, atEnd) =>
  // There is one lead: what is split off it is text.
  atEnd || block.type === nodes.lead ? { type: nodes.paragraph } : null,
);

/** An Enter that has no meaning here: the browser must not give it one of its own. */
export const enterDoesNothing: Command = () => true;
