import { highlightRanges, phraseMatcher, type Matcher } from '../../domain/query/highlight';
import { conjunction, type Lexicon } from '../../domain/query/match';
import type { PhraseClause, Query } from '../../domain/query/query';
import { all, type ReadableDb, type SqlParameters } from '../database';
import { entriesAt, partsOf, withSlug, type EntryRow } from './hits';
import type { TextPart } from './parts';
import type { Plan } from './plan';

/** Hits among which relevance is reckoned: the newest so many. */
export const mostRanked = 2_000;
/** Entries whose case and accents are looked at for one page, and for how long (ms). */
const mostRead = 5_000;
const readingTime = 400;

/** An entry of a page, with its text where it had to be read. */
export type Found = {
  readonly rowid: number;
  readonly row: EntryRow;
  readonly parts: readonly TextPart[];
};

/** A page of entries, and where the next one begins; null where there is none. */
export type Page = { readonly found: readonly Found[]; readonly next: number | null };

/**
 * The row ids a plan finds, newest first, from the one before `after` on.
 *
 * @param after the last row id of the page before; null for the first page
 */
export function newestRows(
  db: ReadableDb,
  plan: Plan,
  { after, limit }: { readonly after: number | null; readonly limit: number },
): readonly number[] {
  const { sql, row, parameters } = source(plan);
  const before = after === null ? '' : `AND ${row} < :after`;
  const bounds: SqlParameters = after === null ? {} : { after: BigInt(after) };
  return all<{ rowid: number }>(
    db,
    `SELECT ${row} AS rowid ${sql} ${before} ORDER BY ${row} DESC LIMIT :limit`,
    { ...parameters, ...bounds, limit: BigInt(limit) },
  ).map(({ rowid }) => rowid);
}

/** FROM and WHERE of a plan; its entries are joined only where a condition speaks of them. */
export function source({ match, conditions, parameters }: Plan): {
  readonly sql: string;
  readonly row: string;
  readonly parameters: SqlParameters;
} {
  if (match === null) {
    const where = conditions.map((condition) => condition.replaceAll('{row}', 'entry.rowid'));
    const sql = `FROM search_entry AS entry WHERE ${['1', ...where].join(' AND ')}`;
    return { sql, row: 'entry.rowid', parameters };
  }
  const row = 'search_index.rowid';
  const where = conditions.map((condition) => condition.replaceAll('{row}', row));
  const joined = where.some((condition) => condition.includes('entry.'));
  const join = joined ? `CROSS JOIN search_entry AS entry ON entry.rowid = ${row}` : '';
  const sql = `FROM search_index ${join} WHERE ${['search_index MATCH :match', ...where].join(' AND ')}`;
  return { sql, row, parameters: { ...parameters, match } };
}

/** A page of a plan's entries, newest first; those not written as asked are left out. */
export function newestPage(
  db: ReadableDb,
  plan: Plan,
  { after, limit }: { readonly after: number | null; readonly limit: number },
): Page {
  const asked = plan.written.length === 0 ? limit + 1 : Math.min(200, limit * 2);
  const began = performance.now();
  const found: Found[] = [];
  let from = after;
  for (let read = 0; read < mostRead; read += asked) {
    const rows = newestRows(db, plan, { after: from, limit: asked });
    for (const entry of readEntries(db, rows)) {
      if (found.length === limit) return { found, next: found.at(-1)?.rowid ?? null };
      if (isWritten(entry, plan.written)) found.push(entry);
    }
    from = rows.at(-1) ?? from;
    if (rows.length < asked) return { found, next: null };
    if (performance.now() - began > readingTime) break;
  }
  return { found, next: from };
}

/** Entries with their texts, in the order of their row ids given; those that are gone are left out. */
export function readEntries(db: ReadableDb, rowids: readonly number[]): readonly Found[] {
  const rows = new Map(entriesAt(db, rowids).map((row) => [row.rowid, row]));
  return rowids.flatMap((rowid) => {
    const row = rows.get(rowid);
    return row === undefined ? [] : [{ rowid, row, parts: partsOf(db, row) }];
  });
}

/** Whether phrases stand in an entry as they are written, case and accents too. */
export function isWritten({ row, parts }: Found, written: readonly PhraseClause[]): boolean {
  return written.every((phrase) => {
    const matchers: readonly Matcher[] = [phraseMatcher(phrase)];
    return byField(withSlug(row, parts)).some(
      ({ text, field }) => highlightRanges(text, matchers, field).length > 0,
    );
  });
}

/** The text of each field as one, as it was indexed: a phrase may go on in the next paragraph. */
function byField(parts: readonly TextPart[]): readonly TextPart[] {
  const texts = new Map<TextPart['field'], string>();
  for (const { field, text } of parts) {
    const before = texts.get(field);
    texts.set(field, before === undefined ? text : `${before}\n${text}`);
  }
  return [...texts].map(([field, text]) => ({ field, text }));
}

/** Weights of the columns, in their order: what a headline says, the story is about. */
const weights = '1, 3, 6, 1, 0.5, 0.2, 3, 1, 0.3, 0';

/**
 * The row ids a plan finds in order of relevance: those with the very words first, the others in
 * other forms after them, each by BM25. It is reckoned among the newest `mostRanked`, for FTS5
 * reads every place of every word of what it ranks.
 *
 * @param query what the plan is of
 */
export function rankedRows(
  db: ReadableDb,
  query: Query,
  plan: Plan,
): { readonly rowids: readonly number[]; readonly bounded: boolean } {
  const newest = newestRows(db, plan, { after: null, limit: mostRanked + 1 });
  const bounded = newest.length > mostRanked;
  const among = writtenAmong(db, newest.slice(0, mostRanked), plan.written);
  const [first] = among;
  const last = among.at(-1);
  if (plan.match === null || first === undefined || last === undefined) {
    return { rowids: among, bounded };
  }
  const within = { first: BigInt(first), last: BigInt(last) };
  const score = new Map(
    all<{ rowid: number; score: number }>(
      db,
      `SELECT rowid, bm25(search_index, ${weights}) AS score FROM search_index
       WHERE search_index MATCH :match AND rowid BETWEEN :last AND :first`,
      { match: plan.match, ...within },
    ).map((row) => [row.rowid, row.score]),
  );
  const exact = exactRows(db, query, within);
  const order = among.toSorted(
    (a, b) =>
      Number(exact.has(b)) - Number(exact.has(a)) ||
      (score.get(a) ?? 0) - (score.get(b) ?? 0) ||
      b - a,
  );
  return { rowids: order, bounded };
}

function writtenAmong(
  db: ReadableDb,
  rowids: readonly number[],
  written: readonly PhraseClause[],
): readonly number[] {
  if (written.length === 0) return rowids;
  return readEntries(db, rowids)
    .filter((entry) => isWritten(entry, written))
    .map(({ rowid }) => rowid);
}

/** Words stand for themselves alone. */
const literally: Lexicon = { expand: () => [], values: () => [] };

function exactRows(
  db: ReadableDb,
  query: Query,
  within: { readonly first: bigint; readonly last: bigint },
): ReadonlySet<number> {
  const words = query.clauses.filter((clause) => clause.type !== 'filter' && clause.type !== 'not');
  const match = words.length === 0 ? null : conjunction(words, literally);
  if (match === null) return new Set();
  return new Set(
    all<{ rowid: number }>(
      db,
      `SELECT rowid FROM search_index
       WHERE search_index MATCH :match AND rowid BETWEEN :last AND :first`,
      { match, ...within },
    ).map(({ rowid }) => rowid),
  );
}
