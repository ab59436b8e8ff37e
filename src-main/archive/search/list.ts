import { highlightRanges, phraseMatcher, type Matcher } from '../../domain/query/highlight';
import type { PhraseClause } from '../../domain/query/query';
import { all, type ReadableDb, type SqlParameters } from '../database';
import { entriesAt, partsOf, withSlug, type EntryRow } from './hits';
import type { TextPart } from './parts';
import type { Plan } from './plan';

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
