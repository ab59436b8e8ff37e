import { first, insertRow, inTransaction, type WritableDb } from '../database';
import { draftTables, type DraftRows } from '../queries/backed-up';
import type { BundleRow } from '../queries/bundle';
import { loadDraft } from '../queries/drafts';
import { Refusal } from '../refusal';
import { indexDispatch } from '../search/index-dispatch';
import { leadsSomewhere, restoreDispatch, type RestoreInput } from './restore';
import { currentSession } from './sessions';
import { refreshWireRow } from './wire-row';

/** A dispatch as a backup has it, with the draft that was open then. */
export type BackedUpDispatch = RestoreInput & { readonly draft: DraftRows };

/** What a dispatch got back. */
export type BroughtBack = {
  readonly dispatchId: string;
  readonly takes: number;
  readonly notes: number;
  readonly draft: boolean;
};

/**
 * Brings back what a backup has of a dispatch and the archive has not: all of it, with its draft,
 * where the dispatch is gone; else the takes its record goes on with, and notes. What is there is
 * never changed: a record that tells another history is refused, an open draft stays as it is.
 */
export function bringBackDispatch(db: WritableDb, input: BackedUpDispatch): BroughtBack {
  return inTransaction(db, () => {
    const dispatchId = String(input.rows.dispatch[0]?.['id']);
    const isThere = first(db, 'SELECT 1 FROM dispatch WHERE id = :dispatchId', { dispatchId });
    const notesBefore = countNotes(db, dispatchId);
    const restored = restoreDispatch(db, input);
    if (restored.is === 'refused') {
      const { code, reason, facts } = restored.error;
      throw new Refusal(code, reason, facts);
    }
    const draft = isThere === undefined ? bringDraft(db, dispatchId, input.draft) : false;
    return {
      dispatchId,
      takes: restored.takes,
      notes: countNotes(db, dispatchId) - notesBefore,
      draft,
    };
  });
}

/** The draft a dispatch had, with its journal and the notes on it; whether it had one. */
function bringDraft(db: WritableDb, dispatchId: string, rows: DraftRows): boolean {
  const [draft] = rows.draft;
  if (draft === undefined) return false;
  for (const table of Object.keys(draftTables) as (keyof DraftRows)[]) {
    for (const row of rows[table]) {
      if (table === 'note_link' && !leadsSomewhere(db, row)) continue;
      insertRow(db, table, ofThisArchive(db, table, row));
    }
  }
  // What cannot be read again must not come in: this refuses it.
  loadDraft(db, String(draft['id']));
  indexDispatch(db, dispatchId);
  refreshWireRow(db, dispatchId);
  return true;
}

/** Sessions, and numbers of rows, are those of one archive. */
function ofThisArchive(db: WritableDb, table: keyof DraftRows, row: BundleRow): BundleRow {
  if (table === 'draft') return { ...row, saved_in_session: currentSession(db) };
  if (table !== 'note_event') return row;
  const { id: _number, ...rest } = row;
  return rest;
}

function countNotes(db: WritableDb, dispatchId: string): number {
  return (
    first<{ n: number }>(db, 'SELECT count(*) AS n FROM note WHERE dispatch_id = :dispatchId', {
      dispatchId,
    })?.n ?? 0
  );
}
