import { highlightRanges, type Matcher } from '../../domain/query/highlight';
import { conjunction, type Lexicon } from '../../domain/query/match';
import type { Clause, Query } from '../../domain/query/query';
import { fieldWeights, rarityOf, relevanceOf, type Counted } from '../../domain/query/relevance';
import { all, first, type ReadableDb } from '../database';
import { withSlug } from './hits';
import { isWritten, newestRows, readEntries, type Found } from './list';
import { isForIndex, type Plan } from './plan';

/** Hits among which relevance is reckoned: the newest so many. */
export const mostRanked = 2_000;
/** Of these, the ones whose texts are read and weighed: two pages. */
const mostWeighed = 100;

/** Hits in order of relevance. */
export type Ranked = {
  readonly rowids: readonly number[];
  /** Whether there are more than were ranked. */
  readonly bounded: boolean;
  /** The entries that had to be read for it. */
  readonly read: ReadonlyMap<number, Found>;
};

/** What is ranked: a query, its plan, and what is marked of it. */
export type Ranking = {
  readonly query: Query;
  readonly plan: Plan;
  readonly lexicon: Lexicon;
  readonly matchers: readonly Matcher[];
};

/**
 * The row ids a plan finds in order of relevance, among the newest `mostRanked`: those with the
 * very words first, the others in other forms after them; within each, those that say it in the
 * headline or the slug before those that say it in the lead, and the newer before the older. The
 * first `mostWeighed` of that order are read, and put in the order of BM25.
 *
 * FTS5's own `bm25()` is not asked: it counts every use of every word in the whole archive first,
 * which took 40 ms for a common word of a million dispatches.
 *
 * @param from place in the order from which a page is wanted; nothing is read for later ones
 */
export function rankedRows(db: ReadableDb, ranking: Ranking, from: number): Ranked {
  const { plan, matchers } = ranking;
  const newest = newestRows(db, plan, { after: null, limit: mostRanked + 1 });
  const bounded = newest.length > mostRanked;
  const among = writtenAmong(db, newest.slice(0, mostRanked), plan);
  const place = placesOf(db, ranking, among);
  const order = among.toSorted((a, b) => (place.get(b) ?? 0) - (place.get(a) ?? 0) || b - a);
  if (from >= mostWeighed || plan.match === null || order.length === 0) {
    return { rowids: order, bounded, read: new Map() };
  }
  const read = readEntries(db, order.slice(0, mostWeighed));
  const scores = relevanceOf(read.map(countedIn(matchers)), raritiesOf(db, matchers));
  const weighed = read.map((found, index) => ({
    found,
    exact: (place.get(found.rowid) ?? 0) >= exactly,
    score: scores[index] ?? 0,
  }));
  const best = weighed.toSorted(
    (a, b) =>
      Number(b.exact) - Number(a.exact) || b.score - a.score || b.found.rowid - a.found.rowid,
  );
  return {
    rowids: [...best.map(({ found }) => found.rowid), ...order.slice(mostWeighed)],
    bounded,
    read: new Map(read.map((found) => [found.rowid, found])),
  };
}

function writtenAmong(db: ReadableDb, rowids: readonly number[], plan: Plan): readonly number[] {
  if (plan.written.length === 0) return rowids;
  return readEntries(db, rowids)
    .filter((entry) => isWritten(entry, plan.written))
    .map(({ rowid }) => rowid);
}

/** What makes an entry go before others; the very words before all else. */
const exactly = 4;
const inHeadline = 2;
const inLead = 1;

/** Words stand for themselves alone. */
const literally: Lexicon = {
  expand: () => [],
  values: () => [],
  subjects: () => [],
  persons: () => [],
};

/** For entries that have the very words, or the words in a part that tells: what that is worth. */
function placesOf(
  db: ReadableDb,
  { query, lexicon }: Ranking,
  among: readonly number[],
): ReadonlyMap<number, number> {
  const [first] = among;
  const last = among.at(-1);
  const places = new Map<number, number>();
  const words = query.clauses.filter(({ type }) => type !== 'filter' && type !== 'not');
  if (first === undefined || last === undefined || words.length === 0) return places;
  const rest = query.clauses.filter((clause) => !words.includes(clause) && isIndexed(clause));
  const beside = rest.length === 0 ? null : conjunction(rest, lexicon);
  const add = (match: string | null, worth: number): void => {
    if (match === null) return;
    const whole = beside === null ? match : `(${match}) AND ${beside}`;
    for (const rowid of rowsBetween(db, whole, { first, last })) {
      places.set(rowid, (places.get(rowid) ?? 0) + worth);
    }
  };
  const found = conjunction(words, lexicon);
  add(conjunction(words, literally), exactly);
  if (found !== null) {
    add(`{headline slug} : (${found})`, inHeadline);
    add(`{headline slug lead} : (${found})`, inLead);
  }
  return places;
}

function isIndexed(clause: Clause): boolean {
  const inner = clause.type === 'not' ? clause.clause : clause;
  return inner.type !== 'filter' || isForIndex(inner.filter);
}

function rowsBetween(
  db: ReadableDb,
  match: string,
  { first, last }: { readonly first: number; readonly last: number },
): readonly number[] {
  return all<{ rowid: number }>(
    db,
    `SELECT rowid FROM search_index
     WHERE search_index MATCH :match AND rowid BETWEEN :last AND :first`,
    { match, first: BigInt(first), last: BigInt(last) },
  ).map(({ rowid }) => rowid);
}

/** Counts what is looked for in an entry. */
function countedIn(matchers: readonly Matcher[]): (found: Found) => Counted {
  const alone = matchers.map((matcher): readonly Matcher[] => [matcher]);
  return ({ row, parts }) => ({
    words: row.words,
    places: alone.map((one) =>
      withSlug(row, parts).reduce(
        (weighed, { text, field }) =>
          weighed + highlightRanges(text, one, field).length * fieldWeights[field],
        0,
      ),
    ),
  });
}

/** How rare each word or phrase is: a phrase as its rarest word, a word in all its forms. */
function raritiesOf(db: ReadableDb, matchers: readonly Matcher[]): readonly number[] {
  // One word has nothing to be weighed against.
  if (matchers.length < 2) return matchers.map(() => 1);
  const entries = entriesOf(db);
  return matchers.map(({ sequence }) => {
    const uses = sequence.map(({ anyOf }) => usesOf(db, anyOf));
    return rarityOf(Math.min(entries, ...uses), entries);
  });
}

/** Entries by connection, counted once: a logarithm of it is what is asked for. */
const counted = new WeakMap<object, number>();

function entriesOf(db: ReadableDb): number {
  let entries = counted.get(db);
  if (entries === undefined) {
    entries = first<{ n: number }>(db, 'SELECT count(*) AS n FROM search_entry')?.n ?? 0;
    counted.set(db, entries);
  }
  return entries;
}

function usesOf(db: ReadableDb, terms: readonly string[]): number {
  const row = first<{ uses: number | null }>(
    db,
    `SELECT sum(uses) AS uses FROM search_term WHERE term IN (SELECT value FROM json_each(:terms))`,
    { terms: JSON.stringify(terms) },
  );
  return row?.uses ?? 0;
}
