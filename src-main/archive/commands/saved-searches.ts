import { all, inTransaction, run, type ReadableDb, type WritableDb } from '../database';
import { Refusal } from '../refusal';

/** A search kept by its name. */
export type SavedSearch = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly sort: 'date' | 'relevance';
  /** ms: what came into the archive since is new. */
  readonly seenAt: number;
};

/** The saved searches, in the order of their names. */
export function readSavedSearches(db: ReadableDb): readonly SavedSearch[] {
  return all<SavedSearch>(
    db,
    `SELECT id, name, query, sort, seen_at AS seenAt FROM saved_search
     ORDER BY name COLLATE NOCASE, id`,
  );
}

/** Saves a search under a name, in place of one of that name. */
export function saveSearch(
  db: WritableDb,
  input: Omit<SavedSearch, 'seenAt'> & { readonly now: number },
): void {
  inTransaction(db, () => {
    run(db, 'DELETE FROM saved_search WHERE name = :name', { name: input.name });
    run(
      db,
      `INSERT INTO saved_search (id, name, query, sort, created_at, seen_at)
       VALUES (:id, :name, :query, :sort, :now, :now)`,
      { ...input },
    );
  });
}

/** Notes that a saved search was looked at: from now on, what comes is new. */
export function seeSavedSearch(
  db: WritableDb,
  input: { readonly id: string; readonly now: number },
): void {
  const changed = run(db, 'UPDATE saved_search SET seen_at = :now WHERE id = :id', { ...input });
  if (changed === 0) throw new Refusal('not-found', 'saved search');
}

/** Removes a saved search. */
export function removeSavedSearch(db: WritableDb, input: { readonly id: string }): void {
  if (run(db, 'DELETE FROM saved_search WHERE id = :id', { ...input }) === 0) {
    throw new Refusal('not-found', 'saved search');
  }
}
