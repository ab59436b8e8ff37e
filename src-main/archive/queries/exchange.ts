import type { Subject } from '../../domain/exchange/item';
import { all, first, type ReadableDb } from '../database';

/** What is known of a dispatch for its way out, besides what the window shows. */
export type ExchangeFacts = {
  /** What its source calls it; null for one that was written here. */
  readonly guid: string | null;
  /** The newest version that came in; null where the source does not count them. */
  readonly version: number | null;
  readonly subjects: readonly Subject[];
  readonly persons: readonly string[];
};

/** The name a source gave a dispatch, its subjects, and the persons it speaks of. */
export function readExchangeFacts(db: ReadableDb, input: { readonly id: string }): ExchangeFacts {
  const source = first<{ guid: string; version: number | null }>(
    db,
    'SELECT guid, version FROM exchange_source WHERE dispatch_id = :id ORDER BY guid LIMIT 1',
    input,
  );
  const { guid = null, version = null } = source ?? {};
  return {
    guid,
    version,
    subjects: readSubjects(db, input.id),
    persons: readPersons(db, input.id),
  };
}

/** What a dispatch is about. */
export function readSubjects(db: ReadableDb, id: string): Subject[] {
  return all<Subject>(
    db,
    'SELECT code, name FROM dispatch_subject WHERE dispatch_id = :id ORDER BY position',
    { id },
  );
}

/** The names of the persons a dispatch speaks of. */
export function readPersons(db: ReadableDb, id: string): string[] {
  return all<{ name: string }>(
    db,
    'SELECT name FROM dispatch_person WHERE dispatch_id = :id ORDER BY position',
    { id },
  ).map(({ name }) => name);
}

/** A page of the ids of all dispatches with a published take, in the order they were begun. */
export function listPublishedIds(
  db: ReadableDb,
  input: { readonly after: string; readonly limit: number },
): readonly string[] {
  return all<{ id: string }>(
    db,
    `SELECT id FROM dispatch WHERE id > :after
       AND EXISTS (SELECT 1 FROM take WHERE take.dispatch_id = dispatch.id)
     ORDER BY id LIMIT :limit`,
    input,
  ).map(({ id }) => id);
}
