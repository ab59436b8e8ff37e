import { all, first, inTransaction, run, type ReadableDb, type WritableDb } from '../database';
import { indexDraft } from '../search/index-dispatch';
import { refreshWireRow } from './wire-row';

/**
 * Opens a session of writing. A session that was never closed ended in a crash; what was saved in
 * it is what `recoveredDrafts` tells of, until acknowledged.
 */
export function openSession(
  db: WritableDb,
  input: { readonly now: number },
): { readonly crashed: boolean } {
  return inTransaction(db, () => {
    const crashed =
      first(db, 'SELECT 1 FROM session WHERE closed_at IS NULL LIMIT 1') !== undefined;
    run(db, 'INSERT INTO session (opened_at) VALUES (:now)', { now: input.now });
    if (crashed) catchUpWithJournals(db);
    return { crashed };
  });
}

/** Closes the session in good order. */
export function closeSession(db: WritableDb, input: { readonly now: number }): void {
  run(db, 'UPDATE session SET closed_at = :now WHERE id = :id', {
    now: input.now,
    id: currentSession(db),
  });
}

/** Closes the sessions that crashed, so that they are told of once. */
export function acknowledgeRecovery(db: WritableDb, input: { readonly now: number }): void {
  run(db, 'UPDATE session SET closed_at = :now WHERE closed_at IS NULL AND id < :id', {
    now: input.now,
    id: currentSession(db),
  });
}

/** The id of the session now open; 0 before the first. */
export function currentSession(db: ReadableDb): number {
  return first<{ id: number }>(db, 'SELECT max(id) AS id FROM session')?.id ?? 0;
}

/** The sessions before this one that were never closed. */
export function crashedSessions(db: ReadableDb): readonly number[] {
  return all<{ id: number }>(
    db,
    'SELECT id FROM session WHERE closed_at IS NULL AND id < :current',
    { current: currentSession(db) },
  ).map((session) => session.id);
}

/** Words journaled since the last checkpoint are not yet in the wire and the index; what it held is kept, to be compared with. */
function catchUpWithJournals(db: WritableDb): void {
  const drafts = all<{ id: string; dispatchId: string }>(
    db,
    `SELECT id, dispatch_id AS dispatchId FROM draft
     WHERE discarded_at IS NULL AND version > checkpoint_version`,
  );
  for (const draft of drafts) {
    keepLastSave(db, draft.id);
    indexDraft(db, draft.id);
    refreshWireRow(db, draft.dispatchId);
  }
}

/** Keeps a draft as it was last saved whole among its versions. */
function keepLastSave(db: WritableDb, draftId: string): void {
  run(
    db,
    `INSERT OR IGNORE INTO draft_revision (draft_id, version, document, saved_at)
     SELECT id, checkpoint_version, checkpoint, coalesce(
       (SELECT max(saved_at) FROM draft_journal
        WHERE draft_id = draft.id AND base_version < checkpoint_version), created_at)
     FROM draft WHERE id = :draftId`,
    { draftId },
  );
}
