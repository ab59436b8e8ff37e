import { stem } from '../text/stem';
import { tokens, type Token } from '../text/tokens';
import type { Clause, Filter, NearClause, PhraseClause, SearchField, WordClause } from './query';
import { writtenForm } from './words';

/** An entry as it is read without an index. */
export type ReadEntry = {
  /** Its texts by field; those of one field are one text, in their order. */
  readonly texts: readonly { readonly field: SearchField; readonly text: string }[];
  /** Whether a condition on the entry itself holds. */
  readonly meets: (filter: Filter) => boolean;
};

/** A field's words, with the text they are of. */
type Words = {
  readonly field: SearchField;
  readonly text: string;
  readonly tokens: readonly Token[];
};

/**
 * Whether all clauses hold of an entry: what the index answers, by reading. Words are compared by
 * their stems and beginnings themselves, not by what an index has of them.
 */
export function holdsOf(clauses: readonly Clause[], entry: ReadEntry): boolean {
  const words = entry.texts.map(({ field, text }) => ({ field, text, tokens: [...tokens(text)] }));
  return clauses.every((clause) => holds(clause, words, entry));
}

function holds(clause: Clause, words: readonly Words[], entry: ReadEntry): boolean {
  switch (clause.type) {
    case 'and':
      return clause.clauses.every((inner) => holds(inner, words, entry));
    case 'or':
      return clause.clauses.some((inner) => holds(inner, words, entry));
    case 'not':
      return !holds(clause.clause, words, entry);
    case 'filter':
      return entry.meets(clause.filter);
    case 'near':
      return inFields(words, clause.field).some((text) => isNear(clause, text));
    case 'word':
    case 'phrase':
      return inFields(words, clause.field).some((text) =>
        text.tokens.some((_, at) => lengthAt(clause, text, at) > 0),
      );
  }
}

function inFields(words: readonly Words[], field: SearchField | null): readonly Words[] {
  return field === null ? words : words.filter((text) => text.field === field);
}

/** How many words a word or phrase takes where it stands; 0 where it does not. */
function lengthAt(clause: WordClause | PhraseClause, text: Words, at: number): number {
  const last = clause.terms.length - 1;
  const found = clause.terms.every((term, place) => {
    const token = text.tokens[at + place];
    if (token === undefined) return false;
    if (clause.type === 'phrase' && clause.written !== null) {
      const written = writtenForm(text.text.slice(token.start, token.end));
      return written === clause.written[place];
    }
    return place === last ? isForm(clause, term, token.term) : token.term === term;
  });
  return found ? clause.terms.length : 0;
}

function isForm(clause: WordClause | PhraseClause, wanted: string, term: string): boolean {
  if (clause.type === 'phrase') return clause.prefix ? term.startsWith(wanted) : term === wanted;
  if (clause.inside) return term.includes(wanted);
  if (clause.prefix) return term.startsWith(wanted);
  // One letter still being typed stands for itself: half the archive begins with it.
  const typed = clause.asTyped && wanted.length > 1 && term.startsWith(wanted);
  return term === wanted || typed || stem(term) === stem(wanted);
}

/** Whether one place of each word can be chosen with few enough other words between the outermost. */
function isNear({ words, distance }: NearClause, text: Words): boolean {
  const places = words.map((word) =>
    text.tokens.flatMap((_, start) => {
      const length = lengthAt(word, text, start);
      return length === 0 ? [] : [{ start, end: start + length }];
    }),
  );
  if (places.some((of) => of.length === 0)) return false;
  return places.flat().some(({ start: from }) =>
    isWithin(
      places.map((of) => of.find(({ start }) => start >= from)),
      from,
      distance,
    ),
  );
}

/**
 * FTS5's rule (https://www.sqlite.org/fts5.html#fts5_near_queries): between the end of the first
 * and the start of the last there are at most so many words.
 */
function isWithin(
  chosen: readonly ({ readonly start: number; readonly end: number } | undefined)[],
  from: number,
  distance: number,
): boolean {
  let lastStart = -1;
  let firstEnd = -1;
  for (const place of chosen) {
    if (place === undefined) return false;
    lastStart = Math.max(lastStart, place.start);
    if (place.start === from) firstEnd = Math.max(firstEnd, place.end);
  }
  return firstEnd !== -1 && lastStart - firstEnd <= distance;
}
