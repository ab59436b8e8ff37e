import type { SearchHit } from '../../contract/models';
import { matchersOf, type Matcher } from '../../domain/query/highlight';
import { parseQuery } from '../../domain/query/parse';
import type { Problem, Query } from '../../domain/query/query';
import type { ReadableDb } from '../database';
import { columnsOf, eachBit, type Columns } from '../search/columns';
import { lexiconOf, type CountingLexicon } from '../search/expand';
import { hitOf, readUnindexed, repeatsOf } from '../search/hits';
import { newestPage, readEntries, type Found } from '../search/list';
import { planOf, type AsOf } from '../search/plan';
import { rankedRows, type Ranked } from '../search/rank';
import { onIndex } from '../search/on-index';
import { scan, type Scanned } from '../search/scan';
import { setOf } from '../search/sets';
import { similarRows } from '../search/similar';

/** What a search is asked. */
export type SearchInput = {
  readonly text: string;
  readonly sort: 'date' | 'relevance';
  /** Where a page begins, as the one before it said; null for the first. */
  readonly after: number | null;
  readonly limit: number;
  /** ms: as it read then; null for everything, as it is now. */
  readonly asOf: AsOf;
  /** ms, and the desk's IANA zone: what dates are read by. */
  readonly now: number;
  readonly zone: string;
};

/** How the answer came about. */
export type AnsweredBy =
  | { readonly by: 'index' }
  /** The index is missing, damaged or not yet whole: so many dispatches were read. */
  | {
      readonly by: 'reading';
      readonly read: number;
      readonly of: number;
      readonly why: 'building' | 'damaged';
    };

/** A page of what a search found. */
export type SearchPage = {
  readonly is: 'page';
  readonly hits: readonly SearchHit[];
  /** Where the next page begins; null after the last. */
  readonly next: number | null;
  readonly problems: readonly Problem[];
  readonly matchers: readonly Matcher[];
  /** Whether a beginning stood for more terms than were looked up: the newest may lack some. */
  readonly bounded: boolean;
  /** Among how many of the newest hits relevance was reckoned, where there are more; else null. */
  readonly rankedAmong: number | null;
  readonly answered: AnsweredBy;
};

/**
 * Finds takes, drafts, notes and originals by what a person typed: a page of them.
 *
 * @returns `by-sets` for a query that has to be counted to be answered: ask `searchBySets`
 */
export function searchArchive(
  db: ReadableDb,
  input: SearchInput,
): SearchPage | { readonly is: 'by-sets' } {
  return orByReading(db, input, (query, lexicon) => {
    if (query.clauses.length === 0 && input.asOf === null)
      return pageOf([], null, query, [], input);
    const plan = planOf(query, lexicon, input.asOf);
    if (plan === null) return { is: 'by-sets' } as const;
    const matchers = matchersOf(query, lexicon.expand);
    if (input.sort === 'relevance') {
      const found = rankedRows(db, { query, plan, lexicon, matchers }, input.after ?? 0);
      return { ...rankedPage(db, input, query, matchers, found), bounded: lexicon.bounded() };
    }
    const page = newestPage(db, plan, input);
    return {
      ...pageOf(page.found, page.next, query, matchers, input),
      bounded: lexicon.bounded(),
    };
  });
}

/** The same, for queries that need all they find to be known first. For the thread that counts. */
export function searchBySets(db: ReadableDb, input: SearchInput): SearchPage {
  return orByReading(db, input, (query, lexicon) => {
    const columns = columnsOf(db, input.zone);
    const { bits } = setOf({ db, columns, lexicon }, query, input.asOf);
    const matchers = matchersOf(query, lexicon.expand);
    const rows = newestOf(columns, bits, input.after, input.limit + 1);
    const found = readEntries(db, rows.slice(0, input.limit));
    const next = rows.length > input.limit ? (rows[input.limit - 1] ?? null) : null;
    return {
      ...pageOf(found, next, query, matchers, input),
      bounded: lexicon.bounded(),
    };
  });
}

/** A dispatch like another, and what they share. */
export type SimilarAnswer = {
  readonly hits: readonly SearchHit[];
  readonly terms: readonly string[];
};

/** The dispatches most like one, each by its best take, the most similar first. */
export function findSimilar(
  db: ReadableDb,
  input: { readonly dispatchId: string; readonly limit: number; readonly now: number },
): SimilarAnswer {
  return onIndex(
    db,
    () => {
      const { rowids, terms } = similarRows(db, input);
      const matchers = terms.map((term): Matcher => ({
        sequence: [{ anyOf: [term], prefix: null }],
        field: null,
        written: null,
      }));
      const found = readEntries(db, rowids);
      return { hits: found.map(({ row, parts }) => hitOf(row, parts, matchers, input.now)), terms };
    },
    () => ({ hits: [], terms: [] }),
  );
}

function rankedPage(
  db: ReadableDb,
  { after, limit, now }: SearchInput,
  query: Query,
  matchers: readonly Matcher[],
  { rowids, bounded, read }: Ranked,
): SearchPage {
  const from = after ?? 0;
  const wanted = rowids.slice(from, from + limit);
  const others = readEntries(
    db,
    wanted.filter((rowid) => !read.has(rowid)),
  );
  const entries = new Map([...read, ...others.map((found) => [found.rowid, found] as const)]);
  const found = wanted.flatMap((rowid) => entries.get(rowid) ?? []);
  const next = from + limit < rowids.length ? from + limit : null;
  return {
    ...pageOf(found, next, query, matchers, { now }),
    rankedAmong: bounded ? rowids.length : null,
  };
}

function pageOf(
  found: readonly Found[],
  next: number | null,
  { problems }: Query,
  matchers: readonly Matcher[],
  { now }: Pick<SearchInput, 'now'>,
): SearchPage {
  const repeats = repeatsOf(found.map(({ row }) => row));
  const hits = found.map(({ row, parts }, index) => ({
    ...hitOf(row, parts, matchers, now),
    repeats: repeats[index] ?? null,
  }));
  return {
    is: 'page',
    hits,
    next,
    problems,
    matchers,
    bounded: false,
    rankedAmong: null,
    answered: { by: 'index' },
  };
}

/** The newest entries of a set, from the one before `after` on. */
function newestOf(
  { rowids }: Columns,
  bits: Uint32Array,
  after: number | null,
  limit: number,
): readonly number[] {
  const rows: number[] = [];
  eachBit(bits, (index) => {
    const rowid = rowids[index] ?? 0;
    if (after === null || rowid < after) rows.push(rowid);
  });
  return rows.toSorted((a, b) => b - a).slice(0, limit);
}

/** Answers from the index, or by reading the texts where it is missing, damaged or being built. */
function orByReading<T>(
  db: ReadableDb,
  input: SearchInput,
  byIndex: (query: Query, lexicon: CountingLexicon) => T,
): T | SearchPage {
  const query = parseQuery(input.text, input);
  return onIndex(
    db,
    () => byIndex(query, lexiconOf(db)),
    (why) => {
      const scanned = scan(db, query, input.asOf);
      return readingPage(db, scanned, query, input, why);
    },
  );
}

function readingPage(
  db: ReadableDb,
  { entries, read, of }: Scanned,
  query: Query,
  { after, limit, now }: SearchInput,
  why: 'building' | 'damaged',
): SearchPage {
  const from = after ?? 0;
  const matchers = matchersOf(query, (word) => [word]);
  const hits = entries.slice(from, from + limit).map((entry) => {
    const { row, parts } = readUnindexed(db, entry);
    return hitOf(row, parts, matchers, now);
  });
  return {
    is: 'page',
    hits,
    next: from + limit < entries.length ? from + limit : null,
    problems: query.problems,
    matchers,
    bounded: false,
    rankedAmong: null,
    answered: { by: 'reading', read, of, why },
  };
}
