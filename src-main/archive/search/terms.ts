import { stem } from '../../domain/text/stem';
import { gathered, run, type WritableDb } from '../database';

type Counts = Map<string, number>;

/**
 * Counts the terms an entry came with. They are written once a transaction: entries share most of
 * their terms.
 */
export function countTerms(db: WritableDb, terms: ReadonlySet<string>): void {
  const counts = gathered(
    db,
    'search terms',
    () => new Map<string, number>(),
    (all) => write(db, all),
  );
  const all: Counts = counts ?? new Map<string, number>();
  for (const term of terms) all.set(term, (all.get(term) ?? 0) + 1);
  if (counts === null) write(db, all);
}

function write(db: WritableDb, counts: Counts): void {
  // In order, so that neighbours in the table are written together.
  for (const [term, uses] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    run(
      db,
      `INSERT INTO search_term (term, stem, uses) VALUES (:term, :stem, :uses)
       ON CONFLICT DO UPDATE SET uses = uses + :uses`,
      { term, stem: stem(term), uses },
    );
  }
}
