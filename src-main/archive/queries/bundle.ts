import { all, first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';

/** A row as it stands in its table. */
export type BundleRow = Readonly<Record<string, string | number | null>>;

/**
 * The tables a bundle holds of a dispatch, in the order they can be written in, and which of their
 * rows: all that is published and kept of it. Drafts, and notes on them, stay at the desk.
 */
export const bundleTables = {
  dispatch: 'id = :id',
  take: 'dispatch_id = :id ORDER BY ordinal',
  revision: 'dispatch_id = :id ORDER BY number',
  supplied_stamp: 'take_id IN (SELECT id FROM take WHERE dispatch_id = :id) ORDER BY take_id',
  note: 'dispatch_id = :id AND draft_id IS NULL ORDER BY created_at, id',
  note_reply:
    'note_id IN (SELECT id FROM note WHERE dispatch_id = :id AND draft_id IS NULL) ORDER BY created_at, id',
  note_event:
    'note_id IN (SELECT id FROM note WHERE dispatch_id = :id AND draft_id IS NULL) ORDER BY id',
  note_link: 'note_id IN (SELECT id FROM note WHERE dispatch_id = :id AND draft_id IS NULL)',
  exchange_source: 'dispatch_id = :id ORDER BY guid',
  dispatch_subject: 'dispatch_id = :id ORDER BY position',
  dispatch_person: 'dispatch_id = :id ORDER BY position',
  import: 'dispatch_id = :id ORDER BY id',
} as const;
export type BundleTable = keyof typeof bundleTables;

/** Everything the archive has of a dispatch, row by row. */
export type BundleRows = Readonly<Record<BundleTable, readonly BundleRow[]>>;

/** The rows of a dispatch; refuses with `not-found`. */
export function readBundleRows(db: ReadableDb, input: { readonly id: string }): BundleRows {
  if (first(db, 'SELECT 1 FROM dispatch WHERE id = :id', input) === undefined) {
    throw new Refusal('not-found', 'dispatch');
  }
  const rows = Object.entries(bundleTables).map(([table, which]) => [
    table,
    all<BundleRow>(db, `SELECT * FROM ${table} WHERE ${which}`, input),
  ]);
  return Object.fromEntries(rows) as BundleRows;
}
