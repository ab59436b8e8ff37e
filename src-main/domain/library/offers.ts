import type { Node } from 'prosemirror-model';
import { textBlocks } from '../document/canonical-text';
import { stem } from '../text/stem';
import { tokens, type Token } from '../text/tokens';
import type { LibraryWords } from './entry';

/** An entry whose term stands in a text, and where it does first: offsets of the canonical text. */
export type Offer<Entry> = { readonly entry: Entry; readonly start: number; readonly end: number };

/** Terms ready to be looked for, by the stem of their first word. */
export type LibraryIndex<Entry> = {
  readonly terms: ReadonlyMap<string, readonly Term<Entry>[]>;
  /** What was found in texts before: most blocks of a draft stay as they are. */
  readonly known: Map<string, readonly Found<Entry>[]>;
};

type Term<Entry> = {
  readonly entry: Entry;
  readonly stems: readonly string[];
  /** Written in capitals only, or beginning with one: then so is the word in the text. */
  readonly written: 'capitals' | 'capital' | 'any';
};

type Found<Entry> = { readonly entry: Entry; readonly start: number; readonly end: number };

/** How many blocks' findings are kept. */
const mostKnown = 5_000;

/** Makes entries ready to be looked for by {@link offersIn}. */
export function indexLibrary<Entry extends LibraryWords>(
  entries: readonly Entry[],
): LibraryIndex<Entry> {
  const terms = new Map<string, Term<Entry>[]>();
  for (const entry of entries) {
    for (const name of [entry.term, ...entry.forms]) {
      const stems = [...tokens(name)].map(({ term }) => stem(term));
      const [first] = stems;
      if (first === undefined) continue;
      const alike = terms.get(first) ?? [];
      alike.push({ entry, stems, written: writtenAs(name) });
      terms.set(first, alike);
    }
  }
  // The longest first: "Maison Blanche" before "Maison".
  for (const alike of terms.values()) alike.sort((a, b) => b.stems.length - a.stems.length);
  return { terms, known: new Map() };
}

/**
 * The entries whose terms stand in a document, in any inflected form, in the order they first do.
 * Words are compared by their stems; a name written with a capital is looked for with one ("Pierre"
 * is not "pierre"), and one written in capitals in capitals ("US" is not "us"). An entry whose text
 * stands in the document is not offered.
 */
export function offersIn<Entry extends LibraryWords>(
  document: Node,
  index: LibraryIndex<Entry>,
): readonly Offer<Entry>[] {
  const offers = new Map<Entry, Offer<Entry>>();
  const blocks = textBlocks(document);
  for (const { text, start } of blocks) {
    for (const found of foundIn(text, index)) {
      if (offers.has(found.entry)) continue;
      const { entry } = found;
      offers.set(entry, { entry, start: start + found.start, end: start + found.end });
    }
  }
  const said = ({ text }: LibraryWords): boolean => {
    const [line = ''] = text.split('\n');
    return blocks.some((block) => block.text.includes(line));
  };
  return [...offers.values()].filter(({ entry }) => !said(entry));
}

function foundIn<Entry>(text: string, index: LibraryIndex<Entry>): readonly Found<Entry>[] {
  const known = index.known.get(text);
  if (known !== undefined) return known;
  const words = [...tokens(text)];
  const found: Found<Entry>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const candidates = index.terms.get(stem(words[at]?.term ?? '')) ?? [];
    const term = candidates.find((candidate) => standsAt(candidate, text, words, at));
    const [first, last] = [words[at], words[at + (term?.stems.length ?? 1) - 1]];
    if (term === undefined || first === undefined || last === undefined) continue;
    found.push({ entry: term.entry, start: first.start, end: last.end });
    at += term.stems.length - 1;
  }
  if (index.known.size >= mostKnown) index.known.clear();
  index.known.set(text, found);
  return found;
}

function standsAt<Entry>(
  { stems, written }: Term<Entry>,
  text: string,
  words: readonly Token[],
  at: number,
): boolean {
  const theirs = words.slice(at, at + stems.length);
  if (theirs.length < stems.length) return false;
  const alike = theirs.every((word, index) => stem(word.term) === stems[index]);
  if (!alike || !theirs.every((word, index) => isBeside(text, theirs[index - 1], word))) {
    return false;
  }
  const [first, last] = [theirs[0]?.start ?? 0, theirs.at(-1)?.end ?? 0];
  const occurrence = text.slice(first, last);
  if (written === 'capitals') return writtenAs(occurrence) === 'capitals';
  return written === 'any' || /^\p{Lu}/u.test(occurrence);
}

/** Whether only spaces, an apostrophe or a hyphen part two words: a comma or full stop begins something new. */
function isBeside(text: string, former: Token | undefined, word: Token): boolean {
  return former === undefined || /^[\s'’.\-‐‑]{0,2}$/u.test(text.slice(former.end, word.start));
}

function writtenAs(name: string): Term<unknown>['written'] {
  const letters = name.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'capitals';
  return /^\p{Lu}/u.test(name) ? 'capital' : 'any';
}
