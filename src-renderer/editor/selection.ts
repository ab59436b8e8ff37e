import type { EditorState } from 'prosemirror-state';
import { makeAnchor } from '@domain/annotation/anchor';
import { canonicalText, positionToOffset } from '@domain/document/canonical-text';
import type { WordSelection } from './types';

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
