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
] as const;
export type SearchField = (typeof searchFields)[number];

/** A stretch of what the person typed: UTF-16 offsets into the input, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** A condition on the dispatch or take itself, not on its words. */
export type Filter =
  | { readonly name: 'is'; readonly value: 'draft' | 'published' }
  | { readonly name: 'lang'; readonly value: 'fr' | 'en' }
  | {
      readonly name: 'kind';
      readonly value: 'report' | 'update' | 'correction' | 'writethru' | 'advisory' | 'kill';
    };

/**
 * One word as typed. It may hold several terms ("Trump-Poutine"), which then stand side by side.
 * Matched in all its forms; with `prefix` (typed `raid*`) by its beginning; with `asTyped` (the
 * last word of an input not ended by a space) both ways.
 */
export type WordClause = Span & {
  readonly type: 'word';
  readonly terms: readonly string[];
  readonly prefix: boolean;
  readonly asTyped: boolean;
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
};

/** A condition such as `lang:fr`. Only at the top of a query, alone or under a `not`. */
export type FilterClause = Span & { readonly type: 'filter'; readonly filter: Filter };

/** What must not occur. */
export type NotClause = Span & { readonly type: 'not'; readonly clause: Clause };
/** Clauses of which one, or all, must hold. */
export type GroupClause = Span & {
  readonly type: 'or' | 'and';
  readonly clauses: readonly Clause[];
};

/** A part of a query. */
export type Clause = WordClause | PhraseClause | FilterClause | NotClause | GroupClause;

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
  'filter-in-group',
  'exclusion-in-or',
  'only-exclusions',
  'star-inside-word',
  'nothing-to-search',
  'too-deep',
  'too-long',
  'too-many-words',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Something odd about an input, at its place. */
export type Problem = Span & { readonly code: ProblemCode };

/** A parsed input: all clauses must hold. */
export type Query = {
  readonly clauses: readonly Clause[];
  readonly problems: readonly Problem[];
};

/** The filters of a query, all of which must hold; `negated` ones must not. */
export function filtersOf(
  query: Query,
): readonly { readonly filter: Filter; readonly negated: boolean }[] {
  const found: { readonly filter: Filter; readonly negated: boolean }[] = [];
  for (const clause of query.clauses) {
    const inner = clause.type === 'not' ? clause.clause : clause;
    if (inner.type !== 'filter') continue;
    found.push({ filter: inner.filter, negated: clause.type === 'not' });
  }
  return found;
}
