import type { Node } from 'prosemirror-model';
import { textBlocks, type TextBlock } from '../document/canonical-text';
import { tokens } from '../text/tokens';
import { exactRuns, leastWords, type Wanted } from './near';
import { sentences } from './sentences';

/** What is to be traced, and how many sentences were too short to tell anything. */
export type TraceWanted = { readonly wanted: readonly Wanted[]; readonly tooShort: number };

/** Blocks whose words are the same in many dispatches by their nature. */
const formulaic: ReadonlySet<TextBlock['type']> = new Set<TextBlock['type']>([
  'attribution',
  'credit',
  'signoff',
]);

/**
 * The sentences of documents, each once, that are long enough to be known again. Credits and
 * sign-offs are left out; a headline counts as a sentence.
 */
export function sentencesToTrace(documents: readonly Node[]): TraceWanted {
  const found = new Map<string, Wanted>();
  let tooShort = 0;
  for (const text of documents.flatMap(sentencesOf)) {
    const words = wordsOf(text);
    if (words.length < leastWords) tooShort += words.length === 0 ? 0 : 1;
    else if (!found.has(words.join(' '))) found.set(words.join(' '), { text, words, must: null });
  }
  return { wanted: [...found.values()], tooShort };
}

/**
 * What is to be traced of words that were put right. Sentences long enough stand for themselves. A
 * few words ("douze morts") are looked for with the sentence they stood in, near-verbatim, so that
 * the same number in another story is not found; if they stood in none, as they are, from two words.
 *
 * @param wrong the words that were wrong, as the correction gives them
 * @param document the take that is put right; null when it is not known
 */
export function correctedWords(wrong: string, document: Node | null): TraceWanted {
  const wanted: Wanted[] = [];
  let tooShort = 0;
  const around = document === null ? [] : sentencesOf(document);
  for (const { start, end } of sentences(wrong)) {
    const text = wrong.slice(start, end);
    const words = wordsOf(text);
    if (words.length >= leastWords) {
      wanted.push({ text, words, must: null });
      continue;
    }
    const holders = around.flatMap((sentence) => holding(sentence, words));
    if (holders.length > 0) wanted.push(...holders);
    else if (words.length > 1) wanted.push({ text, words, must: words });
    else tooShort += 1;
  }
  return { wanted, tooShort };
}

/** A sentence to be traced for the sake of some words in it, if it has them. */
function holding(text: string, must: readonly string[]): readonly Wanted[] {
  const list = [...tokens(text)];
  if (exactRuns(must, list).length === 0) return [];
  return [{ text, words: list.map(({ term }) => term), must }];
}

function sentencesOf(document: Node): readonly string[] {
  return textBlocks(document)
    .filter(({ type }) => !formulaic.has(type))
    .flatMap(({ text }) => sentences(text).map(({ start, end }) => text.slice(start, end)));
}

function wordsOf(text: string): readonly string[] {
  return [...tokens(text)].map(({ term }) => term);
}
