import {
  connectionOf,
  first,
  inTransaction,
  run,
  type ReadableDb,
  type WritableDb,
} from '../database';
import { searchTablesSql } from '../migrations/0040-search';
import { indexDispatch } from './index-dispatch';
import { forgetTerms } from './terms';

/** How far the index is. */
export type IndexProgress = {
  readonly building: boolean;
  /** Dispatches indexed, and in all. */
  readonly done: number;
  readonly of: number;
  /** Why it is being built: `new-schema`, `damaged`, `asked`; empty when it is whole. */
  readonly why: string;
};

/** How far the index is built. */
export function readIndexProgress(db: ReadableDb): IndexProgress {
  const row = first<{ building: number; done: number; why: string }>(
    db,
    'SELECT building, done, why FROM search_progress',
  );
  if (row === undefined || row.building === 0) {
    return { building: false, done: 0, of: 0, why: '' };
  }
  const of = first<{ n: number }>(db, 'SELECT count(*) AS n FROM dispatch')?.n ?? 0;
  return { building: true, done: row.done, of, why: row.why };
}

/** Whether the index lacks what it should have. */
export function isBuilding(db: ReadableDb): boolean {
  return first(db, 'SELECT 1 FROM search_progress WHERE building = 1') !== undefined;
}

/** What the index is kept in; the vocabulary, which reads the index, first. */
const searchTables = [
  'search_vocabulary',
  'search_index',
  'search_entry',
  'search_gone',
  'search_value',
  'search_term',
];

/**
 * Begins to build the index anew: everything in it is dropped, and `buildIndex` puts it back,
 * dispatch after dispatch. Searches read the texts until it is whole.
 */
export function resetIndex(db: WritableDb, input: { readonly why: string }): IndexProgress {
  inTransaction(db, () => {
    // Dropped, not emptied: what is damaged cannot be told to empty itself.
    const drops = searchTables.map((name) => `DROP TABLE IF EXISTS ${name};`).join('');
    connectionOf(db).exec(`${drops} ${searchTablesSql}`);
    forgetTerms(db);
    run(
      db,
      `UPDATE search_progress SET
         building = EXISTS (SELECT 1 FROM dispatch), done_to = '', done = 0, why = :why`,
      { why: input.why },
    );
  });
  return readIndexProgress(db);
}

/** Dispatches indexed in one transaction, and for how long at most (ms). */
const mostAtOnce = 32;

/**
 * Indexes the next dispatches of an index that is being built. What it has done is kept in the same
 * transaction: after a crash it goes on from there.
 *
 * @param time ms it may take
 */
export function buildIndex(db: WritableDb, input: { readonly time: number }): IndexProgress {
  inTransaction(db, () => {
    const began = performance.now();
    for (let index = 0; index < mostAtOnce; index += 1) {
      const next = nextDispatch(db);
      if (next === undefined) {
        run(db, `UPDATE search_progress SET building = 0, why = ''`);
        return;
      }
      indexDispatch(db, next);
      run(db, 'UPDATE search_progress SET done_to = :next, done = done + 1', { next });
      if (performance.now() - began > input.time) return;
    }
  });
  return readIndexProgress(db);
}

function nextDispatch(db: WritableDb): string | undefined {
  return first<{ id: string }>(
    db,
    `SELECT id FROM dispatch WHERE id > (SELECT done_to FROM search_progress)
     ORDER BY id LIMIT 1`,
  )?.id;
}
