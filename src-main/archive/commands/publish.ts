import { withoutSuggestions } from '../../domain/suggest/base';
import { suggestionsOf } from '../../domain/suggest/suggestions';
import { withoutEmptyBlocks } from '../../domain/document/tidy';
import { toJson } from '../../domain/document/node';
import type { NoteKind } from '../../domain/annotation/annotation';
import { checkDraft } from '../../domain/record/checks';
import { checkHandStamp, stampNow, type KnownStamp } from '../../domain/record/stamp';
import { readDispatchFacts, type DispatchFacts } from '../queries/dispatch-facts';
import { all, first, inTransaction, type WritableDb } from '../database';
import { loadDraft, type LoadedDraft } from '../queries/drafts';
import { revisionByKey } from '../queries/history';
import { lastTakeRevision } from '../queries/revisions';
import { readStoryTakes } from '../queries/story-takes';
import type { StoryTake } from '../../domain/record/story';
import { Refusal } from '../refusal';
import { carryNotesOver, publishNotes } from './carry-notes';
import { queueDeliveries } from './deliveries';
import { dropDraft } from './drafts';
import { recordTake } from './record';
import { refuseStamp } from './stamps';
import { refreshWireRow } from './wire-row';

/** The stamp of a take about to be published: the clock's, or one set by hand. */
export type StampChoice =
  | { readonly by: 'clock' }
  | { readonly by: 'hand'; readonly stamp: KnownStamp; readonly reason: string };

/** A request to publish a draft at the version that was confirmed. */
export type PublishInput = {
  readonly draftId: string;
  readonly version: number;
  /** Idempotency key. */
  readonly key: string;
  readonly takeId: string;
  readonly author: string;
  readonly stamp: StampChoice;
  /** ms, main's clock. */
  readonly now: number;
  /** IANA zone of the desk. */
  readonly zone: string;
};

/** Where a published take is to be found. */
export type PublishedTakeId = { readonly dispatchId: string; readonly takeId: string };

/**
 * Publishes a draft in one transaction: checks its version and base revision, runs the blocking
 * checks, stamps, records the take, moves the notes onto it and drops the draft. The same key
 * again gives the take already published.
 */
export function publishDraft(db: WritableDb, input: PublishInput): PublishedTakeId {
  return inTransaction(db, () => {
    const already = revisionByKey(db, input.key);
    if (already !== undefined) return already;
    const draft = loadDraft(db, input.draftId);
    const { dispatchId } = draft;
    refuseStale(db, draft, input.version);
    const suggesting = suggestionsOf(draft.document).length > 0;
    const settled = suggesting ? draft.document : withoutSuggestions(draft.document);
    const document = withoutEmptyBlocks(settled);
    const takes = readStoryTakes(db, dispatchId);
    const stamped = stampOfTake(input, takes);
    refuseUnready(db, { ...draft, document }, takes, {
      instant: stamped.stamp.instant,
      zone: input.zone,
    });
    recordTake(db, {
      is: 'take',
      take: {
        id: input.takeId,
        dispatchId,
        ordinal: takes.length + 1,
        kind: draft.kind,
        stamp: stamped.stamp,
        stampReason: stamped.reason,
        document: toJson(withoutSuggestions(document)),
        advisoryLine: draft.facts.advisoryLine,
        carries: draft.facts.carries,
        author: draft.byline.trim() === '' ? input.author : draft.byline.trim(),
        origin: 'written',
      },
      label: null,
      clockBehind: Math.max(0, stamped.clockBehind, newestRecorded(db) - input.now),
      recordedAt: input.now,
      publishKey: input.key,
    });
    const { takeId } = input;
    publishNotes(db, draft, { takeId, document }, input);
    // Notes made meanwhile on the take it puts right.
    const to = { on: 'take', id: takeId, dispatchId, document } as const;
    carryNotesOver(db, draft.facts.carries, to, input);
    queueDeliveries(db, { dispatchId, ordinal: takes.length + 1, now: input.now });
    dropDraft(db, draft.id);
    refreshWireRow(db, dispatchId);
    return { dispatchId, takeId: input.takeId };
  });
}

/** The instant (ms) of the newest revision of the whole archive: a clock behind it was put back. */
function newestRecorded(db: WritableDb): number {
  const newest = first<{ at: number | null }>(db, 'SELECT max(recorded_at) AS at FROM revision');
  return newest?.at ?? 0;
}

function stampOfTake(
  { stamp: choice, now, zone }: PublishInput,
  takes: readonly StoryTake[],
): { readonly stamp: KnownStamp; readonly clockBehind: number; readonly reason: string | null } {
  const earlier = takes.map((take) => take.stamp);
  if (choice.by === 'clock') return { ...stampNow(now, zone, earlier), reason: null };
  const checked = checkHandStamp(choice.stamp, choice.reason, { before: earlier, after: [], now });
  if (!checked.ok) refuseStamp(checked.error);
  return { stamp: checked.value, clockBehind: 0, reason: choice.reason.trim() };
}

function refuseStale(db: WritableDb, draft: LoadedDraft, version: number): void {
  if (draft.version !== version) {
    throw new Refusal('conflict', 'draft-version', { stored: draft.version, given: version });
  }
  const number = lastTakeRevision(db, draft.dispatchId);
  if (number !== draft.baseRevision) {
    throw new Refusal('conflict', 'base-revision', { stored: number, given: draft.baseRevision });
  }
}

function refuseUnready(
  db: WritableDb,
  draft: LoadedDraft,
  published: readonly StoryTake[],
  stamp: { readonly instant: number; readonly zone: string },
): void {
  const openNotes = all<{ kind: NoteKind }>(
    db,
    `SELECT kind FROM note WHERE state = 'open' AND (draft_id = :draftId
       OR (dispatch_id = :dispatchId AND take_id IS NULL AND draft_id IS NULL))`,
    { draftId: draft.id, dispatchId: draft.dispatchId },
  ).map((note) => note.kind);
  const { language, urgency }: DispatchFacts = readDispatchFacts(db, draft.dispatchId);
  const { kind, document, facts } = draft;
  const { carries } = facts;
  // A draft whose base has moved was refused before, with the revisions it lies between.
  const baseMoved = false;
  const subject = { kind, document, language, urgency, carries, published, openNotes, stamp };
  const blocking = checkDraft({ ...subject, baseMoved }).find((finding) => finding.blocking);
  if (blocking !== undefined) {
    throw new Refusal('validation', 'blocked-by-checks', { check: blocking.code });
  }
}
