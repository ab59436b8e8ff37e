import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { Wanted } from '@domain/find/finder';
import { putInPlace, putInPlaces, type Place } from '@domain/find/in-document';
import { pastGuard } from './quotation-guard';
import { closeGroup } from './undo';

/** A stretch of a draft, as positions. */
type Range = { readonly from: number; readonly to: number };

/** Selects words of a draft. */
export function selectRange(state: EditorState, { from, to }: Range): Transaction {
  return state.tr.setSelection(TextSelection.create(state.doc, from, to));
}

/**
 * Puts the replacement in all these places of the draft, as one change of its history. Only the letters that differ are changed, so that notes on
 * the words stay on them. Quoted words among the places are changed too: whoever asks has chosen.
 */
export function replacePlaces(
  state: EditorState,
  places: readonly Place[],
  replacement: string,
  is: Wanted['is'],
): Transaction {
  const transaction = state.tr;
  putInPlaces(transaction, places, replacement, is);
  return closeGroup(pastGuard(transaction));
}

/**
 * Puts words in place of others, at one place. Not past the guard: quoted words are changed once a
 * person has said that they may be.
 */
export function replaceWords(state: EditorState, place: Range, replacement: string): Transaction {
  const transaction = state.tr;
  putInPlace(transaction, place.from, place.to, replacement);
  return closeGroup(transaction);
}
