import { gathered, run, type WritableDb } from '../database';
import type { SearchText } from './index-entry';

/** What goes into the columns of the index: terms with spaces between them. */
type IndexColumns = Readonly<Record<keyof SearchText | 'fact', string>>;

type Waiting = { readonly rows: Map<bigint, IndexColumns>; size: number };

/** UTF-16 units that wait for the commit; more are written before it. */
const mostWaiting = 16 * 1024 * 1024;

/**
 * Puts a row into the index. The rows of a transaction are written at its end, in rising order:
 * FTS5 begins a new segment with every row that is not above the one before, and can keep no more
 * than 2,000 of them.
 */
export function indexWords(db: WritableDb, rowid: bigint, columns: IndexColumns): void {
  const waiting = waitingIn(db);
  if (waiting === null) {
    insert(db, rowid, columns);
    return;
  }
  waiting.rows.set(rowid, columns);
  waiting.size += columns.body.length;
  if (waiting.size > mostWaiting) writeAll(db, waiting);
}

/** Takes a row out of the index. */
export function forgetWords(db: WritableDb, rowid: bigint): void {
  if (waitingIn(db)?.rows.delete(rowid) === true) return;
  run(db, 'DELETE FROM search_index WHERE rowid = :rowid', { rowid });
}

function waitingIn(db: WritableDb): Waiting | null {
  return gathered<Waiting>(
    db,
    'search index',
    () => ({ rows: new Map(), size: 0 }),
    (all) => writeAll(db, all),
  );
}

function writeAll(db: WritableDb, waiting: Waiting): void {
  const rows = [...waiting.rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [rowid, columns] of rows) insert(db, rowid, columns);
  waiting.rows.clear();
  waiting.size = 0;
}

function insert(db: WritableDb, rowid: bigint, columns: IndexColumns): void {
  run(
    db,
    `INSERT INTO search_index
       (rowid, body, lead, headline, caption, credit, sign, slug, note, original, fact)
     VALUES (:rowid, :body, :lead, :headline, :caption, :credit, :sign, :slug, :note, :original,
       :fact)`,
    { rowid, ...columns },
  );
}
