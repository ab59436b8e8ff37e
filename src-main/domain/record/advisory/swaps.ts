import type { Segment } from '../../compare/word-diff';
import { isWord, tokensOf } from '../../compare/words';

/** Words that gave way to others; either may be empty, not both. */
export type Swap = { readonly old: string; readonly new: string };

/** The groups of a number before or after one of its groups that changed: 1 874 is one number. */
const groupsBefore = /(?<![\p{L}\d])(?:\d{1,3}[ \u00A0\u2009\u202F])+$/u;
const groupsAfter = /^(?:[ \u00A0\u2009\u202F]\d{3})+(?![\p{L}\d])/u;

/**
 * The swaps of a changed paragraph, numbers whole. A change of signs alone, without a word, is a
 * swap of two empty texts: something changed, and there is nothing to quote of it. A change of
 * white space alone is no change of what is said.
 */
export function swapsOf(segments: readonly Segment[]): readonly Swap[] {
  const swaps: Swap[] = [];
  for (const [index, { is, text }] of segments.entries()) {
    const next = segments[index + 1];
    const before = segments[index - 1];
    if (
      !/\S/.test(text) &&
      !/\S/.test(is === 'deleted' && next?.is === 'inserted' ? next.text : '')
    ) {
      continue;
    }
    if (is === 'deleted') {
      const inserted = next?.is === 'inserted' ? next : undefined;
      const after = segments[inserted === undefined ? index + 1 : index + 2];
      swaps.push(swapOf(before, text, inserted?.text ?? '', after));
    } else if (is === 'inserted' && before?.is !== 'deleted') {
      swaps.push(swapOf(before, '', text, next));
    }
  }
  return swaps;
}

function swapOf(
  before: Segment | undefined,
  old: string,
  added: string,
  after: Segment | undefined,
): Swap {
  const startsNumber = /^\d/.test(old) || /^\d/.test(added);
  const endsNumber = /\d$/.test(old) || /\d$/.test(added);
  const head = startsNumber ? (groupsBefore.exec(before?.text ?? '')?.[0] ?? '') : '';
  const tail = endsNumber ? (groupsAfter.exec(after?.text ?? '')?.[0] ?? '') : '';
  const whole = (text: string): string => {
    const words = `${head}${text}${tail}`.trim();
    return tokensOf(words).some(isWord) ? words : '';
  };
  return { old: whole(old), new: whole(added) };
}
