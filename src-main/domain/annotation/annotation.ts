/** What a note is for. `query` wants an answer; open `legal` and `fact-check` notes block publishing. */
export const noteKinds = [
  'comment',
  'query',
  'fact-check',
  'legal',
  'source',
  'translation',
  'style',
] as const;
export type NoteKind = (typeof noteKinds)[number];

/** What a note's anchor speaks of: words, or the photo whose caption and credit they are. */
export const noteParts = ['words', 'photo'] as const;
export type NotePart = (typeof noteParts)[number];

/**
 * What can become of a note after it was made: its words, kind, addressee or links were changed, it
 * was resolved or reopened, put on other words by hand, carried over to the take that corrects its
 * own, or returned from there because its words did not live on.
 */
export const noteChanges = [
  'edited',
  'kind-changed',
  'addressed',
  'linked',
  'resolved',
  'reopened',
  'reattached',
  'carried',
  'returned',
] as const;
export type NoteChange = (typeof noteChanges)[number];

/**
 * The words a note speaks of, at rest: the W3C pair of TextQuoteSelector and TextPositionSelector
 * (https://www.w3.org/TR/annotation-model/#selectors) over the canonical text of a take.
 * `start` and `end` are UTF-16 offsets, `end` exclusive.
 */
export type Anchor = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
};
