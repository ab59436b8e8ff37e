import { createDispatch } from '../../src-main/archive/commands/dispatches';
import { setDraftFacts } from '../../src-main/archive/commands/draft-facts';
import { journalSteps, startDraft } from '../../src-main/archive/commands/drafts';
import { publishDraft } from '../../src-main/archive/commands/publish';
import type { WritableDb } from '../../src-main/archive/database';
import { loadDraft } from '../../src-main/archive/queries/drafts';
import type { DocumentJson } from '../../src-main/domain/document/json';
import { emptyDocument, toJson } from '../../src-main/domain/document/node';
import type { Carries } from '../../src-main/domain/record/carries';
import type { TakeKind } from '../../src-main/domain/record/take';
import { testId } from './archives';
import { rewrite } from './texts';

const details = { language: 'fr', urgency: 5, desk: '', agency: '', place: '' } as const;
let last = 1_000;

/** An id no other of these tests has. */
export function nextId(): string {
  last += 1;
  return testId(last);
}

/** Begins a dispatch; the id of the draft of its report, which holds a document at version 1. */
export function beginDispatch(db: WritableDb, dispatchId: string, document: DocumentJson): string {
  const draftId = nextId();
  const empty = toJson(emptyDocument('report'));
  createDispatch(db, {
    dispatch: { ...details, id: dispatchId, slug: `SLUG-${last}`, createdAt: last },
    draft: { id: draftId, dispatchId, kind: 'report', document: empty, author: 'atl', now: last },
  });
  journalSteps(db, { draftId, baseVersion: 0, steps: [rewrite(empty, document)], now: last });
  return draftId;
}

/** Begins a further take of a dispatch; the id of its draft, which holds a document at version 1. */
export function beginTake(
  db: WritableDb,
  dispatchId: string,
  kind: TakeKind,
  document: DocumentJson,
): string {
  const empty = toJson(emptyDocument(kind));
  const id = nextId();
  const draft = { id, dispatchId, kind, corrects: null, document: empty, author: 'atl', now: last };
  startDraft(db, draft);
  // A writethru begins with the story so far.
  const begun = toJson(loadDraft(db, id).document);
  journalSteps(db, { draftId: id, baseVersion: 0, steps: [rewrite(begun, document)], now: last });
  return id;
}

/** Publishes a draft that is at version 1; the id of its take. */
export function publishDraftAt1(db: WritableDb, draftId: string): string {
  const takeId = nextId();
  publishDraft(db, {
    draftId,
    version: 1,
    key: nextId(),
    takeId,
    author: 'atl',
    stamp: { by: 'clock' },
    now: last * 1_000,
    zone: 'Europe/Paris',
  });
  return takeId;
}

/** A dispatch with a published report; the ids of both. */
export function published(
  db: WritableDb,
  document: DocumentJson,
): { readonly dispatchId: string; readonly takeId: string } {
  const dispatchId = nextId();
  return { dispatchId, takeId: publishDraftAt1(db, beginDispatch(db, dispatchId, document)) };
}

/** Publishes a further take; its id. */
export function publishTake(
  db: WritableDb,
  dispatchId: string,
  kind: TakeKind,
  document: DocumentJson,
  carries?: Carries,
): string {
  const draftId = beginTake(db, dispatchId, kind, document);
  if (carries !== undefined) {
    setDraftFacts(db, { draftId, facts: { advisoryLine: '', carries } });
  }
  return publishDraftAt1(db, draftId);
}
