import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { textBlocks, type TextBlock } from '../document/canonical-text';
import { takeSchema } from '../document/schema';
import { changedOf, quotationsIn } from '../typography/quotations';
import { replacementFor, type Finder, type Match, type Wanted } from './finder';

/** A place of a document where the wanted words stand. */
export type Place = {
  /** The text of its block, and the match in it. */
  readonly text: string;
  readonly match: Match;
  /** The position in the document where the block's text begins. */
  readonly pos: number;
  /** Whether it is in quoted words. */
  readonly quoted: boolean;
};

/** How many UTF-16 units are shown on either side of a place. */
const wordsAround = 60;

/** Where the wanted words stand in a document, in order. */
export function placesIn(document: Node, find: Finder): readonly Place[] {
  const blocks = textBlocks(document);
  return placesOf(
    blocks,
    blocks.map(({ text }) => find(text)),
  );
}

/** The places of a document by what was found in the text of each of its blocks. */
export function placesOf(
  blocks: readonly Pick<TextBlock, 'text' | 'pos'>[],
  found: readonly (readonly Match[])[],
): readonly Place[] {
  return blocks.flatMap(({ text, pos }, index) => {
    const matches = found[index] ?? [];
    const quotations = matches.length === 0 ? [] : quotationsIn(text);
    return matches.map((match) => {
      const quoted = changedOf(quotations, match) !== undefined;
      return { text, match, pos, quoted };
    });
  });
}

/** Where a place begins and ends in its document, as positions. */
export function rangeOf({ match, pos }: Place): { readonly from: number; readonly to: number } {
  return { from: pos + match.start, to: pos + match.end };
}

/** A place as it is shown: its words, with those around them. */
export function shownPlace({ text, match: { start, end }, quoted }: Place) {
  return {
    before: text.slice(Math.max(0, start - wordsAround), start),
    words: text.slice(start, end),
    after: text.slice(end, end + wordsAround),
    quoted,
  };
}

/**
 * Puts the replacement in all these places of a document, and nowhere else: what is put in is never
 * looked through again. Only the letters that differ are changed, so that notes on the words stay.
 */
export function replacedIn(
  document: Node,
  places: readonly Place[],
  replacement: string,
  is: Wanted['is'],
): Transform {
  const transform = new Transform(document);
  putInPlaces(transform, places, replacement, is);
  return transform;
}

/** Adds to a transform what {@link replacedIn} does; the places are those of its document. */
export function putInPlaces(
  transform: Transform,
  places: readonly Place[],
  replacement: string,
  is: Wanted['is'],
): void {
  // From the end, so that the places before stay what they are.
  for (const place of places.toReversed()) {
    const { from, to } = rangeOf(place);
    putInPlace(transform, from, to, replacementFor(place.match, replacement, is));
  }
}

/** Puts words in place of others between two positions of a block, changing only the letters that differ. */
export function putInPlace(transform: Transform, from: number, to: number, words: string): void {
  const [head, tail] = sharedEnds(transform.doc.textBetween(from, to), words);
  const insert = words.slice(head, words.length - tail);
  const [start, end] = [from + head, to - tail];
  if (insert === '') {
    if (start < end) transform.delete(start, end);
    return;
  }
  // The words take the marks of those they stand for, as typed ones do.
  const $start = transform.doc.resolve(start);
  const marks = start === end ? $start.marks() : $start.marksAcross(transform.doc.resolve(end));
  transform.replaceWith(start, end, takeSchema.text(insert, marks));
}

function sharedEnds(a: string, b: string): readonly [number, number] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [head, tail];
}
