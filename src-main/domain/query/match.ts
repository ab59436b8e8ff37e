import type {
  Clause,
  Filter,
  NearClause,
  PhraseClause,
  SearchField,
  ValueName,
  WordClause,
} from './query';

/** How a word of a query is widened: its forms, terms that begin with it, terms that hold it. */
export type Widening = 'forms' | 'typed' | 'prefix' | 'inside';

/**
 * Supplies the terms of the index a folded term stands for: `forms` all terms with its stem,
 * `prefix` terms that begin with it (`typed`: fewer, for what is still being typed), `inside` terms
 * that hold it; commonest first and as many as the index is willing to look up.
 */
export type Expand = (word: string, by: Widening) => readonly string[];

/** What an archive knows that a query speaks of. */
export type Lexicon = {
  readonly expand: Expand;
  /** The numbers of the desks, agencies or places whose names hold these terms side by side. */
  readonly values: (name: ValueName, terms: readonly string[]) => readonly number[];
  /** The names of the subjects that hold these terms side by side, or whose code they are. */
  readonly subjects: (terms: readonly string[]) => readonly string[];
  /** The names of the persons that hold these terms side by side. */
  readonly persons: (terms: readonly string[]) => readonly string[];
};

/** The column of the index that holds what is known of an entry, as terms no text has. */
export const factColumn = 'fact';

/** The terms of an entry's facts. They begin with `_`, which no term of a text does. */
export const factTerms = {
  any: '_any',
  source: (source: 'take' | 'draft' | 'note' | 'original') => `_s${source}`,
  lang: (language: string) => `_l${language}`,
  kind: (kind: string) => `_k${kind.replaceAll('-', '')}`,
  urgency: (urgency: number) => `_u${urgency}`,
  photo: '_photo',
  undated: '_undated',
  value: (name: ValueName, id: number) => `_${name}${id}`,
  /** Held by no entry. */
  none: '_none',
} as const;

/**
 * The FTS5 MATCH text of a clause, in parentheses wherever it has operators of its own. Every term
 * is a quoted string, so nothing typed is ever read as FTS5 syntax; fields become column filters.
 * Words written a certain way (`=Élysée`) are matched however they are written.
 *
 * @returns null for what the index does not hold: times, lengths, what became of a take
 */
export function matchOf(clause: Clause, lexicon: Lexicon): string | null {
  switch (clause.type) {
    case 'word':
      return inField(wordAlternatives(clause, lexicon.expand), clause.field);
    case 'phrase':
      return inField(phraseAlternatives(clause, lexicon.expand), clause.field);
    case 'near':
      return nearMatch(clause, lexicon.expand);
    case 'filter':
      return filterMatch(clause.filter, lexicon);
    case 'not': {
      const match = matchOf(clause.clause, lexicon);
      return match === null ? null : `(${fact(factTerms.any)} NOT ${match})`;
    }
    case 'or':
    case 'and':
      return groupMatch(clause.type, clause.clauses, lexicon);
  }
}

function groupMatch(
  type: 'or' | 'and',
  clauses: readonly Clause[],
  lexicon: Lexicon,
): string | null {
  if (type === 'and') return conjunction(clauses, lexicon);
  const parts = clauses.map((inner) => matchOf(inner, lexicon));
  if (parts.some((part) => part === null)) return null;
  return bracket(parts.join(' OR '), parts.length);
}

/** The MATCH text of clauses that must all hold; null when one of them is not for the index. */
export function conjunction(clauses: readonly Clause[], lexicon: Lexicon): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const clause of clauses) {
    const match = matchOf(clause.type === 'not' ? clause.clause : clause, lexicon);
    if (match === null) return null;
    (clause.type === 'not' ? unwanted : wanted).push(match);
  }
  if (wanted.length === 0) wanted.push(fact(factTerms.any));
  const all = wanted.join(' AND ');
  if (unwanted.length === 0) return bracket(all, wanted.length);
  const without = bracket(unwanted.join(' OR '), unwanted.length);
  return `(${bracket(all, wanted.length)} NOT ${without})`;
}

function wordAlternatives(clause: WordClause, expand: Expand): readonly string[] {
  const before = clause.terms.slice(0, -1);
  const last = clause.terms[clause.terms.length - 1] ?? '';
  return widened(clause, last, expand).map((term) => quoted([...before, term]));
}

/** What a word's last term stands for, without repeats; at least the term itself. */
export function widened(clause: WordClause, last: string, expand: Expand): readonly string[] {
  if (clause.inside) return orItself(expand(last, 'inside'), last);
  const byForm = clause.prefix ? [] : [last, ...expand(last, 'forms')];
  const byBeginning = clause.prefix
    ? expand(last, 'prefix')
    : clause.asTyped
      ? expand(last, 'typed')
      : [];
  return orItself([...new Set([...byForm, ...byBeginning])], last);
}

function orItself(terms: readonly string[], term: string): readonly string[] {
  return terms.length === 0 ? [term] : terms;
}

function phraseAlternatives(clause: PhraseClause, expand: Expand): readonly string[] {
  if (!clause.prefix) return [quoted(clause.terms)];
  const before = clause.terms.slice(0, -1);
  const last = clause.terms[clause.terms.length - 1] ?? '';
  return [...new Set([last, ...expand(last, 'typed')])].map((term) => quoted([...before, term]));
}

/** Combinations of forms that are looked up near each other: FTS5's NEAR has no OR within. */
const mostCombinations = 120;

function nearMatch({ words, distance, field }: NearClause, expand: Expand): string {
  const forms = words.map((word) => formsNear(word, expand));
  let each = forms.length === 0 ? 1 : Math.floor(mostCombinations ** (1 / forms.length));
  each = Math.max(1, each);
  let combinations: readonly (readonly string[])[] = [[]];
  for (const alternatives of forms) {
    combinations = combinations.flatMap((chosen) =>
      alternatives.slice(0, each).map((form) => [...chosen, form]),
    );
  }
  return inField(
    combinations.map((chosen) => `NEAR(${chosen.join(' ')}, ${distance})`),
    field,
  );
}

function formsNear(word: WordClause | PhraseClause, expand: Expand): readonly string[] {
  return word.type === 'word' ? wordAlternatives(word, expand) : [quoted(word.terms)];
}

function filterMatch(filter: Filter, lexicon: Lexicon): string | null {
  switch (filter.name) {
    case 'lang':
      return fact(factTerms.lang(filter.value));
    case 'kind':
      return fact(factTerms.kind(filter.value));
    case 'has':
      return filter.value === 'photo' ? fact(factTerms.photo) : null;
    case 'is':
      return stateMatch(filter.value);
    case 'urgency': {
      const least = Math.max(1, filter.least ?? 1);
      const most = Math.min(8, filter.most ?? 8);
      const wanted = Array.from({ length: Math.max(0, most - least + 1) }, (_, at) =>
        factTerms.urgency(least + at),
      );
      return anyFact(wanted);
    }
    case 'desk':
    case 'agency':
    case 'place': {
      const { name, value } = filter;
      return anyFact(lexicon.values(name, value).map((id) => factTerms.value(name, id)));
    }
    case 'subject':
    case 'person':
    case 'time':
    case 'words':
      return null;
  }
}

function stateMatch(state: Extract<Filter, { name: 'is' }>['value']): string | null {
  switch (state) {
    case 'draft':
    case 'note':
    case 'original':
      return fact(factTerms.source(state));
    case 'published':
      return fact(factTerms.source('take'));
    case 'undated':
      return fact(factTerms.undated);
    case 'current':
    case 'superseded':
    case 'corrected':
    case 'killed':
      return null;
  }
}

function anyFact(terms: readonly string[]): string {
  const wanted = terms.length === 0 ? [factTerms.none] : terms;
  const match = wanted.map((term) => `"${term}"`);
  return `{${factColumn}} : ${bracket(match.join(' OR '), match.length)}`;
}

/** The match of one fact. */
export function fact(term: string): string {
  return anyFact([term]);
}

/** Where words may stand when no field is named: everywhere but in the facts. */
function inField(alternatives: readonly string[], field: SearchField | null): string {
  const match = bracket(alternatives.join(' OR '), alternatives.length);
  return field === null ? match : `{${field}} : ${match}`;
}

function bracket(match: string, parts: number): string {
  return parts > 1 ? `(${match})` : match;
}

/** An FTS5 string: the terms side by side. */
function quoted(terms: readonly string[]): string {
  return `"${terms.join(' ').replaceAll('"', '""')}"`;
}
