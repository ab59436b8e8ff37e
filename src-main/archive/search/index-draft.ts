import { first, type WritableDb } from '../database';
import { loadDraftOf } from '../queries/drafts';
import { putSearchEntry, searchTextOf } from './index-entry';

/** Brings the index up to a draft's last saved words; part of a caller's transaction. */
export function indexDraft(db: WritableDb, draftId: string): void {
  const row = first<{ dispatchId: string; slug: string }>(
    db,
    `SELECT dispatch.id AS dispatchId, slug FROM draft
     JOIN dispatch ON dispatch.id = draft.dispatch_id WHERE draft.id = :draftId`,
    { draftId },
  );
  const draft = row === undefined ? null : loadDraftOf(db, row.dispatchId);
  if (row === undefined || draft === null) return;
  putSearchEntry(db, {
    source: 'draft',
    sourceId: draft.id,
    dispatchId: row.dispatchId,
    kind: draft.kind,
    at: draft.savedAt,
    text: searchTextOf(draft.document, row.slug),
  });
}
