import { parseQuery } from '../../domain/query/parse';
import type { Clause, Filter, Query } from '../../domain/query/query';
import { first, type ReadableDb } from '../database';
import { columnsOf, hasBit, indexOf, type Columns } from '../search/columns';
import { lexiconOf } from '../search/expand';
import { onIndex } from '../search/on-index';
import { scan } from '../search/scan';
import { setOf } from '../search/sets';
import { didYouMean } from '../search/suggest';
import { tallyOf, type Tally } from '../search/tally';
import type { SearchInput } from './search';

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
      const key = JSON.stringify([input.text, query.clauses, input.asOf]);
      return keptCount(columns, key, () => countBySets(db, columns, query, input));
    },
    () => {
      const { entries, read, of } = scan(db, query, input.asOf);
      const facets = {
        year: [],
        desk: [],
        agency: [],
        place: [],
        subject: [],
        person: [],
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

function countBySets(
  db: ReadableDb,
  columns: Columns,
  query: Query,
  input: Pick<SearchInput, 'text' | 'asOf'>,
): SearchCount {
  const lexicon = lexiconOf(db);
  if (query.clauses.length === 0 && input.asOf === null) {
    const nothing = tallyOf(db, columns, new Uint32Array(0));
    return { ...nothing, whole: true, didYouMean: didYouMean(db, input.text, query) };
  }
  const { bits, whole } = setOf({ db, columns, lexicon }, query, input.asOf);
  const tally = withOwnChoices(tallyOf(db, columns, bits), query, (other) =>
    tallyOf(db, columns, setOf({ db, columns, lexicon }, other, input.asOf).bits),
  );
  const meant = tally.total < 3 ? didYouMean(db, input.text, query) : null;
  return { ...tally, whole, didYouMean: meant };
}

/** Counts of the last queries, for as long as nothing changed that was counted. */
const keptCounts = new WeakMap<Columns, { touched: number; counts: Map<string, SearchCount> }>();
const mostKept = 32;

function keptCount(columns: Columns, key: string, make: () => SearchCount): SearchCount {
  let kept = keptCounts.get(columns);
  if (kept?.touched !== columns.touched) {
    kept = { touched: columns.touched, counts: new Map() };
    keptCounts.set(columns, kept);
  }
  const known = kept.counts.get(key);
  if (known !== undefined) return known;
  const count = make();
  if (!count.whole) return count;
  kept.counts.set(key, count);
  const [oldest] = kept.counts.keys();
  if (kept.counts.size > mostKept && oldest !== undefined) kept.counts.delete(oldest);
  return count;
}

/** Each facet and the filters that choose among its values. */
const choosing: Readonly<Record<keyof Tally['facets'], readonly Filter['name'][]>> = {
  year: ['time'],
  desk: ['desk'],
  agency: ['agency'],
  place: ['place'],
  subject: ['subject'],
  person: ['person'],
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
