import { NodeSelection, type EditorState } from 'prosemirror-state';
import { makeAnchor } from '@domain/annotation/anchor';
import { canonicalText, positionToOffset } from '@domain/document/canonical-text';
import type { WordSelection } from './types';

/** The photo the caret or selection is in, as the anchor of its caption and credit; or null. */
export function selectedPhoto(
  state: EditorState,
  target: WordSelection['target'],
): WordSelection | null {
  const { $from } = state.selection;
  const depth = Array.from({ length: $from.depth + 1 }, (_, at) => at).find(
    (at) => $from.node(at).type.name === 'photo',
  );
  const chosen = state.selection instanceof NodeSelection ? state.selection.node : null;
  const isChosen = chosen?.type.name === 'photo';
  if (depth === undefined && !isChosen) return null;
  const before = isChosen ? $from.pos : $from.before(depth);
  const size = (isChosen ? chosen : $from.node(depth)).nodeSize;
  const text = canonicalText(state.doc);
  const start = positionToOffset(state.doc, before + 2);
  const end = positionToOffset(state.doc, before + size - 2);
  return { target, anchor: makeAnchor(text, start, end) };
}

/** The selected words as an anchor, or null when nothing but white space is selected. */
export function selectedWords(
  state: EditorState,
  target: WordSelection['target'],
): WordSelection | null {
  const { from, to, empty } = state.selection;
  if (empty) return null;
  const text = canonicalText(state.doc);
  const start = positionToOffset(state.doc, from);
  const end = positionToOffset(state.doc, to);
  const words = text.slice(start, end);
  if (words.trim() === '') return null;
  const leading = words.length - words.trimStart().length;
  const trailing = words.length - words.trimEnd().length;
  return { target, anchor: makeAnchor(text, start + leading, end - trailing) };
}
