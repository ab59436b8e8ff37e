import { first, type ReadableDb } from '../database';

/** Row ids for each second. Later arrivals take the next free ones: 8 keep the deltas FTS5 stores at two bytes. */
export const rowsPerSecond = 8;

/** The least row id of an entry of an instant (ms). Integers are bound as such: SQLite compares a bound double far more slowly. */
export function rowOf(at: number): bigint {
  return BigInt(Math.floor(at / 1_000)) * BigInt(rowsPerSecond);
}

/** Where the search for a free row last ended, for the seconds that many entries share. */
const lastFree = new WeakMap<object, Map<bigint, bigint>>();
const mostRemembered = 5_000;

/**
 * The next free row id for an instant. Where thousands share a second (a day without a time), the
 * search goes on where it last ended.
 */
export function freeRow(db: ReadableDb, at: number): bigint {
  const from = rowOf(at);
  let remembered = lastFree.get(db);
  if (remembered === undefined || remembered.size > mostRemembered) {
    remembered = new Map();
    lastFree.set(db, remembered);
  }
  let rowid = remembered.get(from) ?? from;
  while (first(db, 'SELECT 1 FROM search_entry WHERE rowid = :rowid', { rowid }) !== undefined) {
    rowid += 1n;
  }
  remembered.set(from, rowid);
  return rowid;
}
