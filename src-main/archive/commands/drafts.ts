import { canonicalText } from '../../domain/document/canonical-text';
import type { DocumentJson } from '../../domain/document/json';
import type { StepJson } from '../../domain/document/replay';
import { parseDocument, toJson } from '../../domain/document/node';
import { carriesToFill } from '../../domain/record/carries';
import { publishedWords } from '../../domain/record/proposal';
import { kindsThatMayFollow, type TakeKind } from '../../domain/record/take';
import { all, first, inTransaction, run, type WritableDb } from '../database';
import { Refusal } from '../refusal';
import { indexDraft } from '../search/index-dispatch';
import { removeSearchEntry } from '../search/index-entry';
import { loadDraft } from '../queries/drafts';
import { readStoryTakes } from '../queries/story-takes';
import { lastTakeRevision } from '../queries/revisions';
import { carryNotesOver, placeNotes, returnNotes, type NotePlaced } from './carry-notes';
import { keepHeading } from './heading';
import { currentSession } from './sessions';
import { keepUndo, type UndoChange } from './undo';
import { refreshWireRow } from './wire-row';

/** A draft about to be begun. */
export type NewDraft = {
  readonly id: string;
  readonly dispatchId: string;
  readonly kind: TakeKind;
  /** What it begins with, unless its kind begins with what is published. */
  readonly document: DocumentJson;
  readonly author: string;
  /** ms */
  readonly now: number;
};

/**
 * Begins a draft on a dispatch, or gives the one already open. A correction begins with the words
 * of the take it puts right, a writethru with the story as it reads now.
 *
 * @param draft `corrects` is the id of the take a correction puts right, where it is known
 */
export function startDraft(
  db: WritableDb,
  draft: NewDraft & { readonly corrects: string | null },
): { readonly draftId: string } {
  return inTransaction(db, () => {
    const open = first<{ id: string }>(
      db,
      'SELECT id FROM draft WHERE dispatch_id = :dispatchId AND discarded_at IS NULL',
      { dispatchId: draft.dispatchId },
    );
    if (open !== undefined) return { draftId: open.id };
    refuseKindThatMayNotFollow(db, draft);
    const base = firstWords(db, draft);
    insertDraft(db, base === null ? draft : { ...draft, document: base }, draft.corrects);
    if (base !== null) {
      run(db, 'UPDATE draft SET base_document = checkpoint WHERE id = :id', { id: draft.id });
      indexDraft(db, draft.id);
      const carries = carriesToFill(draft.kind, draft.corrects);
      const { id, dispatchId } = draft;
      const document = loadDraft(db, id).document;
      carryNotesOver(db, carries, { on: 'draft', id, version: 0, dispatchId, document }, draft);
    }
    refreshWireRow(db, draft.dispatchId);
    return { draftId: draft.id };
  });
}

/** The published words a draft of its kind begins with, or null. */
function firstWords(
  db: WritableDb,
  { dispatchId, kind, corrects }: NewDraft & { readonly corrects: string | null },
): DocumentJson | null {
  const carries = carriesToFill(kind, corrects);
  const words = publishedWords(kind, carries, readStoryTakes(db, dispatchId));
  const isMissing = words === null && kind === 'correction' && corrects !== null;
  if (isMissing) throw new Refusal('not-found', 'take');
  return words === null ? null : toJson(words);
}

/** Inserts a draft; part of a caller's transaction. */
export function insertDraft(db: WritableDb, draft: NewDraft, corrects: string | null = null): void {
  run(
    db,
    `INSERT INTO draft (id, dispatch_id, kind, checkpoint, checkpoint_version, version,
       base_revision, author, created_at, saved_at, saved_in_session, carries)
     VALUES (:id, :dispatchId, :kind, :checkpoint, 0, 0, :baseRevision, :author, :now, :now,
       :session, :carries)`,
    {
      id: draft.id,
      dispatchId: draft.dispatchId,
      kind: draft.kind,
      checkpoint: JSON.stringify(draft.document),
      baseRevision: lastTakeRevision(db, draft.dispatchId),
      author: draft.author,
      now: draft.now,
      session: currentSession(db),
      carries: JSON.stringify(carriesToFill(draft.kind, corrects)),
    },
  );
}

/** What became of a batch of steps. */
type Journaled = {
  readonly version: number;
  readonly savedAt: number;
  /** The dispatch whose slug, dateline or byline they changed; null where they changed none. */
  readonly heading: string | null;
};

/** How many steps the journal keeps before a checkpoint, for windows that have yet to hear of them. */
const stepsKept = 5_000;

/**
 * Adds steps to a draft's journal. They must start from its current version; a batch whose answer
 * was lost may be sent again by the page that made it and gives the same answer.
 */
export function journalSteps(
  db: WritableDb,
  input: {
    readonly draftId: string;
    readonly baseVersion: number;
    readonly steps: readonly StepJson[];
    /** The page that made the steps; absent where no window did. */
    readonly clientId?: string;
    /** What it can undo after them; none where that is not known. */
    readonly undo?: UndoChange | null;
    readonly now: number;
  },
): Journaled {
  const { draftId, baseVersion, steps, clientId = '', undo = null, now } = input;
  return inTransaction(db, () => {
    const draft = openDraftRow(db, draftId);
    const json = JSON.stringify(steps);
    if (draft.version !== baseVersion) {
      return repeatedBatch(db, { draftId, baseVersion, clientId }, steps.length, json);
    }
    const version = baseVersion + steps.length;
    run(
      db,
      `INSERT INTO draft_journal (draft_id, base_version, steps, client_id, saved_at)
       VALUES (:draftId, :baseVersion, :json, :clientId, :now)`,
      { draftId, baseVersion, json, clientId, now },
    );
    if (undo !== null) keepUndo(db, { draftId, clientId }, undo, { version, now });
    markSaved(db, draftId, version, now);
    const isHeading = keepHeading(db, { draftId, dispatchId: draft.dispatchId }, steps);
    return { version, savedAt: now, heading: isHeading ? draft.dispatchId : null };
  });
}

/** Replaces a draft's checkpoint by its whole document at a journaled version, and moves its notes. */
export function checkpointDraft(
  db: WritableDb,
  input: {
    readonly draftId: string;
    readonly version: number;
    readonly document: DocumentJson;
    readonly notes: readonly NotePlaced[];
    readonly now: number;
  },
): { readonly savedAt: number; readonly dispatchId: string } {
  const { draftId, version, document, now } = input;
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new Refusal('validation', 'document');
  return inTransaction(db, () => {
    const draft = openDraftRow(db, draftId);
    if (draft.version !== version) {
      throw new Refusal('conflict', 'draft-version', { stored: draft.version, given: version });
    }
    run(
      db,
      `UPDATE draft SET checkpoint = :checkpoint, checkpoint_version = :version WHERE id = :draftId`,
      { draftId, version, checkpoint: JSON.stringify(document) },
    );
    run(db, 'DELETE FROM draft_journal WHERE draft_id = :draftId AND base_version < :oldest', {
      draftId,
      oldest: version - stepsKept,
    });
    placeNotes(db, { id: draftId, version, text: canonicalText(parsed.value) }, input.notes);
    keepVersion(db, input);
    indexDraft(db, draftId);
    refreshWireRow(db, draft.dispatchId);
    return { savedAt: now, dispatchId: draft.dispatchId };
  });
}

/**
 * Puts a draft away. It keeps its words and notes, and frees its dispatch for another; notes that
 * came from the take it would have put right return there.
 */
export function discardDraft(
  db: WritableDb,
  input: { readonly draftId: string; readonly now: number },
): { readonly dispatchId: string } {
  return inTransaction(db, () => {
    const draft = openDraftRow(db, input.draftId);
    run(db, 'UPDATE draft SET discarded_at = :now WHERE id = :draftId', { ...input });
    returnNotes(db, input.draftId, { author: '', now: input.now });
    removeSearchEntry(db, input.draftId);
    refreshWireRow(db, draft.dispatchId);
    return { dispatchId: draft.dispatchId };
  });
}

/** A draft's words are gone from the journal once its take is in the record; part of a caller's transaction. */
export function dropDraft(db: WritableDb, draftId: string): void {
  removeSearchEntry(db, draftId);
  run(db, 'DELETE FROM draft WHERE id = :draftId', { draftId });
}

/** A version is kept where the last kept one is this old, in ms. */
const versionInterval = 60_000;
/** The most versions kept of a draft; the oldest go first. */
const mostVersions = 500;

/** Keeps how a draft read at a moment of its writing; part of a caller's transaction. */
function keepVersion(
  db: WritableDb,
  {
    draftId,
    version,
    document,
    now,
  }: {
    readonly draftId: string;
    readonly version: number;
    readonly document: DocumentJson;
    readonly now: number;
  },
): void {
  const last = first<{ savedAt: number }>(
    db,
    `SELECT saved_at AS savedAt FROM draft_revision WHERE draft_id = :draftId
     ORDER BY version DESC LIMIT 1`,
    { draftId },
  );
  // A clock put back must not stop versions from being kept.
  if (last !== undefined && Math.abs(now - last.savedAt) < versionInterval) return;
  run(
    db,
    `INSERT OR REPLACE INTO draft_revision (draft_id, version, document, saved_at)
     VALUES (:draftId, :version, :document, :now)`,
    { draftId, version, document: JSON.stringify(document), now },
  );
  run(
    db,
    `DELETE FROM draft_revision WHERE draft_id = :draftId AND version <= (
       SELECT version FROM draft_revision WHERE draft_id = :draftId
       ORDER BY version DESC LIMIT 1 OFFSET :mostVersions)`,
    { draftId, mostVersions },
  );
}

/** The dispatch and version of an open draft; refuses with `not-found`. */
export function openDraftRow(
  db: WritableDb,
  draftId: string,
): { readonly dispatchId: string; readonly version: number } {
  const draft = first<{ dispatchId: string; version: number }>(
    db,
    `SELECT dispatch_id AS dispatchId, version FROM draft
     WHERE id = :draftId AND discarded_at IS NULL`,
    { draftId },
  );
  if (draft === undefined) throw new Refusal('not-found', 'draft');
  return draft;
}

/** The answer to a batch that was taken before. Two pages may make the same steps: both count. */
function repeatedBatch(
  db: WritableDb,
  batch: { readonly draftId: string; readonly baseVersion: number; readonly clientId: string },
  count: number,
  json: string,
): Journaled {
  const stored = first<{ steps: string; savedAt: number }>(
    db,
    `SELECT steps, saved_at AS savedAt FROM draft_journal
     WHERE draft_id = :draftId AND base_version = :baseVersion AND client_id = :clientId`,
    batch,
  );
  if (stored?.steps !== json) throw new Refusal('conflict', 'draft-version');
  return { version: batch.baseVersion + count, savedAt: stored.savedAt, heading: null };
}

function markSaved(db: WritableDb, draftId: string, version: number, now: number): void {
  run(
    db,
    `UPDATE draft SET version = :version, saved_at = :now, saved_in_session = :session
     WHERE id = :draftId`,
    { draftId, version, now, session: currentSession(db) },
  );
}

function refuseKindThatMayNotFollow(db: WritableDb, draft: NewDraft): void {
  const dispatch = first(db, 'SELECT 1 FROM dispatch WHERE id = :id', { id: draft.dispatchId });
  if (dispatch === undefined) throw new Refusal('not-found', 'dispatch');
  const published = all<{ kind: TakeKind }>(
    db,
    'SELECT kind FROM take WHERE dispatch_id = :id ORDER BY ordinal',
    { id: draft.dispatchId },
  ).map((take) => take.kind);
  if (!kindsThatMayFollow(published).includes(draft.kind)) {
    throw new Refusal('validation', 'kind-may-not-follow', { kind: draft.kind });
  }
}
