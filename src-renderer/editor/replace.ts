import type { Node } from 'prosemirror-model';
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { textBlocks } from '@domain/document/canonical-text';
import { putInPlace } from '@domain/find/in-document';
import { quotationChanged } from '@domain/typography/quotations';
import { pastGuard } from './quotation-guard';
import { closeGroup } from './undo';

/** What is looked for in a draft. */
export type Wanted = { readonly text: string; readonly matchCase: boolean };

/** A place of a draft where the words stand, as positions, and whether they are quoted words. */
export type FoundWords = { readonly from: number; readonly to: number; readonly quoted: boolean };

/** Where words stand in a draft, in order. */
export function findWords(document: Node, { text, matchCase }: Wanted): readonly FoundWords[] {
  if (text === '') return [];
  const escaped = text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const pattern = new RegExp(escaped, matchCase ? 'gu' : 'giu');
  return textBlocks(document).flatMap((block) =>
    [...block.text.matchAll(pattern)].map((match) => {
      const start = match.index;
      const end = start + match[0].length;
      const quoted = quotationChanged(block.text, { start, end }) !== undefined;
      return { from: block.pos + start, to: block.pos + end, quoted };
    }),
  );
}

/** Selects the next place after the caret, the first again after the last; null when there is none. */
export function selectNext(state: EditorState, wanted: Wanted): Transaction | null {
  const found = findWords(state.doc, wanted);
  const next = found.find(({ from }) => from >= state.selection.to) ?? found[0];
  if (next === undefined) return null;
  const selection = TextSelection.create(state.doc, next.from, next.to);
  return state.tr.setSelection(selection).scrollIntoView();
}

/**
 * Puts words in place of all that are found, quoted words only where asked. Only the letters that
 * differ are changed, so that notes on the words stay on them.
 */
export function replaceAll(
  state: EditorState,
  wanted: Wanted,
  replacement: string,
  quotedToo: boolean,
): { readonly transaction: Transaction; readonly replaced: number; readonly skipped: number } {
  const found = findWords(state.doc, wanted);
  const chosen = found.filter(({ quoted }) => quotedToo || !quoted);
  const transaction = state.tr;
  for (const { from, to } of chosen.toReversed()) putInPlace(transaction, from, to, replacement);
  return {
    transaction: pastGuard(transaction),
    replaced: chosen.length,
    skipped: found.length - chosen.length,
  };
}

/**
 * Puts words in place of others, at one place. Not past the guard: quoted words are changed once a
 * person has said that they may be.
 */
export function replaceWords(
  state: EditorState,
  place: Pick<FoundWords, 'from' | 'to'>,
  replacement: string,
): Transaction {
  const transaction = state.tr;
  putInPlace(transaction, place.from, place.to, replacement);
  return closeGroup(transaction);
}
