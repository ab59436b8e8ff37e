import type { Segment } from './word-diff';

/** The words around a comparison that is written out, in the reader's language; plain data. */
export type ComparisonWords = {
  /** BCP 47 tag of the language of these words. */
  readonly language: string;
  readonly heading: string;
  /** What the two texts are, the earlier first. */
  readonly left: string;
  readonly right: string;
  /** How much changed, as a sentence. */
  readonly summary: string;
  readonly inserted: string;
  readonly deleted: string;
  readonly formatted: string;
  readonly movedHere: string;
  readonly movedAway: string;
};

/** The sign for the end of a paragraph that was split or joined: alone it could not be seen. */
export const breakSign = '¶';

/** A changed segment's text to be seen: line feeds that were put in or taken out show a sign. */
export function visibleText({ is, text }: Segment): string {
  return is === 'kept' ? text : text.replaceAll('\n', `${breakSign}\n`);
}
