import { allTopics } from '../queries/topics';
import type { Lexicon, Widening } from '../../domain/query/match';
import { stem } from '../../domain/text/stem';
import { terms } from '../../domain/text/tokens';
import { all, first, type ReadableDb } from '../database';

/**
 * Terms that are looked up for a word: more find little and cost much. What is still being typed
 * gets fewer the shorter it is: its newest entries come at once, and the next letter narrows it.
 */
const most = { forms: 60, prefix: 400, inside: 400, typed: 60, typedShort: 20 } as const;
/** Letters from which a word still being typed is widened by all terms that begin so. */
const shortest = 2;

/** A lexicon, and whether some word stood for more terms than were looked up. */
export type CountingLexicon = Lexicon & { readonly bounded: () => boolean };

/**
 * Widens words to the terms the index really holds: a word to all forms of its stem, a beginning
 * to its commonest terms (an OR of those is many times faster than FTS5's own prefix search).
 */
export function lexiconOf(db: ReadableDb): CountingLexicon {
  let bounded = false;
  const known = new Map<string, readonly string[]>();
  const atMost = (terms: readonly string[], limit: number): readonly string[] => {
    if (terms.length > limit) bounded = true;
    return terms.slice(0, limit);
  };
  const look = (word: string, by: Widening): readonly string[] => {
    switch (by) {
      case 'forms':
        return formsOf(db, word);
      case 'prefix':
        return atMost(termsBeginning(db, word, most.prefix + 1), most.prefix);
      case 'typed': {
        if (word.length < shortest) return [];
        const limit = word.length === shortest ? most.typedShort : most.typed;
        return atMost(termsBeginning(db, word, limit + 1), limit);
      }
      case 'inside':
        return atMost(termsHolding(db, word, most.inside + 1), most.inside);
    }
  };
  return {
    expand: (word, by) => {
      const key = `${by} ${word}`;
      const found = known.get(key) ?? look(word, by);
      known.set(key, found);
      return found;
    },
    values: (name, terms) =>
      all<{ id: number }>(
        db,
        `SELECT id FROM search_value
         WHERE name = :name AND instr(' ' || folded || ' ', :terms) > 0`,
        { name, terms: ` ${terms.join(' ')} ` },
      ).map(({ id }) => id),
    subjects: (terms) => subjectsHolding(db, terms),
    persons: (terms) => namesOf(db, 'dispatch_person').filter((name) => holds(name, terms)),
    bounded: () => bounded,
  };
}

function formsOf(db: ReadableDb, word: string): readonly string[] {
  return all<{ term: string }>(
    db,
    `SELECT term FROM search_term WHERE stem = :stem ORDER BY uses DESC LIMIT ${most.forms}`,
    { stem: stem(word) },
  ).map((row) => row.term);
}

/** The names of subjects that hold terms side by side, in either language, or whose code they are. */
function subjectsHolding(db: ReadableDb, wanted: readonly string[]): readonly string[] {
  // A topic is found by its name in either language, whichever the dispatch has it under.
  const called = allTopics(db).filter(({ fr, en }) => holds(fr, wanted) || holds(en, wanted));
  const codes = new Set(called.map(({ code }) => code));
  return namesOf(db, 'dispatch_subject').filter(
    (name) =>
      holds(name, wanted) ||
      codesOf(db, name).some((code) => code === wanted[0] || codes.has(code)),
  );
}

/** Whether a name holds terms side by side. */
function holds(name: string, wanted: readonly string[]): boolean {
  return ` ${terms(name).join(' ')} `.includes(` ${wanted.join(' ')} `);
}

/**
 * The names there are, each by a look at the index of names: as many looks as names, where DISTINCT
 * would read the names of all dispatches.
 */
export function namesOf(
  db: ReadableDb,
  table: 'dispatch_subject' | 'dispatch_person',
): readonly string[] {
  const next = `SELECT name FROM ${table} WHERE name > :name ORDER BY name LIMIT 1`;
  const unnamed = first(db, `SELECT 1 FROM ${table} WHERE name = '' LIMIT 1`) !== undefined;
  return [
    ...(unnamed ? [''] : []),
    ...oneAfterAnother((name) => first<{ name: string }>(db, next, { name })?.name),
  ];
}

/** The codes subjects of a name have. */
function codesOf(db: ReadableDb, name: string): readonly string[] {
  const next = `SELECT code FROM dispatch_subject
    WHERE name = :name AND code > :code ORDER BY code LIMIT 1`;
  return oneAfterAnother((code) => first<{ code: string }>(db, next, { name, code })?.code);
}

/** All that an ordered look finds, each after the one before; it begins after the empty text. */
function oneAfterAnother(after: (one: string) => string | undefined): readonly string[] {
  const found: string[] = [];
  for (let one = after(''); one !== undefined; one = after(one)) found.push(one);
  return found;
}

/** The commonest terms that begin so, and the number of entries each came with. */
export function commonestBeginning(
  db: ReadableDb,
  beginning: string,
  limit: number,
): readonly { readonly term: string; readonly uses: number }[] {
  return all<{ term: string; uses: number }>(
    db,
    `SELECT term, uses FROM search_term WHERE term >= :beginning AND term < :beyond
     ORDER BY uses DESC LIMIT :limit`,
    { beginning, beyond: `${beginning}\u{10FFFF}`, limit },
  );
}

function termsBeginning(db: ReadableDb, beginning: string, limit: number): readonly string[] {
  return commonestBeginning(db, beginning, limit).map(({ term }) => term);
}

/** The commonest terms that hold these letters; it reads all terms there are. */
function termsHolding(db: ReadableDb, part: string, limit: number): readonly string[] {
  return all<{ term: string }>(
    db,
    `SELECT term FROM search_term WHERE instr(term, :part) > 0 ORDER BY uses DESC LIMIT :limit`,
    { part, limit },
  ).map(({ term }) => term);
}
