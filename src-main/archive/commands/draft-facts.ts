import type { DraftModel, ScheduleModel } from '../../contract/models';
import { toJson } from '../../domain/document/node';
import { isTimeZone } from '../../domain/time/wall-time';
import { first, inTransaction, run, type WritableDb } from '../database';
import { wordsPublishedFor } from '../queries/draft-merge';
import { loadDraft } from '../queries/drafts';
import { lastTakeRevision } from '../queries/revisions';
import { Refusal } from '../refusal';
import { indexDraft } from '../search/index-dispatch';
import { carryNotesOver } from './carry-notes';
import { currentSession } from './sessions';
import { openDraftRow } from './drafts';
import { refreshWireRow } from './wire-row';

/** The dispatch a change to a draft concerns. */
type Touched = { readonly dispatchId: string };

/** Keeps what a draft will carry when it is published. */
export function setDraftFacts(
  db: WritableDb,
  { draftId, facts }: { readonly draftId: string; readonly facts: DraftModel['facts'] },
): Touched {
  return inTransaction(db, () => {
    const { dispatchId } = openDraftRow(db, draftId);
    run(
      db,
      `UPDATE draft SET advisory_line = :line,
         carries = json_patch(:carries, json_object('byline', carries ->> '$.byline'))
       WHERE id = :draftId`,
      {
        draftId,
        line: facts.advisoryLine,
        carries: JSON.stringify(facts.carries),
      },
    );
    return { dispatchId };
  });
}

/** Says whether typography is set right as one types in a draft, whatever the preferences say. */
export function setDraftTypography(
  db: WritableDb,
  input: { readonly draftId: string; readonly typography: 'on' | 'off' },
): Touched {
  return inTransaction(db, () => {
    const { dispatchId } = openDraftRow(db, input.draftId);
    run(db, 'UPDATE draft SET typography = :typography WHERE id = :draftId', { ...input });
    return { dispatchId };
  });
}

/** Has a draft published by itself at an instant to come, at the version it has; null takes it back. */
export function scheduleDraft(
  db: WritableDb,
  {
    draftId,
    schedule,
    now,
  }: {
    readonly draftId: string;
    readonly schedule: ScheduleModel | null;
    /** ms */
    readonly now: number;
  },
): Touched {
  return inTransaction(db, () => {
    const draft = openDraftRow(db, draftId);
    if (schedule !== null) {
      if (!isTimeZone(schedule.zone)) throw new Refusal('validation', 'stamp-zone-unknown');
      if (schedule.at <= now) throw new Refusal('validation', 'schedule-not-in-the-future');
      if (schedule.version !== draft.version) {
        throw new Refusal('conflict', 'draft-version', {
          stored: draft.version,
          given: schedule.version,
        });
      }
    }
    run(db, 'UPDATE draft SET schedule = :schedule WHERE id = :draftId', {
      draftId,
      schedule: schedule === null ? null : JSON.stringify(schedule),
    });
    refreshWireRow(db, draft.dispatchId);
    return { dispatchId: draft.dispatchId };
  });
}

/**
 * Says that a draft takes account of the takes up to a revision: it was merged with them. The words
 * it would begin with now are those it is based on from here.
 */
export function setDraftBase(
  db: WritableDb,
  {
    draftId,
    version,
    baseRevision,
  }: { readonly draftId: string; readonly version: number; readonly baseRevision: number },
): Touched {
  return inTransaction(db, () => {
    const draft = openDraftRow(db, draftId);
    const last = lastTakeRevision(db, draft.dispatchId);
    if (draft.version !== version || last !== baseRevision) {
      throw new Refusal('conflict', draft.version === version ? 'base-revision' : 'draft-version');
    }
    const words = wordsPublishedFor(db, loadDraft(db, draftId));
    run(
      db,
      `UPDATE draft SET base_revision = :baseRevision, base_document = :base WHERE id = :draftId`,
      { draftId, baseRevision, base: words === null ? null : JSON.stringify(toJson(words)) },
    );
    return { dispatchId: draft.dispatchId };
  });
}

/**
 * Brings back a discarded draft of a dispatch, with its words and notes.
 *
 * @param input `draftId` is which; null the one discarded last
 */
export function restoreDraft(
  db: WritableDb,
  {
    dispatchId,
    draftId,
    now,
  }: { readonly dispatchId: string; readonly draftId: string | null; readonly now: number },
): { readonly draftId: string } {
  return inTransaction(db, () => {
    const open = first(
      db,
      'SELECT 1 FROM draft WHERE dispatch_id = :dispatchId AND discarded_at IS NULL',
      { dispatchId },
    );
    if (open !== undefined) throw new Refusal('conflict', 'draft-open');
    const found = first<{ draftId: string }>(
      db,
      `SELECT id AS draftId FROM draft
       WHERE dispatch_id = :dispatchId AND id = coalesce(:draftId, id)
       ORDER BY discarded_at DESC LIMIT 1`,
      { dispatchId, draftId },
    );
    if (found === undefined) throw new Refusal('not-found', 'discarded draft');
    run(
      db,
      `UPDATE draft SET discarded_at = NULL, schedule = NULL, saved_at = :now,
         saved_in_session = :session WHERE id = :draftId`,
      { ...found, now, session: currentSession(db) },
    );
    indexDraft(db, found.draftId);
    const { id, version, document, author, facts } = loadDraft(db, found.draftId);
    const to = { on: 'draft', id, version, dispatchId, document } as const;
    carryNotesOver(db, facts.carries, to, { author, now });
    refreshWireRow(db, dispatchId);
    return found;
  });
}
