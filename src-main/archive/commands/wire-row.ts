import { parseDocument } from '../../domain/document/node';
import { documentParts } from '../../domain/document/build';
import { newestInstant, type Stamp } from '../../domain/record/stamp';
import type { TakeKind } from '../../domain/record/take';
import { all, first, run, type WritableDb } from '../database';
import { stampOf, type StampColumns } from '../queries/stamp-columns';
import { loadDraftOf, type LoadedDraft } from '../queries/drafts';
import { wantsAnswer } from '../queries/notes';

type TakeRow = StampColumns & {
  readonly kind: TakeKind;
  readonly document: string;
  readonly recordedAt: number;
};

/**
 * Derives a dispatch's row of the wire from its takes, draft and notes. Called by every command
 * that touches one of them, inside its transaction.
 */
export function refreshWireRow(db: WritableDb, dispatchId: string): void {
  const takes = all<TakeRow>(
    db,
    `SELECT kind, stamp_precision, stamp_instant, stamp_zone, document, recorded_at AS recordedAt
     FROM published_take WHERE dispatch_id = :dispatchId ORDER BY ordinal`,
    { dispatchId },
  );
  const draft = loadDraftOf(db, dispatchId);
  if (takes.length === 0 && draft === null) {
    // Its only draft was discarded: kept, but nothing for the wire to show.
    run(db, 'DELETE FROM wire_row WHERE dispatch_id = :dispatchId', { dispatchId });
    return;
  }
  const notes = first<{ openNotes: number; openQueries: number }>(
    db,
    `SELECT count(*) AS openNotes, count(*) FILTER (WHERE ${wantsAnswer}) AS openQueries
     FROM note LEFT JOIN draft ON draft.id = note.draft_id
     WHERE note.dispatch_id = :dispatchId AND state = 'open' AND discarded_at IS NULL`,
    { dispatchId },
  );
  run(
    db,
    `INSERT OR REPLACE INTO wire_row
       (dispatch_id, headline, at, at_is, takes, photos, has_draft, open_notes, open_queries,
        corrected, killed)
     VALUES (:dispatchId, :headline, :at, :atIs, :takes, :photos, :hasDraft, :openNotes,
        :openQueries, :corrected, :killed)`,
    {
      dispatchId,
      ...shownOf(takes, draft),
      ...timeOf(takes, draft),
      takes: takes.length,
      hasDraft: draft === null ? 0 : 1,
      openNotes: notes?.openNotes ?? 0,
      openQueries: notes?.openQueries ?? 0,
      corrected: takes.some((take) => take.kind === 'correction') ? 1 : 0,
      killed: takes.some((take) => take.kind === 'kill') ? 1 : 0,
    },
  );
}

/**
 * A dispatch is known by the headline of its report, or of the draft that will be its report; its
 * photos are those of its takes.
 */
function shownOf(
  takes: readonly TakeRow[],
  draft: LoadedDraft | null,
): { readonly headline: string; readonly photos: number } {
  let headline = '';
  let photos = 0;
  for (const take of takes) {
    const document = parseDocument(JSON.parse(take.document));
    if (!document.ok) continue;
    const parts = documentParts(document.value);
    if (headline === '') headline = parts.headline;
    photos += parts.blocks.filter((block) => block.type === 'photo').length;
  }
  if (headline === '' && draft !== null) headline = documentParts(draft.document).headline;
  return { headline, photos };
}

function timeOf(
  takes: readonly TakeRow[],
  draft: LoadedDraft | null,
): { at: number; atIs: 'stamp' | 'saved' | 'entered' } {
  if (draft !== null) return { at: draft.savedAt, atIs: 'saved' };
  const stamps: readonly Stamp[] = takes.map(stampOf);
  const stamped = newestInstant(stamps);
  if (stamped !== undefined) return { at: stamped, atIs: 'stamp' };
  return { at: takes.at(-1)?.recordedAt ?? 0, atIs: 'entered' };
}
