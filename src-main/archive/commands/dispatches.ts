import type { DetailsModel } from '../../contract/models';
import { inTransaction, run, type WritableDb } from '../database';
import { Refusal } from '../refusal';
import { indexDispatch } from '../search/index-dispatch';
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

/** Changes what is known of a dispatch besides its takes, and indexes it anew under them. */
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
    indexDispatch(db, input.id);
    refreshWireRow(db, input.id);
  });
}
