import { distinctPersons } from '../../domain/exchange/persons';
import { first, inTransaction, run, type WritableDb } from '../database';
import { Refusal } from '../refusal';
import { touchEntries } from '../search/index-entry';

/** Says whom a dispatch speaks of, in place of what was said before. */
export function setPersons(
  db: WritableDb,
  { id, persons }: { readonly id: string; readonly persons: readonly string[] },
): void {
  inTransaction(db, () => {
    if (first(db, 'SELECT 1 FROM dispatch WHERE id = :id', { id }) === undefined) {
      throw new Refusal('not-found', 'dispatch');
    }
    run(db, 'DELETE FROM dispatch_person WHERE dispatch_id = :id', { id });
    insertPersons(db, id, persons);
    touchEntries(db, id);
  });
}

/** Puts in the persons of a dispatch that has none yet, within a transaction. */
export function insertPersons(db: WritableDb, id: string, persons: readonly string[]): void {
  for (const [position, name] of distinctPersons(persons).entries()) {
    run(
      db,
      `INSERT OR IGNORE INTO dispatch_person (dispatch_id, position, name)
       VALUES (:id, :position, :name)`,
      { id, position, name },
    );
  }
}
