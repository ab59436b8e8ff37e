import type { Node } from 'prosemirror-model';
import { parseDocument } from '../../domain/document/node';
import { replaySteps, type StepJson } from '../../domain/document/replay';
import type { Carries } from '../../domain/record/carries';
import type { DraftModel, ScheduleModel } from '../../contract/models';
import type { TakeKind } from '../../domain/record/take';
import { all, first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';

/** A draft as stored, with its document brought up to the last journaled step. */
export type LoadedDraft = {
  readonly id: string;
  readonly dispatchId: string;
  readonly kind: TakeKind;
  readonly document: Node;
  readonly version: number;
  readonly baseRevision: number;
  readonly author: string;
  /** Whose it says it is when it goes out; empty for the initials of who publishes it. */
  readonly byline: string;
  readonly createdAt: number;
  readonly savedAt: number;
  readonly facts: { readonly advisoryLine: string; readonly carries: Carries };
  readonly schedule: ScheduleModel | null;
  readonly typography: DraftModel['typography'];
};

type DraftRow = Omit<LoadedDraft, 'document' | 'facts' | 'schedule'> & {
  readonly checkpoint: string;
  readonly checkpointVersion: number;
  readonly advisoryLine: string;
  readonly carries: string;
  readonly schedule: string | null;
};

const columns = `
  SELECT id, dispatch_id AS dispatchId, kind, checkpoint, checkpoint_version AS checkpointVersion,
         version, base_revision AS baseRevision, author, created_at AS createdAt,
         saved_at AS savedAt, advisory_line AS advisoryLine, json_remove(carries, '$.byline') AS carries,
         coalesce(carries ->> '$.byline', '') AS byline, schedule, typography
  FROM draft`;
const select = `${columns} WHERE discarded_at IS NULL AND `;

/** The open draft with this id; refuses with `not-found` when there is none. */
export function loadDraft(db: ReadableDb, draftId: string): LoadedDraft {
  const row = first<DraftRow>(db, `${select} id = :draftId`, { draftId });
  if (row === undefined) throw new Refusal('not-found', 'draft');
  return replayed(db, row);
}

/**
 * The words of a draft, open or discarded; null where it is not there or cannot be read: what goes
 * through many drafts must not fail by one that is damaged.
 */
export function loadWords(db: ReadableDb, draftId: string): Node | null {
  const row = first<DraftRow>(db, `${columns} WHERE id = :draftId`, { draftId });
  if (row === undefined) return null;
  try {
    return replayed(db, row).document;
  } catch (thrown) {
    if (thrown instanceof Refusal) return null;
    throw thrown;
  }
}

/** The open draft of a dispatch, or null. */
export function loadDraftOf(db: ReadableDb, dispatchId: string): LoadedDraft | null {
  const row = first<DraftRow>(db, `${select} dispatch_id = :dispatchId`, { dispatchId });
  return row === undefined ? null : replayed(db, row);
}

/** A draft's last checkpoint and the steps journaled since; null when there is no such open draft. */
export function loadCheckpoint(
  db: ReadableDb,
  draftId: string,
): { readonly base: Node; readonly version: number; readonly steps: readonly StepJson[] } | null {
  const row = first<DraftRow>(db, `${select} id = :draftId`, { draftId });
  if (row === undefined) return null;
  const base = parseDocument(JSON.parse(row.checkpoint));
  if (!base.ok) throw new Refusal('archive-damaged', 'draft-checkpoint', { draft: draftId });
  const version = row.checkpointVersion;
  return { base: base.value, version, steps: journaledSteps(db, draftId, version) };
}

function journaledSteps(db: ReadableDb, draftId: string, from: number): readonly StepJson[] {
  const batches = all<{ steps: string }>(
    db,
    `SELECT steps FROM draft_journal
     WHERE draft_id = :draftId AND base_version >= :from ORDER BY base_version`,
    { draftId, from },
  );
  return batches.flatMap((batch) => JSON.parse(batch.steps) as StepJson[]);
}

/** A draft that the index does not hold as it is now. */
export type UnindexedDraft = LoadedDraft & { readonly discarded: boolean };

/** Drafts put away with their words, and open ones written on since their last checkpoint, newest first. */
export function loadUnindexedDrafts(db: ReadableDb, limit: number): readonly UnindexedDraft[] {
  const ids = all<{ id: string; discarded: number }>(
    db,
    `SELECT id, discarded_at IS NOT NULL AS discarded FROM draft
     WHERE discarded_at IS NOT NULL OR version > checkpoint_version
     ORDER BY saved_at DESC LIMIT :limit`,
    { limit },
  );
  return ids.flatMap(({ id, discarded }) => {
    const row = first<DraftRow>(db, `${columns} WHERE id = :id`, { id });
    return row === undefined ? [] : [{ ...replayed(db, row), discarded: discarded === 1 }];
  });
}

function replayed(
  db: ReadableDb,
  { checkpoint, checkpointVersion, advisoryLine, carries, schedule, ...row }: DraftRow,
): LoadedDraft {
  const draft = {
    ...row,
    facts: { advisoryLine, carries: JSON.parse(carries) as Carries },
    schedule: schedule === null ? null : (JSON.parse(schedule) as ScheduleModel),
  };
  const base = parseDocument(JSON.parse(checkpoint));
  if (!base.ok) throw new Refusal('archive-damaged', 'draft-checkpoint', { draft: draft.id });
  const steps = journaledSteps(db, draft.id, checkpointVersion);
  const result = replaySteps(base.value, steps);
  if (result.ok)
    return { ...draft, document: result.value, version: checkpointVersion + steps.length };
  throw new Refusal('archive-damaged', 'draft-journal', {
    draft: draft.id,
    step: checkpointVersion + result.error.failedAt,
  });
}
