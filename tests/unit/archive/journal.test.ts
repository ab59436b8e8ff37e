import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../src-main/archive/commands/dispatches';
import {
  checkpointDraft,
  discardDraft,
  journalSteps,
  startDraft,
} from '../../../src-main/archive/commands/drafts';
import {
  acknowledgeRecovery,
  closeSession,
  openSession,
} from '../../../src-main/archive/commands/sessions';
import { all, type WritableDb } from '../../../src-main/archive/database';
import { readStepsSince } from '../../../src-main/archive/queries/draft-steps';
import { readDispatch } from '../../../src-main/archive/queries/dispatch';
import { readRecoveredDrafts } from '../../../src-main/archive/queries/status';
import { countWire, listWire } from '../../../src-main/archive/queries/wire';
import { newArchiveFile, testId, writableDb } from '../../support/archives';
import { document, rewrite } from '../../support/texts';

const dispatchId = testId(1);
const draftId = testId(2);
const empty = document('', '');
const texts = ['Un', 'Deux', 'Trois'].map((word) => document(`${word} ponts fermés`, 'Texte.'));

function begin(db: WritableDb): void {
  const details = {
    slug: '',
    language: 'fr',
    urgency: 5,
    desk: '',
    agency: '',
    place: '',
  } as const;
  createDispatch(db, {
    dispatch: { id: dispatchId, ...details, createdAt: 10 },
    draft: { id: draftId, dispatchId, kind: 'report', document: empty, author: 'atl', now: 10 },
  });
}

/** Journals each text after the one before; the versions are 1, 2, 3. */
function journalAll(db: WritableDb): void {
  let before = empty;
  for (const [index, text] of texts.entries()) {
    const steps = [rewrite(before, text)];
    journalSteps(db, { draftId, baseVersion: index, steps, now: 100 + index });
    before = text;
  }
}

describe('the journal of a draft', () => {
  it('gives back the last journaled words', () => {
    const db = writableDb();
    begin(db);
    journalAll(db);
    const { draft } = readDispatch(db, { id: dispatchId });
    expect(draft).toMatchObject({ version: 3, savedAt: 102, document: texts[2] });
  });

  it('takes a batch whose answer was lost once more, and no other at an old version', () => {
    const db = writableDb();
    begin(db);
    const steps = [rewrite(empty, document('A', 'b'))];
    const first = journalSteps(db, { draftId, baseVersion: 0, steps, now: 100 });
    const again = journalSteps(db, { draftId, baseVersion: 0, steps, now: 200 });
    expect(again).toEqual(first);
    const other = [rewrite(empty, document('Z', 'z'))];
    expect(() => journalSteps(db, { draftId, baseVersion: 0, steps: other, now: 300 })).toThrow();
    expect(readDispatch(db, { id: dispatchId }).draft?.document).toEqual(document('A', 'b'));
  });

  it('keeps the same words over a checkpoint, and journals on from it', () => {
    const db = writableDb();
    begin(db);
    journalAll(db);
    const third = texts[2] ?? empty;
    checkpointDraft(db, { draftId, version: 3, document: third, notes: [], now: 200 });
    const fourth = document('Quatre', 'Texte.');
    journalSteps(db, { draftId, baseVersion: 3, steps: [rewrite(third, fourth)], now: 300 });
    expect(readDispatch(db, { id: dispatchId }).draft).toMatchObject({
      version: 4,
      document: fourth,
    });
  });

  it('takes the same steps of two pages as two batches, and each page’s own once', () => {
    const db = writableDb();
    begin(db);
    const steps = [rewrite(empty, document('A', 'b'))];
    const batch = { draftId, baseVersion: 0, steps, now: 100 };
    const first = journalSteps(db, { ...batch, clientId: testId(8) });
    expect(() => journalSteps(db, { ...batch, clientId: testId(9) })).toThrow('draft-version');
    expect(journalSteps(db, { ...batch, clientId: testId(8), now: 200 })).toEqual(first);
  });

  it('gives what a window lacks: the batches since, also before a checkpoint, or the whole', () => {
    const db = writableDb();
    begin(db);
    journalAll(db);
    const third = texts[2] ?? empty;
    checkpointDraft(db, { draftId, version: 3, document: third, notes: [], now: 200 });
    const since = readStepsSince(db, { draftId, version: 1 });
    expect(since).toEqual({
      is: 'steps',
      version: 3,
      savedAt: 102,
      batches: [
        { clientId: '', steps: [rewrite(texts[0] ?? empty, texts[1] ?? empty)] },
        { clientId: '', steps: [rewrite(texts[1] ?? empty, third)] },
      ],
    });
    expect(readStepsSince(db, { draftId, version: 3 })).toMatchObject({ is: 'steps', batches: [] });
    const whole = { is: 'whole', version: 3, savedAt: 102, document: third };
    expect(readStepsSince(db, { draftId, version: null })).toEqual(whole);
    // A version the journal never came by, and one it has yet to come to.
    expect(readStepsSince(db, { draftId, version: 9 })).toEqual(whole);
    discardDraft(db, { draftId, now: 300 });
    expect(() => readStepsSince(db, { draftId, version: 1 })).toThrow('draft');
  });

  it('keeps the last thousands of steps before a checkpoint, and lets older ones go', () => {
    const db = writableDb();
    begin(db);
    const nothing = { stepType: 'replace', from: 1, to: 1 };
    const batch = Array.from({ length: 2_000 }, () => nothing);
    for (let sent = 0; sent < 4; sent += 1) {
      journalSteps(db, { draftId, baseVersion: sent * 2_000, steps: batch, now: sent });
    }
    checkpointDraft(db, { draftId, version: 8_000, document: empty, notes: [], now: 9 });
    expect(readStepsSince(db, { draftId, version: 4_000 })).toMatchObject({ is: 'steps' });
    expect(readStepsSince(db, { draftId, version: 2_000 })).toMatchObject({ is: 'whole' });
  });

  it('refuses a checkpoint that is not of the committed version', () => {
    const db = writableDb();
    begin(db);
    journalAll(db);
    const checkpoint = { draftId, version: 2, document: empty, notes: [], now: 200 };
    expect(() => checkpointDraft(db, checkpoint)).toThrow('draft-version');
    expect(readDispatch(db, { id: dispatchId }).draft?.document).toEqual(texts[2]);
  });

  it('keeps a discarded draft out of the wire, and frees the dispatch', () => {
    const db = writableDb();
    begin(db);
    discardDraft(db, { draftId, now: 400 });
    expect(listWire(db, { view: 'all', after: null, limit: 10, now: 500 })).toEqual([]);
    expect(countWire(db, { now: 500 })).toMatchObject({ all: 0, drafts: 0 });
    expect(all(db, 'SELECT id FROM draft')).toEqual([{ id: draftId }]);
    const next = { id: testId(3), dispatchId, kind: 'report', document: empty } as const;
    expect(startDraft(db, { ...next, corrects: null, author: '', now: 500 })).toEqual({
      draftId: testId(3),
    });
  });

  it('gives the open draft instead of a second one', () => {
    const db = writableDb();
    begin(db);
    const next = { id: testId(3), dispatchId, kind: 'report', document: empty } as const;
    expect(startDraft(db, { ...next, corrects: null, author: '', now: 20 })).toEqual({ draftId });
  });
});

describe('after a session that was not closed', () => {
  it('tells of the drafts saved in it, until that is acknowledged', () => {
    const file = newArchiveFile();
    const db = writableDb(file);
    openSession(db, { now: 1 });
    begin(db);
    journalAll(db);
    expect(readRecoveredDrafts(db)).toEqual([]);

    expect(openSession(db, { now: 1_000 })).toEqual({ crashed: true });
    expect(readRecoveredDrafts(db)).toMatchObject([
      { dispatchId, draftId, savedAt: 102, headline: 'Trois ponts fermés' },
    ]);
    acknowledgeRecovery(db, { now: 1_001 });
    expect(readRecoveredDrafts(db)).toEqual([]);
  });

  it('tells of nothing when the session was closed', () => {
    const db = writableDb();
    openSession(db, { now: 1 });
    begin(db);
    journalAll(db);
    closeSession(db, { now: 900 });
    expect(openSession(db, { now: 1_000 })).toEqual({ crashed: false });
    expect(readRecoveredDrafts(db)).toEqual([]);
  });
});
