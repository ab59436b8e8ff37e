import { parseDocument } from '../../domain/document/node';
import type { DocumentJson } from '../../domain/document/json';
import type { DetailsModel } from '../../contract/models';
import { all, inTransaction, run, type WritableDb } from '../database';
import { loadDraftOf } from '../queries/drafts';
import { Refusal } from '../refusal';
import { indexDraft } from '../search/index-draft';
import { putSearchEntry, searchTextOf } from '../search/index-entry';
import { insertDraft, type NewDraft } from './drafts';
import { refreshWireRow } from './wire-row';

/** A dispatch about to be created. */
export type NewDispatch = DetailsModel & {
  readonly id: string;
  /** ms */
  readonly createdAt: number;
};

/** Creates a dispatch with the draft of its report. */
export function createDispatch(
  db: WritableDb,
  input: { readonly dispatch: NewDispatch; readonly draft: NewDraft },
): void {
  inTransaction(db, () => {
    insertDispatch(db, input.dispatch);
    insertDraft(db, input.draft);
    refreshWireRow(db, input.dispatch.id);
  });
}

/** Inserts a dispatch's own row; part of a caller's transaction. */
export function insertDispatch(db: WritableDb, dispatch: NewDispatch): void {
  run(
    db,
    `INSERT INTO dispatch (id, slug, language, urgency, desk, agency, place, created_at)
     VALUES (:id, :slug, :language, :urgency, :desk, :agency, :place, :createdAt)`,
    { ...dispatch },
  );
}

/** Changes what is known of a dispatch besides its takes, and re-indexes its slug. */
export function setDetails(
  db: WritableDb,
  input: { readonly id: string; readonly details: DetailsModel },
): void {
  inTransaction(db, () => {
    const changed = run(
      db,
      `UPDATE dispatch SET slug = :slug, language = :language, urgency = :urgency, desk = :desk,
         agency = :agency, place = :place WHERE id = :id`,
      { id: input.id, ...input.details },
    );
    if (changed === 0) throw new Refusal('not-found', 'dispatch');
    reindex(db, input.id, input.details.slug);
    refreshWireRow(db, input.id);
  });
}

/** Indexes the takes and the draft of a dispatch anew; part of a caller's transaction. */
export function reindex(db: WritableDb, dispatchId: string, slug: string): void {
  const takes = all<{ id: string; kind: string; document: string; at: number }>(
    db,
    `SELECT id, kind, document, coalesce(stamp_instant, recorded_at) AS at
     FROM published_take WHERE dispatch_id = :dispatchId`,
    { dispatchId },
  );
  for (const take of takes) {
    const document = parseDocument(JSON.parse(take.document) as DocumentJson);
    if (!document.ok) throw new Refusal('archive-damaged', 'take-document', { take: take.id });
    putSearchEntry(db, {
      source: 'take',
      sourceId: take.id,
      dispatchId,
      kind: take.kind,
      at: take.at,
      text: searchTextOf(document.value, slug),
    });
  }
  const draft = loadDraftOf(db, dispatchId);
  if (draft !== null) indexDraft(db, draft.id);
}
