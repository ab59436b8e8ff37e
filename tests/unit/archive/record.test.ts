import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../src-main/archive/commands/dispatches';
import { journalSteps, startDraft } from '../../../src-main/archive/commands/drafts';
import { createNote } from '../../../src-main/archive/commands/notes';
import { publishDraft } from '../../../src-main/archive/commands/publish';
import { all, connectionOf, run, type WritableDb } from '../../../src-main/archive/database';
import { readDispatch } from '../../../src-main/archive/queries/dispatch';
import { readHistory } from '../../../src-main/archive/queries/history';
import { verifyRecord } from '../../../src-main/archive/verify/verify-record';
import { Refusal } from '../../../src-main/archive/refusal';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { testId, writableDb } from '../../support/archives';
import { document, nodeOf, rewrite } from '../../support/texts';

const dispatchId = testId(1);
const now = 1_000_000;
const empty = document('', '');
const report = document('Tempête sur la côte', 'Le vent a soufflé toute la nuit.');

/** A dispatch with a report draft that holds `report`, at version 1. */
function withDraft(db: WritableDb): string {
  const draftId = testId(2);
  createDispatch(db, {
    dispatch: {
      id: dispatchId,
      slug: 'TEMPETE',
      language: 'fr',
      urgency: 5,
      desk: '',
      agency: '',
      place: '',
      createdAt: now,
    },
    draft: { id: draftId, dispatchId, kind: 'report', document: empty, author: 'atl', now },
  });
  journalSteps(db, { draftId, baseVersion: 0, steps: [rewrite(empty, report)], now });
  return draftId;
}

function publishInput(draftId: string, change: Partial<Parameters<typeof publishDraft>[1]> = {}) {
  const version = 1;
  return {
    draftId,
    version,
    key: testId(90),
    takeId: testId(91),
    author: 'atl',
    now: now + 60_000,
    zone: 'Europe/Paris',
    stamp: { by: 'clock' } as const,
    ...change,
  };
}

/** The published report and an update, ready to be published at version 1. */
function withUpdateDraft(db: WritableDb): string {
  publishDraft(db, publishInput(withDraft(db)));
  const draftId = testId(3);
  startDraft(db, {
    id: draftId,
    dispatchId,
    kind: 'update',
    corrects: null,
    document: empty,
    author: '',
    now,
  });
  const update = document('', 'Le vent tombe.');
  journalSteps(db, { draftId, baseVersion: 0, steps: [rewrite(empty, update)], now });
  return draftId;
}

function refusalOf(work: () => unknown) {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.error;
    throw thrown;
  }
  throw new Error('It was not refused.');
}

describe('publishing', () => {
  it('records the take, stamps it with the clock, and drops the draft', () => {
    const db = writableDb();
    publishDraft(db, publishInput(withDraft(db)));
    const dispatch = readDispatch(db, { id: dispatchId });
    expect(dispatch.draft).toBeNull();
    expect(dispatch.takes).toHaveLength(1);
    expect(dispatch.takes[0]).toMatchObject({
      ordinal: 1,
      kind: 'report',
      document: report,
      stamp: { precision: 'second', instant: now + 60_000, zone: 'Europe/Paris' },
    });
    expect(readHistory(db, { id: dispatchId })).toMatchObject({ chainIsWhole: true });
  });

  it('gives the same take for the same key, however often it is asked', () => {
    const db = writableDb();
    const draftId = withDraft(db);
    const first = publishDraft(db, publishInput(draftId));
    const again = publishDraft(db, publishInput(draftId, { takeId: testId(92) }));
    expect(again.takeId).toBe(first.takeId);
    expect(readDispatch(db, { id: dispatchId }).takes).toHaveLength(1);
  });

  it('refuses a draft that was written on after it was confirmed, and keeps it', () => {
    const db = writableDb();
    const draftId = withDraft(db);
    const error = refusalOf(() => publishDraft(db, publishInput(draftId, { version: 0 })));
    expect(error).toMatchObject({ code: 'conflict', reason: 'draft-version' });
    expect(readDispatch(db, { id: dispatchId }).draft?.document).toEqual(report);
  });

  it('refuses a report without a headline, with the check that found it', () => {
    const db = writableDb();
    const draftId = withDraft(db);
    const headless = document('', 'Le vent.');
    journalSteps(db, { draftId, baseVersion: 1, steps: [rewrite(report, headless)], now });
    const error = refusalOf(() => publishDraft(db, publishInput(draftId, { version: 2 })));
    expect(error).toMatchObject({
      code: 'validation',
      reason: 'blocked-by-checks',
      facts: { check: 'headline-missing' },
    });
  });

  it('refuses while a legal note is open', () => {
    const db = writableDb();
    const draftId = withDraft(db);
    const text = canonicalText(nodeOf(report));
    createNote(db, {
      id: testId(5),
      dispatchId,
      target: { on: 'draft', id: draftId },
      anchor: makeAnchor(text, 0, 7),
      kind: 'legal',
      body: 'Nommer la commune ?',
      author: 'jur',
      now,
    });
    const error = refusalOf(() => publishDraft(db, publishInput(draftId)));
    expect(error.facts).toEqual({ check: 'open-legal-note' });
  });

  it('never stamps before the take before it, and says that the clock went back', () => {
    const db = writableDb();
    const draftId = withUpdateDraft(db);
    publishDraft(
      db,
      publishInput(draftId, { now: now - 5_000, key: testId(93), takeId: testId(94) }),
    );
    const entries = readHistory(db, { id: dispatchId }).revisions.map(({ entry }) => entry);
    expect(entries).toMatchObject([{ clockBehind: 0 }, { clockBehind: 65_000 }]);
    const { takes } = readDispatch(db, { id: dispatchId });
    expect(takes.map((take) => take.stamp)).toEqual([
      { precision: 'second', instant: now + 60_000, zone: 'Europe/Paris' },
      { precision: 'second', instant: now + 60_000, zone: 'Europe/Paris' },
    ]);
  });

  it('refuses a draft begun before another take was published', () => {
    const db = writableDb();
    const draftId = withUpdateDraft(db);
    run(db, 'UPDATE draft SET base_revision = 0 WHERE id = :draftId', { draftId });
    const error = refusalOf(() => publishDraft(db, publishInput(draftId, { key: testId(95) })));
    expect(error).toMatchObject({ code: 'conflict', reason: 'base-revision' });
  });

  it('carries the notes of the draft over to the take, on the same words', () => {
    const db = writableDb();
    const draftId = withDraft(db);
    const text = canonicalText(nodeOf(report));
    const start = text.indexOf('toute la nuit');
    createNote(db, {
      id: testId(6),
      dispatchId,
      target: { on: 'draft', id: draftId },
      anchor: makeAnchor(text, start, start + 13),
      kind: 'comment',
      body: 'Jusqu’à quelle heure ?',
      author: 'atl',
      now,
    });
    publishDraft(db, publishInput(draftId));
    const [note] = readDispatch(db, { id: dispatchId }).notes;
    expect(note?.target).toEqual({ on: 'take', id: testId(91) });
    expect(note?.anchor).toMatchObject({ exact: 'toute la nuit', start });
  });
});

describe('the record', () => {
  it('lets no statement change or remove a take or a revision', () => {
    const db = writableDb();
    publishDraft(db, publishInput(withDraft(db)));
    const statements = [
      "UPDATE take SET document = '{}'",
      'DELETE FROM take',
      "UPDATE revision SET hash = ''",
      'DELETE FROM revision',
    ];
    for (const sql of statements) expect(() => run(db, sql)).toThrow(/never/);
  });

  it('finds an altered take, a broken chain and a take without revision', () => {
    const db = writableDb();
    const draftId = withUpdateDraft(db);
    publishDraft(db, publishInput(draftId, { key: testId(93), takeId: testId(94) }));
    expect(verifyRecord(db)).toMatchObject({ dispatches: 1, revisions: 2, problems: [] });

    connectionOf(db).exec('DROP TRIGGER take_never_changes; DROP TRIGGER revision_never_changes');
    run(db, `UPDATE take SET document = replace(document, 'nuit', 'nuée') WHERE ordinal = 1`);
    expect(inRecord(db)).toEqual([
      {
        code: 'take-altered',
        subject: `${dispatchId}#1`,
        where: {
          dispatchId,
          slug: 'TEMPETE',
          headline: 'Tempête sur la côte',
          number: 1,
          ordinal: 1,
        },
      },
    ]);
    run(db, `UPDATE revision SET previous_hash = hash WHERE number = 2`);
    expect(inRecord(db).map(({ code }) => code)).toEqual([
      'take-altered',
      'chain-broken',
      'take-altered',
    ]);
  });

  it('finds damage inside a text that SQLite’s own check calls whole', () => {
    const db = writableDb();
    publishDraft(db, publishInput(withDraft(db)));
    connectionOf(db).exec('DROP TRIGGER take_never_changes');
    run(db, `UPDATE take SET document = replace(document, 'vent', 'temp')`);
    expect(all(db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(inRecord(db)).toHaveLength(1);
    // That the index still has the words as they were says nothing more.
    expect(verifyRecord(db).problems.map(({ code }) => code)).toEqual(['take-altered']);
  });
});

/** What is wrong in the record itself; an altered text is not what was indexed either. */
function inRecord(db: WritableDb) {
  return verifyRecord(db).problems.filter(({ code }) => !code.startsWith('index-'));
}
