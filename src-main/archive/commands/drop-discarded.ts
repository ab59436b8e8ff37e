import { all, inTransaction, run, type WritableDb } from '../database';
import { removeSearchEntry } from '../search/index-entry';
import { discardedKept } from '../queries/discarded';

/**
 * Lets go of the drafts that were discarded longer ago than they are kept, with the notes on them.
 * Their dispatches stay, also those of which nothing was published: they have a record.
 *
 * @returns how many
 */
export function dropDiscarded(db: WritableDb, { now }: { readonly now: number }): number {
  const before = { before: now - discardedKept };
  const due = 'SELECT id FROM draft WHERE discarded_at < :before';
  if (all(db, `${due} LIMIT 1`, before).length === 0) return 0;
  return inTransaction(db, () => {
    const drafts = all<{ id: string }>(db, due, before);
    for (const { id: draftId } of drafts) {
      const notes = all<{ id: string }>(db, 'SELECT id FROM note WHERE draft_id = :draftId', {
        draftId,
      });
      for (const { id } of notes) dropNote(db, id);
      removeSearchEntry(db, draftId);
      run(db, 'DELETE FROM draft WHERE id = :draftId', { draftId });
    }
    return drafts.length;
  });
}

function dropNote(db: WritableDb, id: string): void {
  for (const table of ['note_reply', 'note_event', 'note_link']) {
    run(db, `DELETE FROM ${table} WHERE note_id = :id`, { id });
  }
  removeSearchEntry(db, id);
  run(db, 'DELETE FROM note WHERE id = :id', { id });
}
