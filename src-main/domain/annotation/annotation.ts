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
