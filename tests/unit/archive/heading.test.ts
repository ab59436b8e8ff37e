import { beforeEach, describe, expect, it } from 'vitest';
import { createDispatch } from '../../../src-main/archive/commands/dispatches';
import { setDraftFacts } from '../../../src-main/archive/commands/draft-facts';
import { checkpointDraft, journalSteps } from '../../../src-main/archive/commands/drafts';
import { publishDraft } from '../../../src-main/archive/commands/publish';
import type { WritableDb } from '../../../src-main/archive/database';
import { readDispatch } from '../../../src-main/archive/queries/dispatch';
import { verifyRecord } from '../../../src-main/archive/verify/verify-record';
import { HeadingStep, type HeadingField } from '@domain/document/heading-step';
import type { StepJson } from '@domain/document/step';
import { testId, writableDb } from '../../support/archives';
import { document, rewrite } from '../../support/texts';

const dispatchId = testId(1);
const draftId = testId(2);
const words = document('Trois ponts fermés', 'Texte.');
const empty = document('', '');
const nothing = { slug: '', language: 'fr', urgency: 5, desk: '', agency: '', place: '' } as const;

let db: WritableDb;
const journal = (baseVersion: number, ...steps: readonly StepJson[]) =>
  journalSteps(db, { draftId, baseVersion, steps, now: 100 });
const heading = (field: HeadingField, to: string, from = '') =>
  new HeadingStep(field, from, to).toJSON();
const read = () => readDispatch(db, { id: dispatchId });

beforeEach(() => {
  db = writableDb();
  createDispatch(db, {
    dispatch: { id: dispatchId, ...nothing, createdAt: 10 },
    draft: { id: draftId, dispatchId, kind: 'report', document: empty, author: 'atl', now: 10 },
  });
});

describe('the slug, dateline and byline of a draft', () => {
  it('are journaled with the words, and stand in the dispatch and draft at once', () => {
    const saved = journal(
      0,
      rewrite(empty, words),
      heading('slug', 'PONTS'),
      heading('place', 'Valdane'),
      heading('byline', 'Marie Brunel'),
      heading('agency', 'Reuters'),
      heading('slug', 'PONTS-VALDANE', 'PONTS'),
    );
    expect(saved).toEqual({ version: 6, savedAt: 100, heading: dispatchId });
    const kept = {
      slug: 'PONTS-VALDANE',
      place: 'Valdane',
      agency: 'Reuters',
      draft: { version: 6, document: words, byline: 'Marie Brunel' },
    };
    expect(read()).toMatchObject(kept);
    checkpointDraft(db, { draftId, version: 6, document: words, notes: [], now: 200 });
    setDraftFacts(db, { draftId, facts: { advisoryLine: 'x', carries: { of: 'nothing' } } });
    expect(read()).toMatchObject(kept);
    expect(read().draft?.facts).toEqual({ advisoryLine: 'x', carries: { of: 'nothing' } });
    expect(journal(6, rewrite(words, empty)).heading).toBeNull();
  });

  it('go out with the take, its byline as its author, else the initials of who publishes it', () => {
    const publish = (version: number) =>
      publishDraft(db, {
        draftId,
        version,
        key: testId(3),
        takeId: testId(4),
        author: 'mbr',
        stamp: { by: 'clock' },
        now: 1_000,
        zone: 'UTC',
      });
    journal(0, rewrite(empty, words), heading('byline', ' Marie Brunel '));
    publish(2);
    expect(read().takes).toMatchObject([{ author: 'Marie Brunel', carries: { of: 'nothing' } }]);
    expect(verifyRecord(db).problems).toEqual([]);
  });

  it.each([
    { stepType: 'heading', field: 'urgency', from: '', to: '1' },
    { stepType: 'heading', field: 'slug', from: '', to: 'x'.repeat(121) },
    { stepType: 'heading', field: 'slug', from: '', to: 'A\nB' },
    { stepType: 'heading', field: 'slug', from: '', to: 7 },
    { stepType: 'heading' },
  ])('are refused where they are none, and nothing of the batch is kept: %#', (step) => {
    expect(() => journal(0, rewrite(empty, words), step)).toThrow('heading');
    expect(read()).toMatchObject({ slug: '', draft: { version: 0, document: empty } });
  });
});
