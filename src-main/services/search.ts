import { appError, type AppError } from '../contract/errors';
import type { SearchHit } from '../contract/models';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { parsePeriod } from '../domain/query/period';
import { err, ok, type Result } from '../domain/result';
import { dayNumber, isoDay } from '../domain/time/calendar';
import { wallTimeAt } from '../domain/time/wall-time';
import { searchCsv } from './search-csv';
import type { ServiceContext } from './context';
import { createSavedSearches } from './saved-searches';

type Answer<C extends 'search.query' | 'search.count' | 'search.similar'> = Promise<
  Result<ResponseOf<C>, AppError>
>;
type Query = RequestOf<'search.query'>;

/** Similar dispatches that are told. */
const mostSimilar = 20;
const mostCompletions = 8;
/** What is found by a query, now or as it read then. */
type Found = Pick<Query, 'text' | 'asOf'> & { /** Dispatches at most. */ readonly most: number };

/** Rows of an exported list, at most; it is said when there are more. */
const mostExported = 100_000;
const exportPage = 500;

/** Finding takes, drafts, notes and originals. */
export type SearchService = ReturnType<typeof createSearchService>;

export function createSearchService(context: ServiceContext) {
  const { archive, now, zone } = context;
  const clock = () => ({ now: now(), zone: zone() });
  return {
    /**
     * A page of what a query finds.
     *
     * @param lane who asks: an older question of the same lane not yet begun is dropped
     */
    query: (request: Query, lane?: string) => query(context, request, lane),

    /** What there is to say of everything a query finds; the list does not wait for it. */
    async count(request: RequestOf<'search.count'>, lane?: string): Answer<'search.count'> {
      const began = performance.now();
      const counted = await archive.read('countSearch', { ...request, ...clock() }, lane);
      if (!counted.ok) return counted;
      // What comes from a thread is the receiver's own copy.
      const value = counted.value as Omit<ResponseOf<'search.count'>, 'tookMs'>;
      return ok({ ...value, tookMs: performance.now() - began });
    },

    ...createTimeLine(context),

    /** How a word, or the name of a desk, agency or place, may go on. */
    async complete({ of, typed }: RequestOf<'search.complete'>) {
      const found = await archive.read('completions', { of, typed, limit: mostCompletions });
      return found.ok ? ok({ items: [...found.value] }) : found;
    },

    /** The dispatches most like one. */
    async similar({ dispatchId }: RequestOf<'search.similar'>): Answer<'search.similar'> {
      const input = { dispatchId, limit: mostSimilar, now: now() };
      const found = await archive.read('findSimilar', input);
      if (!found.ok) return found;
      return ok({ hits: [...found.value.hits], terms: [...found.value.terms] });
    },

    ...createSavedSearches(context),

    /** The dispatches of everything found, the newest first. */
    dispatchesOf: (request: Found) => dispatchesOf(context, request),

    /** The list of everything found as CSV; what is under embargo is left out and counted. */
    list: (request: RequestOf<'search.export'>) => list(context, request),

    /** Has the index built anew; it is built in pauses, and searches read the texts meanwhile. */
    reindex: () => archive.write('resetIndex', { why: 'asked' }),
    /** How far the index is. */
    progress: () => archive.read('readIndexProgress', {}),
    /** Builds the index on for a while (ms), where there is no pause to do it in. */
    build: (time: number) => archive.write('buildIndex', { time }),

    /** Where the sentences of a take stand elsewhere, near-verbatim. */
    trace: (request: RequestOf<'take.trace'>) => archive.read('traceTake', request),
  };
}

/** What was published when: by day over the archive, and by the hour of a day. */
function createTimeLine({ archive, now, zone }: ServiceContext) {
  return {
    /**
     * What was published when, over the whole archive.
     *
     * @param lane who asks, as for `query`
     */
    async days(lane?: string): Promise<Result<ResponseOf<'search.days'>, AppError>> {
      const counted = await archive.read('countDays', { zone: zone() }, lane);
      if (!counted.ok) return counted;
      if (counted.value.state === 'building') return ok(counted.value);
      const date = wallTimeAt(now(), zone());
      const today = date === null ? 0 : dayNumber(date);
      return ok({ ...counted.value, days: [...counted.value.days], today });
    },

    /** What was published on a day of the desk. */
    async day({ day }: RequestOf<'search.day'>, lane?: string) {
      const period = parsePeriod(isoDay(day), { now: now(), zone: zone() });
      if (period === null) return ok({ takes: [], more: false });
      const read = await archive.read('readDay', { ...period, zone: zone() }, lane);
      return read.ok ? ok({ ...read.value, takes: [...read.value.takes] }) : read;
    },
  };
}

async function query(
  { archive, now, zone }: ServiceContext,
  request: Query,
  lane?: string,
): Answer<'search.query'> {
  const began = performance.now();
  const input = { ...request, now: now(), zone: zone() };
  const found = await archive.read('searchArchive', input, lane);
  if (!found.ok) return found;
  const page =
    found.value.is === 'page'
      ? ok(found.value)
      : await archive.read('searchBySets', input, lane === undefined ? undefined : `${lane} sets`);
  if (!page.ok) return page;
  const { is: _, ...answer } = page.value;
  const { answered } = answer;
  if (answered.by === 'reading' && answered.why === 'damaged' && archive.access.is === 'write') {
    // Built anew in pauses; what cannot be repaired is said by every search until it is.
    void archive.write('resetIndex', { why: 'damaged' });
  }
  // Arrays of the archive are read-only; what comes from a thread is the receiver's own copy.
  const value = answer as unknown as Omit<ResponseOf<'search.query'>, 'tookMs'>;
  return ok({ ...value, tookMs: performance.now() - began });
}

async function dispatchesOf(
  context: ServiceContext,
  { text, asOf, most }: Found,
): Promise<Result<{ readonly ids: readonly string[]; readonly more: boolean }, AppError>> {
  const ids = new Set<string>();
  let after: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof query>> = await query(context, {
      // A trailing space: what is given here is whole words, not the beginning of one.
      text: `${text} `,
      sort: 'date',
      asOf,
      after,
      limit: exportPage,
    });
    if (!page.ok) return page;
    for (const { dispatchId } of page.value.hits) if (ids.size < most) ids.add(dispatchId);
    after = page.value.next;
  } while (after !== null && ids.size < most);
  return ok({ ids: [...ids], more: after !== null });
}

async function list(
  context: ServiceContext,
  { text, sort, asOf }: RequestOf<'search.export'>,
): Promise<Result<{ csv: string; rows: number; embargoed: number }, AppError>> {
  const hits: SearchHit[] = [];
  let embargoed = 0;
  let after: number | null = null;
  do {
    const page: Result<ResponseOf<'search.query'>, AppError> = await query(context, {
      text,
      sort,
      asOf,
      after,
      limit: exportPage,
    });
    if (!page.ok) return page;
    for (const hit of page.value.hits) {
      if (hit.embargoed) embargoed += 1;
      else hits.push(hit);
    }
    after = page.value.next;
  } while (after !== null && hits.length < mostExported);
  if (hits.length === 0) return err(appError('validation', 'nothing-found'));
  return ok({ csv: searchCsv(hits, context.zone()), rows: hits.length, embargoed });
}
