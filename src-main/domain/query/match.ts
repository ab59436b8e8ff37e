import type { Clause, PhraseClause, Query, SearchField, WordClause } from './query';

/**
 * Supplies the terms of the index a folded term stands for: `exact` itself (in quotation marks),
 * `forms` all terms with its stem, `prefix` terms that begin with it, commonest first and as many
 * as the index is willing to look up. An empty answer means the index has nothing to add.
 */
export type Expand = (word: string, mode: 'exact' | 'forms' | 'prefix') => readonly string[];

/**
 * The FTS5 MATCH text of a query. Every term is a quoted string, so nothing typed is ever read as
 * FTS5 syntax; fields become column filters (`{headline} : …`) on columns of the fields' names.
 *
 * Words are the OR of what `expand` answers; where it answers nothing, the term itself, or FTS5's
 * own prefix search. Filters are not in it: see `filtersOf`.
 *
 * @returns null when there is no word or phrase to be found: FTS5 cannot only exclude.
 */
export function toFtsMatch(query: Query, expand: Expand): string | null {
  return conjunction(query.clauses, expand);
}

function conjunction(clauses: readonly Clause[], expand: Expand): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const clause of clauses) {
    const match = expression(clause.type === 'not' ? clause.clause : clause, expand);
    if (match !== null) (clause.type === 'not' ? unwanted : wanted).push(match);
  }
  if (wanted.length === 0) return null;
  const all = wanted.join(' AND ');
  if (unwanted.length === 0) return all;
  return `${bracket(all, wanted.length)} NOT ${bracket(unwanted.join(' OR '), unwanted.length)}`;
}

/** The match of one clause, in parentheses wherever it has operators of its own; null: nothing. */
function expression(clause: Clause, expand: Expand): string | null {
  switch (clause.type) {
    case 'word':
      return inField(wordAlternatives(clause, expand), clause.field);
    case 'phrase':
      return inField(phraseAlternatives(clause, expand), clause.field);
    case 'or': {
      const parts = clause.clauses
        .map((inner) => expression(inner, expand))
        .filter((part) => part !== null);
      return parts.length === 0 ? null : bracket(parts.join(' OR '), parts.length);
    }
    case 'and': {
      const match = conjunction(clause.clauses, expand);
      return match === null ? null : `(${match})`;
    }
    default:
      // A filter, or an exclusion where nothing stands that it could be taken from.
      return null;
  }
}

function wordAlternatives(clause: WordClause, expand: Expand): readonly string[] {
  const before = clause.terms.slice(0, -1);
  const last = clause.terms[clause.terms.length - 1] ?? '';
  const alternatives = wordExpansions(clause, last, expand).map((term) =>
    quoted([...before, term]),
  );
  if (alternatives.length > 0) return alternatives;
  const asPrefix = clause.prefix || clause.asTyped;
  return [quoted(clause.terms) + (asPrefix ? ' *' : '')];
}

/** What a word's last term expands to, without repeats. */
function wordExpansions(clause: WordClause, last: string, expand: Expand): readonly string[] {
  const byForm = clause.prefix ? [] : expand(last, 'forms');
  const byPrefix = clause.prefix || clause.asTyped ? expand(last, 'prefix') : [];
  return [...new Set([...byForm, ...byPrefix])];
}

function phraseAlternatives(clause: PhraseClause, expand: Expand): readonly string[] {
  const only = clause.terms[0];
  if (clause.prefix) return [`${quoted(clause.terms)} *`];
  if (only === undefined || clause.terms.length > 1) return [quoted(clause.terms)];
  const exact = expand(only, 'exact');
  return exact.length === 0 ? [quoted([only])] : [...new Set(exact)].map((term) => quoted([term]));
}

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
