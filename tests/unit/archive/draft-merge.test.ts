import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../src-main/archive/commands/dispatches';
import {
  restoreDraft,
  setDraftBase,
  setDraftFacts,
} from '../../../src-main/archive/commands/draft-facts';
import { discardDraft, journalSteps, startDraft } from '../../../src-main/archive/commands/drafts';
import { publishDraft } from '../../../src-main/archive/commands/publish';
import { all, first, type WritableDb } from '../../../src-main/archive/database';
import { readDraftMerge } from '../../../src-main/archive/queries/draft-merge';
import { loadDraft } from '../../../src-main/archive/queries/drafts';
import { Refusal } from '../../../src-main/archive/refusal';
import { resolveMerge } from '../../../src-main/domain/compare/merge';
import { toJson } from '../../../src-main/domain/document/node';
import { documentParts } from '../../../src-main/domain/document/build';
import type { TakeKind } from '../../../src-main/domain/record/take';
import { testId, writableDb } from '../../support/archives';
import { document, rewrite, type nodeOf } from '../../support/texts';

const dispatchId = testId(1);
const begun = 1_000_000;
const wind = 'Le vent a soufflé toute la nuit.';
const ferries = 'Les ferrys sont restés à quai.';
const headline = 'Tempête sur la côte';
let ids = 10;

function begin(db: WritableDb, kind: TakeKind, corrects: string | null = null): string {
  ids += 1;
  const draft = { id: testId(ids), dispatchId, kind, document: document('', ''), author: 'atl' };
  return startDraft(db, { ...draft, corrects, now: begun }).draftId;
}

/** Makes a draft's whole text another one, as the editor would. */
function write(db: WritableDb, draftId: string, ...paragraphs: readonly string[]): void {
  const { document: now, version } = loadDraft(db, draftId);
  const steps = [rewrite(toJson(now), document(headline, ...paragraphs))];
  journalSteps(db, { draftId, baseVersion: version, steps, now: begun });
}

function publish(db: WritableDb, draftId: string): string {
  ids += 1;
  const { takeId } = publishDraft(db, {
    draftId,
    version: loadDraft(db, draftId).version,
    key: testId(ids + 1_000),
    takeId: testId(ids),
    author: 'atl',
    now: begun + ids * 60_000,
    zone: 'Europe/Paris',
    stamp: { by: 'clock' },
  });
  return takeId;
}

/** A published report, a correction of it put away, and another correction published meanwhile. */
function correctedTwice(db: WritableDb): { readonly draftId: string; readonly correction: string } {
  const reportId = testId(2);
  const input = { id: reportId, dispatchId, kind: 'report', author: 'atl', now: begun } as const;
  const facts = { slug: 'TEMPETE', urgency: 5, desk: '', agency: '', place: '', createdAt: begun };
  createDispatch(db, {
    dispatch: { id: dispatchId, language: 'fr', ...facts },
    draft: { ...input, document: document('', '') },
  });
  write(db, reportId, wind, ferries);
  const report = publish(db, reportId);
  const draftId = begin(db, 'correction', report);
  write(db, draftId, wind.replace('nuit', 'matinée'), ferries);
  discardDraft(db, { draftId, now: begun });
  const other = begin(db, 'correction', report);
  write(db, other, wind, ferries.replace('à quai', 'au port'));
  setDraftFacts(db, {
    draftId: other,
    facts: {
      advisoryLine: '(Corrige)',
      carries: { of: 'correction', corrects: report, wrong: 'à quai', right: 'au port' },
    },
  });
  const correction = publish(db, other);
  restoreDraft(db, { dispatchId, draftId: null, now: begun });
  return { draftId, correction };
}

const textOf = (doc: ReturnType<typeof nodeOf>): readonly string[] =>
  documentParts(doc).blocks.map((block) => ('text' in block ? block.text : ''));

describe('a draft whose base has moved on', () => {
  it('is merged with what was published meanwhile, and can then be published', () => {
    const db = writableDb();
    const { draftId, correction } = correctedTwice(db);
    expect(() => publish(db, draftId)).toThrow(Refusal);
    const { since, merge, version, baseRevision } = readDraftMerge(db, { draftId });
    expect(since).toEqual([correction]);
    expect(merge?.hunks.map(({ is }) => is).filter((is) => is !== 'same')).toEqual([
      'mine',
      'theirs',
    ]);
    if (merge === null) throw new Error('nothing to merge');
    expect(textOf(resolveMerge(merge))).toEqual([
      wind.replace('nuit', 'matinée'),
      ferries.replace('à quai', 'au port'),
    ]);
    write(db, draftId, ...textOf(resolveMerge(merge)));
    setDraftBase(db, { draftId, version: version + 1, baseRevision });
    // From here it is based on the corrected words: nothing is left to merge.
    expect(readDraftMerge(db, { draftId })).toMatchObject({ since: [], merge: null });
    const { carries } = loadDraft(db, draftId).facts;
    if (carries.of !== 'correction') throw new Error('no correction');
    const facts = { advisoryLine: '', carries: { ...carries, wrong: 'nuit', right: 'matinée' } };
    setDraftFacts(db, { draftId, facts });
    publish(db, draftId);
    expect(all(db, 'SELECT id FROM take')).toHaveLength(3);
  });

  it('keeps its base when its merge is of an older version, or yet another take came', () => {
    const db = writableDb();
    const { draftId } = correctedTwice(db);
    const before = first(db, 'SELECT base_document, base_revision FROM draft WHERE id = :draftId', {
      draftId,
    });
    const { version, baseRevision } = readDraftMerge(db, { draftId });
    for (const input of [
      { version: version - 1, baseRevision },
      { version, baseRevision: baseRevision - 1 },
    ]) {
      expect(() => setDraftBase(db, { draftId, ...input })).toThrow(Refusal);
    }
    expect(
      first(db, 'SELECT base_document, base_revision FROM draft WHERE id = :draftId', { draftId }),
    ).toEqual(before);
  });

  it('has nothing to merge where its words are its own: it only takes account of the take', () => {
    const db = writableDb();
    const { draftId } = correctedTwice(db);
    discardDraft(db, { draftId, now: begun + 1 });
    const update = begin(db, 'update');
    write(db, update, 'Le vent faiblit.');
    discardDraft(db, { draftId: update, now: begun + 2 });
    const between = begin(db, 'update');
    write(db, between, 'Les ferrys repartent.');
    const take = publish(db, between);
    restoreDraft(db, { dispatchId, draftId: null, now: begun + 3 });
    const { since, merge, version, baseRevision } = readDraftMerge(db, { draftId: update });
    expect({ since, merge }).toEqual({ since: [take], merge: null });
    expect(() => publish(db, update)).toThrow(Refusal);
    setDraftBase(db, { draftId: update, version, baseRevision });
    publish(db, update);
  });
});
