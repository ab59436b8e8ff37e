import {
  all,
  first,
  insertRow as insert,
  run,
  type ReadableDb,
  type WritableDb,
} from '../database';
import type { BundleRow } from '../queries/bundle';
import { indexNote, refreshStandings } from '../search/index-dispatch';
import { refreshWireRow } from '../commands/wire-row';
import { salvagedTables } from './gather';

/**
 * Brings in what belongs to no record: notes on drafts, what became of notes since the base was
 * made, exports, saved searches. Part of a caller's transaction.
 *
 * @returns the tables of which not every row fitted
 */
export function salvageRest(gathered: ReadableDb, base: WritableDb): readonly string[] {
  const torn = new Set<string>();
  const bring = (table: string, row: BundleRow): void => {
    try {
      insert(base, table, row);
    } catch {
      torn.add(table);
    }
  };
  const notes = all<BundleRow>(gathered, 'SELECT * FROM note');
  for (const note of notes) {
    if (note['draft_id'] !== null) bring('note', onWhatIsThere(base, note));
    if (changesOf(gathered, note) > changesOf(base, note)) bringUpToDate(base, note);
  }
  for (const table of salvagedTables.slice(salvagedTables.indexOf('note_reply'))) {
    for (const row of all<BundleRow>(gathered, `SELECT * FROM ${table}`)) bring(table, row);
  }
  for (const note of notes) {
    const id = String(note['id']);
    if (first(base, 'SELECT 1 FROM note WHERE id = :id', { id }) === undefined) continue;
    indexNote(base, id);
    refreshStandings(base, String(note['dispatch_id']));
    refreshWireRow(base, String(note['dispatch_id']));
  }
  return [...torn];
}

/** A note whose draft is gone stays with its dispatch. */
function onWhatIsThere(base: ReadableDb, note: BundleRow): BundleRow {
  const draft = first(base, 'SELECT 1 FROM draft WHERE id = :id', { id: note['draft_id'] ?? null });
  if (draft !== undefined) return note;
  return { ...note, draft_id: null, anchor: null, anchor_version: null, part: 'words' };
}

function changesOf(db: ReadableDb, note: BundleRow): number {
  const id = note['id'] ?? null;
  return (
    first<{ n: number }>(db, 'SELECT count(*) AS n FROM note_event WHERE note_id = :id', { id })
      ?.n ?? 0
  );
}

function bringUpToDate(base: WritableDb, note: BundleRow): void {
  const { id, kind, body, addressee, state, edited_at: editedAt } = note;
  try {
    run(
      base,
      `UPDATE note SET kind = :kind, body = :body, addressee = :addressee, state = :state,
         edited_at = :editedAt WHERE id = :id`,
      {
        id: id ?? null,
        kind: kind ?? null,
        body: body ?? null,
        addressee: addressee ?? '',
        state: state ?? null,
        editedAt: editedAt ?? null,
      },
    );
  } catch {
    // A value that does not fit its column was damaged: the base's stay.
  }
}
