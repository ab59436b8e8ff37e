/** The parts of a dispatch a word can be looked for in. */
export const searchFields = [
  'headline',
  'lead',
  'body',
  'caption',
  'credit',
  'note',
  'slug',
  'sign',
  'original',
] as const;
export type SearchField = (typeof searchFields)[number];

/** A stretch of what the person typed: UTF-16 offsets into the input, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** What an entry can be. `published` is any take; the others speak of what became of it. */
export const entryStates = [
  'draft',
  'published',
  'note',
  'original',
  'current',
  'superseded',
  'corrected',
  'killed',
  'undated',
] as const;
export type EntryState = (typeof entryStates)[number];

/** Facts of a dispatch that are words of its own and not of its text. */
export type ValueName = 'desk' | 'agency' | 'place';

/** A condition on the dispatch or take itself, not on its words. */
export type Filter =
  | { readonly name: 'is'; readonly value: EntryState }
  | { readonly name: 'has'; readonly value: 'photo' | 'open-note' }
  | { readonly name: 'lang'; readonly value: 'fr' | 'en' }
  | {
      readonly name: 'kind';
      readonly value: 'report' | 'update' | 'correction' | 'writethru' | 'advisory' | 'kill';
    }
  /** The value holds these terms side by side. */
  | { readonly name: ValueName | 'subject' | 'person'; readonly value: readonly string[] }
  /** ms: from `from` on, and before `to`; null is open. */
  | { readonly name: 'time'; readonly from: number | null; readonly to: number | null }
  /** Whole numbers, both ends included; null is open. */
  | {
      readonly name: 'urgency' | 'words';
      readonly least: number | null;
      readonly most: number | null;
    };

/**
 * One word as typed. It may hold several terms ("Trump-Poutine"), which then stand side by side.
 * Matched in all its forms; with `prefix` (typed `raid*`) by its beginning; with `asTyped` (the
 * last word of an input not ended by a space) both ways; with `inside` (typed `*raid*`) anywhere
 * within a word.
 */
export type WordClause = Span & {
  readonly type: 'word';
  readonly terms: readonly string[];
  readonly prefix: boolean;
  readonly asTyped: boolean;
  readonly inside: boolean;
  /** Null: anywhere. */
  readonly field: SearchField | null;
};

/** Words between quotation marks: these forms, side by side, in this order. */
export type PhraseClause = Span & {
  readonly type: 'phrase';
  readonly terms: readonly string[];
  /** The last term is a beginning: the closing mark is still missing, or `*` follows it. */
  readonly prefix: boolean;
  readonly field: SearchField | null;
  /** How each term is written, case and accents too (typed with `=`); null: however it is. */
  readonly written: readonly string[] | null;
};

/** Words near each other, in any order, with at most `distance` other words between the outermost. */
export type NearClause = Span & {
  readonly type: 'near';
  readonly words: readonly (WordClause | PhraseClause)[];
  readonly distance: number;
  readonly field: SearchField | null;
};

/** A condition such as `lang:fr`. */
export type FilterClause = Span & { readonly type: 'filter'; readonly filter: Filter };

/** What must not occur. */
export type NotClause = Span & { readonly type: 'not'; readonly clause: Clause };
/** Clauses of which one, or all, must hold. */
export type GroupClause = Span & {
  readonly type: 'or' | 'and';
  readonly clauses: readonly Clause[];
};

/** A part of a query. */
export type Clause =
  | WordClause
  | PhraseClause
  | NearClause
  | FilterClause
  | NotClause
  | GroupClause;

/** What can be odd about an input. The part concerned is read as best it can be, or left out. */
export const problemCodes = [
  'unclosed-quote',
  'unclosed-parenthesis',
  'stray-parenthesis',
  'empty-parentheses',
  'dangling-or',
  'unknown-field',
  'field-without-value',
  'unknown-value',
  'unknown-date',
  'exclusion-in-or',
  'near-needs-words',
  'star-inside-word',
  'nothing-to-search',
  'too-deep',
  'too-long',
  'too-many-words',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Something odd about an input, at its place, and what may have been meant. */
export type Problem = Span & {
  readonly code: ProblemCode;
  /** What to put in its place. */
  readonly suggestion?: string;
};

/** A parsed input: all clauses must hold. */
export type Query = {
  readonly clauses: readonly Clause[];
  readonly problems: readonly Problem[];
};
