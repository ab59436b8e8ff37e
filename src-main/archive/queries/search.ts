import type { SearchHit } from '../../contract/models';
import { matchersOf, type Matcher } from '../../domain/query/highlight';
import { parseQuery } from '../../domain/query/parse';
import type { Clause, Filter, Problem, Query } from '../../domain/query/query';
import { first, type ReadableDb } from '../database';
import { columnsOf, eachBit, hasBit, indexOf, type Columns } from '../search/columns';
import { isIndexFault } from '../search/fault';
import { lexiconOf, type CountingLexicon } from '../search/expand';
import { hitOf, readUnindexed, repeatsOf } from '../search/hits';
import { newestPage, rankedRows, readEntries, type Found } from '../search/list';
import { planOf, type AsOf } from '../search/plan';
import { isBuilding } from '../search/progress';
import { scan, type Scanned } from '../search/scan';
import { setOf } from '../search/sets';
import { similarRows } from '../search/similar';
import { didYouMean } from '../search/suggest';
import { tallyOf, type Tally } from '../search/tally';

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
      const { rowids, bounded } = rankedRows(db, query, plan);
      return ranked(db, input, query, matchers, { rowids, bounded, lexicon });
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

/** What there is to say of everything a search finds. */
export type SearchCount = Tally & {
  /** False where not everything could be looked at in time: there are at least so many. */
  readonly whole: boolean;
  /** The query with unknown words put right, where little was found; else null. */
  readonly didYouMean: string | null;
};

/** Counts everything a search finds. For the thread that counts. */
export function countSearch(
  db: ReadableDb,
  input: Pick<SearchInput, 'text' | 'asOf' | 'now' | 'zone'>,
): SearchCount {
  const query = parseQuery(input.text, input);
  return onIndex(
    db,
    () => {
      const columns = columnsOf(db, input.zone);
      const lexicon = lexiconOf(db);
      const nothing = query.clauses.length === 0 && input.asOf === null;
      const { bits, whole } = nothing
        ? { bits: new Uint32Array(0), whole: true }
        : setOf({ db, columns, lexicon }, query, input.asOf);
      const counted = tallyOf(db, columns, bits);
      const tally = nothing
        ? counted
        : withOwnChoices(counted, query, (other) =>
            tallyOf(db, columns, setOf({ db, columns, lexicon }, other, input.asOf).bits),
          );
      const meant = tally.total < 3 ? didYouMean(db, input.text, query) : null;
      return { ...tally, whole, didYouMean: meant };
    },
    () => {
      const { entries, read, of } = scan(db, query, input.asOf);
      const facets = {
        year: [],
        desk: [],
        agency: [],
        place: [],
        subject: [],
        language: [],
        kind: [],
        urgency: [],
        source: [],
      };
      return {
        total: entries.length,
        dispatches: new Set(entries.map(({ dispatchId }) => dispatchId)).size,
        facets,
        histogram: { unit: 'day', bars: [] },
        undated: 0,
        whole: read === of,
        didYouMean: null,
      };
    },
  );
}

/** Each facet and the filters that choose among its values. */
const choosing: Readonly<Record<keyof Tally['facets'], readonly Filter['name'][]>> = {
  year: ['time'],
  desk: ['desk'],
  agency: ['agency'],
  place: ['place'],
  subject: ['subject'],
  language: ['lang'],
  kind: ['kind'],
  urgency: ['urgency'],
  source: ['is'],
};

/**
 * A facet of which values are chosen is counted as though none were: the others could be chosen as
 * well. So is the histogram, where a time is chosen.
 */
function withOwnChoices(tally: Tally, query: Query, count: (query: Query) => Tally): Tally {
  const facets = { ...tally.facets };
  let { histogram } = tally;
  for (const [facet, names] of Object.entries(choosing)) {
    const clauses = query.clauses.filter((clause) => !chooses(clause, names));
    if (clauses.length === query.clauses.length || clauses.length === 0) continue;
    const other = count({ ...query, clauses });
    // The keys of `choosing` are those of the facets.
    const name = facet as keyof Tally['facets'];
    facets[name] = other.facets[name];
    if (name === 'year') histogram = other.histogram;
  }
  return { ...tally, facets, histogram };
}

function chooses(clause: Clause, names: readonly Filter['name'][]): boolean {
  if (clause.type === 'filter') return names.includes(clause.filter.name);
  return clause.type === 'or' && clause.clauses.every((inner) => chooses(inner, names));
}

/** How many takes a search finds that came into the archive after an instant. */
export function countNew(
  db: ReadableDb,
  input: {
    readonly text: string;
    readonly since: number;
    readonly now: number;
    readonly zone: string;
  },
): number {
  const query = parseQuery(input.text, input);
  if (query.clauses.length === 0) return 0;
  const since = BigInt(input.since);
  const newest = first<{ at: number }>(
    db,
    'SELECT max(recorded_at) AS at FROM revision WHERE recorded_at > :since',
    { since },
  );
  if (newest?.at == null) return 0;
  return onIndex(
    db,
    () => {
      const columns = columnsOf(db, input.zone);
      const { bits } = setOf({ db, columns, lexicon: lexiconOf(db) }, query, null);
      return newEntries(db, since).filter((rowid) => hasBit(bits, indexOf(columns, rowid))).length;
    },
    () => 0,
  );
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

/** Entries of takes recorded after an instant; at most a few thousand. */
function newEntries(db: ReadableDb, since: bigint): readonly number[] {
  const packed = first<{ rows: string | null }>(
    db,
    `SELECT group_concat(entry.rowid) AS rows FROM search_entry AS entry
     WHERE source_id IN (SELECT take_id FROM revision
       WHERE recorded_at > :since AND entry = 'take' ORDER BY recorded_at DESC LIMIT 20000)`,
    { since },
  );
  return packed?.rows == null ? [] : packed.rows.split(',').map(Number);
}

function ranked(
  db: ReadableDb,
  { after, limit, now }: SearchInput,
  query: Query,
  matchers: readonly Matcher[],
  by: {
    readonly rowids: readonly number[];
    readonly bounded: boolean;
    readonly lexicon: CountingLexicon;
  },
): SearchPage {
  const from = after ?? 0;
  const found = readEntries(db, by.rowids.slice(from, from + limit));
  const next = from + limit < by.rowids.length ? from + limit : null;
  return {
    ...pageOf(found, next, query, matchers, { now }),
    bounded: by.lexicon.bounded(),
    rankedAmong: by.bounded ? by.rowids.length : null,
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

/** By the index; where that cannot be, otherwise. */
export function onIndex<T, U>(
  db: ReadableDb,
  byIndex: () => T,
  otherwise: (why: 'building' | 'damaged') => U,
): T | U {
  try {
    return isBuilding(db) ? otherwise('building') : byIndex();
  } catch (thrown) {
    if (!isIndexFault(thrown)) throw thrown;
    return otherwise('damaged');
  }
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
