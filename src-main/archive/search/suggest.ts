import { editDistance } from '../../domain/query/names';
import type { Clause, Query } from '../../domain/query/query';
import { fold } from '../../domain/text/fold';
import { stem } from '../../domain/text/stem';
import { all, first, type ReadableDb } from '../database';
import { commonestBeginning, namesOf } from './expand';

/** Shorter words are too near to too many others. */
const shortest = 4;
/** Terms that are compared for one word. */
const mostCompared = 20_000;

/**
 * The query with words the archive does not know put right, by the commonest of its own terms at
 * most two letters away; null where there is nothing to put right.
 */
export function didYouMean(db: ReadableDb, text: string, query: Query): string | null {
  const words = query.clauses.flatMap(wordsOf).toSorted((a, b) => b.start - a.start);
  let meant = text;
  let changed = false;
  for (const { term, start, end } of words) {
    // Another number is never what was meant.
    if (term.length < shortest || /\d/.test(term) || isKnown(db, term)) continue;
    const better = nearestTerm(db, term);
    const typed = meant.slice(start, end);
    // Only a word typed bare is put right: of l'Elisée or a name with a hyphen, the part is meant.
    const at = fold(typed).indexOf(term);
    if (better === null || at === -1 || fold(typed).length !== typed.length) continue;
    meant = `${meant.slice(0, start + at)}${better}${meant.slice(start + at + term.length)}`;
    changed = true;
  }
  return changed ? meant : null;
}

type Word = { readonly term: string; readonly start: number; readonly end: number };

function wordsOf(clause: Clause): readonly Word[] {
  switch (clause.type) {
    case 'and':
    case 'or':
      return clause.clauses.flatMap(wordsOf);
    case 'word':
      if (clause.prefix || clause.inside) return [];
      return clause.terms.map((term) => ({ term, start: clause.start, end: clause.end }));
    case 'phrase':
      if (clause.written !== null) return [];
      return clause.terms.map((term) => ({ term, start: clause.start, end: clause.end }));
    default:
      return [];
  }
}

/** Whether the archive has the word, or a form of it. */
function isKnown(db: ReadableDb, term: string): boolean {
  return (
    first(db, 'SELECT 1 FROM search_term WHERE term = :term OR stem = :stem LIMIT 1', {
      term,
      stem: stem(term),
    }) !== undefined
  );
}

type Near = { readonly term: string; readonly distance: number; readonly uses: number };

/** The commonest term nearest to a word: one letter away, else two; of the same first letter or its neighbour. */
function nearestTerm(db: ReadableDb, word: string): string | null {
  const limit = word.length < 6 ? 2 : 3;
  let best: Near | undefined;
  const firsts = new Set([word.charAt(0), word.charAt(1)]);
  for (const letter of firsts) {
    const rows = all<{ term: string; uses: number }>(
      db,
      `SELECT term, uses FROM search_term
       WHERE term >= :letter AND term < :beyond AND length(term) BETWEEN :least AND :most
       ORDER BY uses DESC LIMIT ${mostCompared}`,
      {
        letter,
        beyond: `${letter}\u{10FFFF}`,
        least: word.length - limit + 1,
        most: word.length + limit - 1,
      },
    );
    for (const { term, uses } of rows) {
      const distance = editDistance(word, term, limit);
      if (distance >= limit) continue;
      const tied = distance === best?.distance && uses > best.uses;
      if (best === undefined || distance < best.distance || tied) best = { term, distance, uses };
    }
  }
  return best?.term ?? null;
}

/** Terms that complete a beginning, and values of a fact that hold it: the commonest first. */
export function completions(
  db: ReadableDb,
  input: {
    readonly of: 'word' | 'desk' | 'agency' | 'place' | 'person';
    readonly typed: string;
    readonly limit: number;
  },
): readonly { readonly text: string; readonly count: number }[] {
  const { of, limit } = input;
  const typed = fold(input.typed).trim();
  if (of === 'word') {
    if (!/^[\p{L}\p{N}]{2,}$/u.test(typed)) return [];
    return commonestBeginning(db, typed, limit).map(({ term, uses }) => ({
      text: term,
      count: uses,
    }));
  }
  if (of === 'person') return personsHolding(db, typed, limit);
  return all<{ text: string; count: number }>(
    db,
    `SELECT value AS text,
       (SELECT count(*) FROM dispatch WHERE
         CASE :of WHEN 'desk' THEN desk WHEN 'agency' THEN agency ELSE place END = value) AS count
     FROM search_value
     WHERE name = :of AND instr(' ' || folded, ' ' || :typed) > 0
     ORDER BY count DESC, value LIMIT :limit`,
    { of, typed, limit },
  );
}

/** Persons of whose names a word begins so, those most dispatches speak of first. */
function personsHolding(
  db: ReadableDb,
  typed: string,
  limit: number,
): readonly { readonly text: string; readonly count: number }[] {
  return namesOf(db, 'dispatch_person')
    .filter((name) => ` ${fold(name)}`.includes(` ${typed}`))
    .map((text) => ({ text, count: dispatchesOf(db, text) }))
    .toSorted((a, b) => b.count - a.count || a.text.localeCompare(b.text))
    .slice(0, limit);
}

function dispatchesOf(db: ReadableDb, person: string): number {
  const row = first<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM dispatch_person WHERE name = :person',
    { person },
  );
  return row?.n ?? 0;
}
