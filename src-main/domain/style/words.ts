import { protectedStretches, type Stretch } from '../typography/protected';

/** A word of a text that can be looked up: UTF-16 offsets, and how it stands there. */
export type SpelledWord = Stretch & { readonly word: string };

/** Letters, joined by apostrophes and hyphens inside a word; digits beside them make it a code. */
const run = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\u2010\u2011-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/**
 * The words of a text that a dictionary can be asked about, in order. Left out are addresses,
 * handles and file names, whatever holds a digit ("21h14", "3e", "G20"), single letters, and words
 * wholly in capitals, which are acronyms or set for another reader.
 */
export function spelledWords(text: string): readonly SpelledWord[] {
  const kept = protectedStretches(text);
  const words: SpelledWord[] = [];
  let next = 0;
  for (const { 0: word, index: start } of text.matchAll(run)) {
    const end = start + word.length;
    while ((kept[next]?.end ?? Infinity) <= start) next += 1;
    if ((kept[next]?.start ?? Infinity) < end) continue;
    if (word.length > 1 && !/\p{N}/u.test(word) && !isAllCapitals(word)) {
      words.push({ word, start, end });
    }
  }
  return words;
}

/** Whether a word has two letters or more and none in lower case. */
export function isAllCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);
}
