import { stem } from '../../domain/text/stem';
import { connectionOf, gathered, inTransaction, run, type WritableDb } from '../database';

type Counts = Map<string, number>;

/** Uses of known terms not yet written, by connection. */
const waiting = new WeakMap<object, Counts>();
/** So many are written at once, in a pause: a millisecond or two. */
const settledAtOnce = 500;

/**
 * Counts the terms an entry came with. New ones are written with the entry, since words are looked
 * up by them; how often known ones are used only orders them, and would make every commit write
 * pages all over the table: that waits for a pause ({@link settleTerms}). A crash forgets the last
 * of it, which `reindex` counts anew.
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

/**
 * Writes some of the uses that wait.
 *
 * @returns whether more wait
 */
export function settleTerms(db: WritableDb, most = settledAtOnce): boolean {
  const counts = waiting.get(connectionOf(db));
  if (counts === undefined || counts.size === 0) return false;
  const some = inOrder(counts).slice(0, most);
  inTransaction(db, () => {
    for (const [term, uses] of some) {
      run(db, 'UPDATE search_term SET uses = uses + :uses WHERE term = :term', { term, uses });
    }
  });
  for (const [term] of some) counts.delete(term);
  return counts.size > 0;
}

/** Forgets the uses that wait: the index they were counted for is made anew. */
export function forgetTerms(db: WritableDb): void {
  waiting.delete(connectionOf(db));
}

function write(db: WritableDb, counts: Counts): void {
  const connection = connectionOf(db);
  const later = waiting.get(connection) ?? new Map<string, number>();
  waiting.set(connection, later);
  for (const [term, uses] of inOrder(counts)) {
    const values = { term, stem: stem(term), uses };
    const added = run(
      db,
      'INSERT OR IGNORE INTO search_term (term, stem, uses) VALUES (:term, :stem, :uses)',
      values,
    );
    if (added === 0) later.set(term, (later.get(term) ?? 0) + uses);
  }
}

/** So that neighbours in the table are written together. */
function inOrder(counts: Counts): [string, number][] {
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
