import { lift, wrapIn } from 'prosemirror-commands';
import { NodeRange, type Node, type ResolvedPos } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { findWrapping, liftTarget } from 'prosemirror-transform';
import { attributionOf } from '@domain/document/quote';
import { takeSchema } from '@domain/document/schema';

const { nodes } = takeSchema;

/** A quotation and where it begins. */
type Placed = { readonly quote: Node; readonly pos: number };

/** The quotation around a place; null where there is none. */
function quoteAround($at: ResolvedPos): Placed | null {
  // A node selected whole, or everything, stands in no block.
  if ($at.depth < 2 || $at.node(-1).type !== nodes.quote) return null;
  return { quote: $at.node(-1), pos: $at.before(-1) };
}

/** Makes the block of the caret a quotation; in one, takes the block out of it. */
export const toggleQuote: Command = (state, dispatch, view) =>
  quoteAround(state.selection.$from) === null
    ? wrapIn(nodes.quote)(state, dispatch, view)
    : takeOutOfQuote(state, dispatch, view);

/**
 * Takes the block of the caret out of its quotation. What is left must still be one: where only the
 * attribution would be, all of it becomes paragraphs.
 */
export const takeOutOfQuote: Command = (state, dispatch, view) => {
  const placed = quoteAround(state.selection.$from);
  if (placed === null) return false;
  if (lift(state, dispatch, view)) return true;
  const { tr } = state;
  const { quote, pos } = placed;
  const attribution = attributionOf(quote);
  if (attribution !== null) {
    const at = pos + quote.nodeSize - 1 - attribution.nodeSize;
    if (attribution.content.size === 0) tr.delete(at, at + attribution.nodeSize);
    else tr.setNodeMarkup(at, nodes.paragraph);
  }
  const end = pos + (tr.doc.nodeAt(pos)?.nodeSize ?? 2) - 1;
  const range = new NodeRange(tr.doc.resolve(pos + 1), tr.doc.resolve(end), 1);
  const target = liftTarget(range);
  if (target === null) return false;
  dispatch?.(tr.lift(range, target).scrollIntoView());
  return true;
};

/**
 * Goes to the attribution of the quotation of the caret, which gets one where it has none. A paragraph
 * becomes a quotation with one; an empty one after a quotation is that one's attribution.
 */
export const goToAttribution: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const inside = quoteAround($from);
  if (inside !== null) return attribute(state.tr, inside, dispatch);
  if ($from.depth !== 1 || $from.parent.type !== nodes.paragraph) return false;
  const before = state.doc.resolve($from.before()).nodeBefore;
  if ($from.parent.content.size === 0 && before?.type === nodes.quote) {
    const tr = state.tr.delete($from.before(), $from.after());
    const pos = $from.before() - before.nodeSize;
    return attribute(tr, { quote: before, pos }, dispatch);
  }
  const range = $from.blockRange($to);
  const wrapping = range === null ? null : findWrapping(range, nodes.quote);
  if (range === null || wrapping === null) return false;
  const tr = state.tr.wrap(range, wrapping);
  const quote = tr.doc.nodeAt(range.start);
  if (quote === null) return false;
  const isEmpty = $from.parent.content.size === 0;
  return attribute(tr, { quote, pos: range.start }, dispatch, isEmpty ? 'stay' : 'go');
};

/** Gives a quotation an attribution, where it has none, and puts the caret in it. */
function attribute(
  tr: Transaction,
  { quote, pos }: Placed,
  dispatch: ((transaction: Transaction) => void) | undefined,
  caret: 'go' | 'stay' = 'go',
): boolean {
  const end = pos + quote.nodeSize - 1;
  if (attributionOf(quote) === null) tr.insert(end, nodes.attribution.create());
  const inside = attributionOf(quote) === null ? end + 1 : end - 1;
  if (caret === 'go') tr.setSelection(TextSelection.create(tr.doc, inside));
  dispatch?.(tr.scrollIntoView());
  return true;
}

/**
 * Enter in an empty last paragraph of a quotation, after others, makes it the attribution, or goes on
 * to the one that is there.
 */
export const enterToAttribution: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const placed = quoteAround($from);
  if (!empty || placed === null || $from.parent.type !== nodes.paragraph) return false;
  const { quote, pos } = placed;
  const attribution = attributionOf(quote);
  const paragraphs = quote.childCount - (attribution === null ? 0 : 1);
  const isLast = $from.index(-1) === paragraphs - 1;
  if ($from.parent.content.size > 0 || !isLast) return false;
  const { tr } = state;
  if (attribution === null) {
    if (paragraphs === 1) return false;
    tr.setNodeMarkup($from.before(), nodes.attribution);
  } else {
    if (paragraphs > 1) tr.delete($from.before(), $from.after());
    const end = pos + (tr.doc.nodeAt(pos)?.nodeSize ?? 2) - 2;
    tr.setSelection(TextSelection.create(tr.doc, end));
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Enter in an attribution leaves the quotation for a paragraph after it; an empty one goes. */
export const enterLeavesQuote: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== nodes.attribution) return false;
  dispatch?.(leaveQuote(state, $from));
  return true;
};

function leaveQuote({ tr }: EditorState, $from: ResolvedPos): Transaction {
  if ($from.parent.content.size === 0) tr.delete($from.before(), $from.after());
  const after = tr.mapping.map($from.after(-1));
  tr.insert(after, nodes.paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView();
}
