import { withoutEmptyBlocks } from '../../domain/document/tidy';
import { toJson } from '../../domain/document/node';
import { canonicalText } from '../../domain/document/canonical-text';
import { makeAnchor, resolveAnchor } from '../../domain/annotation/anchor';
import type { Anchor, NoteKind } from '../../domain/annotation/annotation';
import { checkDraft } from '../../domain/record/checks';
import { stampNow } from '../../domain/record/stamp';
import { all, inTransaction, run, type WritableDb } from '../database';
import { loadDraft, type LoadedDraft } from '../queries/drafts';
import { revisionByKey } from '../queries/history';
import { stampOf, type StampColumns } from '../queries/stamp-columns';
import { Refusal } from '../refusal';
import { dropDraft } from './drafts';
import { lastRevision, recordTake } from './record';
import { refreshWireRow } from './wire-row';

/** A request to publish a draft at the version that was confirmed. */
export type PublishInput = {
  readonly draftId: string;
  readonly version: number;
  /** Idempotency key. */
  readonly key: string;
  readonly takeId: string;
  readonly author: string;
  /** ms, main's clock. */
  readonly now: number;
  /** IANA zone of the desk. */
  readonly zone: string;
};

/** Where a published take is to be found. */
export type Published = {
  readonly dispatchId: string;
  readonly takeId: string;
  readonly clockWentBack: boolean;
};

/**
 * Publishes a draft in one transaction: checks its version and base revision, runs the blocking
 * checks, stamps, records the take, moves the notes onto it and drops the draft. The same key
 * again gives the take already published.
 */
export function publishDraft(db: WritableDb, input: PublishInput): Published {
  return inTransaction(db, () => {
    const already = revisionByKey(db, input.key);
    if (already !== undefined) return { ...already, clockWentBack: false };
    const draft = loadDraft(db, input.draftId);
    refuseStale(db, draft, input.version);
    const document = withoutEmptyBlocks(draft.document);
    refuseUnready(db, { ...draft, document });
    const takes = all<StampColumns>(
      db,
      'SELECT stamp_precision, stamp_instant, stamp_zone FROM take WHERE dispatch_id = :id',
      { id: draft.dispatchId },
    );
    const { stamp, clockWentBack } = stampNow(input.now, input.zone, takes.map(stampOf));
    recordTake(db, {
      id: input.takeId,
      dispatchId: draft.dispatchId,
      ordinal: takes.length + 1,
      kind: draft.kind,
      stamp,
      label: null,
      document: toJson(document),
      author: input.author,
      origin: 'written',
      recordedAt: input.now,
      publishKey: input.key,
    });
    carryNotes(db, draft, canonicalText(document), input.takeId);
    dropDraft(db, draft.id);
    refreshWireRow(db, draft.dispatchId);
    return { dispatchId: draft.dispatchId, takeId: input.takeId, clockWentBack };
  });
}

function refuseStale(db: WritableDb, draft: LoadedDraft, version: number): void {
  if (draft.version !== version) {
    throw new Refusal('conflict', 'draft-version', { stored: draft.version, given: version });
  }
  const { number } = lastRevision(db, draft.dispatchId);
  if (number !== draft.baseRevision) {
    throw new Refusal('conflict', 'base-revision', { stored: number, given: draft.baseRevision });
  }
}

function refuseUnready(db: WritableDb, draft: LoadedDraft): void {
  const openNotes = all<{ kind: NoteKind }>(
    db,
    `SELECT kind FROM note WHERE draft_id = :draftId AND state = 'open'`,
    { draftId: draft.id },
  ).map((note) => note.kind);
  const blocking = checkDraft({ kind: draft.kind, document: draft.document, openNotes }).find(
    (finding) => finding.blocking,
  );
  if (blocking !== undefined) {
    throw new Refusal('validation', 'blocked-by-checks', { check: blocking.code });
  }
}

/** The notes of the draft go with its words; one whose words are gone keeps its old anchor. */
function carryNotes(db: WritableDb, draft: LoadedDraft, text: string, takeId: string): void {
  const notes = all<{ id: string; anchor: string | null }>(
    db,
    'SELECT id, anchor FROM note WHERE draft_id = :draftId',
    { draftId: draft.id },
  );
  for (const note of notes) {
    run(db, 'UPDATE note SET take_id = :takeId, draft_id = NULL, anchor = :anchor WHERE id = :id', {
      id: note.id,
      takeId,
      anchor: note.anchor === null ? null : reanchored(note.anchor, text),
    });
  }
}

function reanchored(json: string, text: string): string {
  const resolved = resolveAnchor(text, JSON.parse(json) as Anchor);
  if (resolved.status === 'orphaned') return json;
  return JSON.stringify(makeAnchor(text, resolved.start, resolved.end));
}
