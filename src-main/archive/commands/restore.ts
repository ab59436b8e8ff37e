import type { AppError } from '../../contract/errors';
import { parseDocument } from '../../domain/document/node';
import { all, first, inTransaction, run, type WritableDb } from '../database';
import { bundleTables, type BundleRow, type BundleRows, type BundleTable } from '../queries/bundle';
import { readDispatch } from '../queries/dispatch';
import { readHistory } from '../queries/history';
import { errorOf, Refusal } from '../refusal';
import { indexDispatch } from '../search/index-dispatch';
import { sha256 } from '../sha256';
import { holdPictures, putPicture, type NewPicture } from './pictures';
import { refreshWireRow } from './wire-row';

/** A dispatch from a bundle, with the files it came from. */
export type RestoreInput = {
  readonly rows: BundleRows;
  readonly originals: readonly { readonly bytes: Uint8Array; readonly encoding: string }[];
  /** The pictures of its takes. */
  readonly pictures: readonly NewPicture[];
};

/** What became of a dispatch from a bundle. */
export type Restored =
  | { readonly is: 'added' | 'unchanged'; readonly dispatchId: string; readonly takes: number }
  | { readonly is: 'updated'; readonly dispatchId: string; readonly takes: number }
  | { readonly is: 'refused'; readonly error: AppError };

/**
 * Brings a dispatch from a bundle into the archive as it was, with its ids, its record and its
 * hashes; or what the archive does not have of it yet, where its record begins as the one here. One
 * that tells another history under the same id, or whose hashes do not fit, is refused whole.
 */
export function restoreDispatch(db: WritableDb, input: RestoreInput): Restored {
  try {
    return inTransaction(db, () => restore(db, input));
  } catch (thrown) {
    return { is: 'refused', error: errorOf(thrown) };
  }
}

function restore(db: WritableDb, { rows, originals, pictures }: RestoreInput): Restored {
  const dispatchId = rows.dispatch[0]?.['id'];
  if (rows.dispatch.length !== 1 || typeof dispatchId !== 'string') throw notABundle();
  const documents = rows.take.map((take) => {
    const document = parseDocument(JSON.parse(String(take['document'])));
    if (!document.ok) throw new Refusal('validation', 'document');
    return document.value;
  });
  const known = revisionsHere(db, dispatchId);
  const given = rows.revision.map((row) => row['hash']);
  if (known.some((hash, index) => given[index] !== undefined && given[index] !== hash)) {
    throw new Refusal('conflict', 'other-history');
  }
  const takesBefore = takeCount(db, dispatchId);
  let changed = 0;
  for (const { bytes, encoding } of originals) {
    run(
      db,
      'INSERT INTO original (sha256, bytes, encoding) VALUES (:hash, :bytes, :encoding) ON CONFLICT DO NOTHING',
      { hash: sha256(bytes), bytes, encoding },
    );
  }
  const addedAt = Number(rows.dispatch[0]?.['created_at'] ?? 0);
  for (const picture of pictures) putPicture(db, picture, addedAt);
  for (const table of Object.keys(bundleTables) as BundleTable[]) {
    for (const row of rows[table]) changed += insertRow(db, table, row, dispatchId);
  }
  for (const document of documents) holdPictures(db, document);
  if (known.length > 0 && given.length > known.length) followRecord(db, rows);
  if (changed === 0) return { is: 'unchanged', dispatchId, takes: 0 };
  if (!readHistory(db, { id: dispatchId }).chainIsWhole)
    throw new Refusal('validation', 'bundle-record');
  // What cannot be read again must not come in: this refuses it.
  readDispatch(db, { id: dispatchId });
  indexDispatch(db, dispatchId);
  refreshWireRow(db, dispatchId);
  const takes = takeCount(db, dispatchId) - takesBefore;
  return { is: known.length === 0 ? 'added' : 'updated', dispatchId, takes };
}

/** What is derived from the record, where that of the bundle goes on from the one here. */
function followRecord(db: WritableDb, rows: BundleRows): void {
  for (const { take_id, stamp_precision, stamp_instant, stamp_zone } of rows.supplied_stamp) {
    run(
      db,
      `UPDATE supplied_stamp SET stamp_precision = :stamp_precision,
         stamp_instant = :stamp_instant, stamp_zone = :stamp_zone WHERE take_id = :take_id`,
      {
        take_id: take_id ?? null,
        stamp_precision: stamp_precision ?? null,
        stamp_instant: stamp_instant ?? null,
        stamp_zone: stamp_zone ?? null,
      },
    );
  }
  const dispatch = rows.dispatch[0];
  run(db, 'UPDATE dispatch SET embargo_until = :until, embargo_zone = :zone WHERE id = :id', {
    id: dispatch?.['id'] ?? null,
    until: dispatch?.['embargo_until'] ?? null,
    zone: dispatch?.['embargo_zone'] ?? null,
  });
}

function notABundle(): Refusal {
  return new Refusal('validation', 'bundle');
}

function revisionsHere(db: WritableDb, dispatchId: string): readonly string[] {
  return all<{ hash: string }>(
    db,
    'SELECT hash FROM revision WHERE dispatch_id = :dispatchId ORDER BY number',
    { dispatchId },
  ).map(({ hash }) => hash);
}

function takeCount(db: WritableDb, dispatchId: string): number {
  return (
    first<{ takes: number }>(
      db,
      'SELECT count(*) AS takes FROM take WHERE dispatch_id = :dispatchId',
      { dispatchId },
    )?.takes ?? 0
  );
}

/** Columns that count rows of one archive only. */
const ownColumns: ReadonlySet<string> = new Set(['note_event.id', 'import.id']);
/** Names of tables and columns are the archive's own: a bundle's are only looked for among them. */
const columnsOf = new Map<BundleTable, readonly string[]>();

/**
 * Puts a row in its table, unless it is there. Every row must be of the dispatch: those that name
 * their dispatch name it, the others belong to its takes and notes by foreign keys.
 */
function insertRow(db: WritableDb, table: BundleTable, row: BundleRow, dispatchId: string): number {
  if (table === 'note_link') {
    if (!leadsSomewhere(db, row)) return 0;
  } else if ('dispatch_id' in row && row['dispatch_id'] !== dispatchId) throw notABundle();
  const columns = knownColumns(db, table).filter((column) => column in row);
  const values: Record<string, string | number | null> = {};
  for (const column of columns) {
    const value = row[column];
    if (value !== null && typeof value !== 'string' && typeof value !== 'number')
      throw notABundle();
    values[column] = value;
  }
  if (table === 'note_event' && isThere(db, values)) return 0;
  return run(
    db,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})
     ON CONFLICT DO NOTHING`,
    values,
  );
}

/** A link to a dispatch that is not in this archive leads nowhere. */
export function leadsSomewhere(db: WritableDb, { dispatch_id: to }: BundleRow): boolean {
  return first(db, 'SELECT 1 FROM dispatch WHERE id = :to', { to: to ?? null }) !== undefined;
}

/** A change of a note has no name of its own: it is there when one says the same. */
function isThere(
  db: WritableDb,
  values: Readonly<Record<string, string | number | null>>,
): boolean {
  return (
    first(
      db,
      `SELECT 1 FROM note_event WHERE note_id = :note_id AND at = :at AND author = :author
         AND change = :change AND before = :before`,
      values,
    ) !== undefined
  );
}

function knownColumns(db: WritableDb, table: BundleTable): readonly string[] {
  let columns = columnsOf.get(table);
  if (columns === undefined) {
    columns = all<{ name: string }>(db, `SELECT name FROM pragma_table_info('${table}')`)
      .map(({ name }) => name)
      .filter((name) => !ownColumns.has(`${table}.${name}`));
    columnsOf.set(table, columns);
  }
  return columns;
}
