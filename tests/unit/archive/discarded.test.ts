import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../src-main/archive/commands/dispatches';
import { restoreDraft } from '../../../src-main/archive/commands/draft-facts';
import { discardDraft } from '../../../src-main/archive/commands/drafts';
import { dropDiscarded } from '../../../src-main/archive/commands/drop-discarded';
import { createNote, replyToNote } from '../../../src-main/archive/commands/notes';
import { all, type WritableDb } from '../../../src-main/archive/database';
import { discardedKept, readDiscarded } from '../../../src-main/archive/queries/discarded';
import { verifyRecord } from '../../../src-main/archive/verify/verify-record';
import { makeAnchor } from '../../../src-main/domain/annotation/anchor';
import { testId, writableDb } from '../../support/archives';
import { document } from '../../support/texts';

const day = 86_400_000;
const begun = 1_000_000_000;
const details = { language: 'fr', urgency: 5, desk: '', agency: '', place: '' } as const;

/** A dispatch with a draft; the draft's id. */
function begin(db: WritableDb, number: number, ...text: readonly [string, ...string[]]): string {
  const dispatchId = testId(number);
  const draftId = testId(number + 100);
  const [headline, ...paragraphs] = text;
  createDispatch(db, {
    dispatch: { id: dispatchId, slug: `SLUG-${number}`, ...details, createdAt: begun },
    draft: {
      id: draftId,
      dispatchId,
      kind: 'report',
      document: document(headline, ...paragraphs),
      author: '',
      now: begun,
    },
  });
  return draftId;
}

describe('discarded drafts', () => {
  it('are told of, the last one first, with their first words; those without words are not', () => {
    const db = writableDb();
    const drafts = [
      begin(db, 1, 'Crue', 'La Lisse monte.', 'Le bac est arrêté.'),
      begin(db, 2, '', ''),
      begin(db, 3, '', 'Sans titre encore.'),
    ];
    drafts.forEach((draftId, index) => discardDraft(db, { draftId, now: begun + index }));
    expect(readDiscarded(db, { now: begun + day })).toEqual([
      {
        draftId: drafts[2],
        dispatchId: testId(3),
        slug: 'SLUG-3',
        headline: '',
        words: 'Sans titre encore.',
        kind: 'report',
        discardedAt: begun + 2,
        isTaken: false,
      },
      expect.objectContaining({
        draftId: drafts[0],
        headline: 'Crue',
        words: 'La Lisse monte. Le bac est arrêté.',
      }),
    ]);
  });

  it('can be brought back for 30 days, each of several of one dispatch, and are let go afterwards', () => {
    const db = writableDb();
    const [old, young] = [begin(db, 1, 'Ancien', 'A.'), begin(db, 2, 'Récent', 'B.')];
    discardDraft(db, { draftId: old, now: begun });
    discardDraft(db, { draftId: young, now: begun + day });
    const later = begun + discardedKept;
    expect(dropDiscarded(db, { now: later })).toBe(0);
    expect(dropDiscarded(db, { now: later + 1 })).toBe(1);
    expect(readDiscarded(db, { now: later + 1 }).map(({ draftId }) => draftId)).toEqual([young]);
    const back = { dispatchId: testId(2), draftId: young, now: later };
    expect(restoreDraft(db, back)).toEqual({ draftId: young });
    expect(() => restoreDraft(db, { dispatchId: testId(1), draftId: old, now: later })).toThrow();
    // What is open is never let go, however old.
    expect(dropDiscarded(db, { now: later * 2 })).toBe(0);
    expect(all(db, 'SELECT id FROM draft')).toEqual([{ id: young }]);
  });

  it('go with the notes on them, and leave the archive sound', () => {
    const db = writableDb();
    const draftId = begin(db, 1, 'Crue', 'La Lisse monte.');
    createNote(db, {
      id: testId(7),
      dispatchId: testId(1),
      target: { on: 'draft', id: draftId },
      anchor: makeAnchor('Crue\nLa Lisse monte.', 8, 13),
      kind: 'comment',
      body: 'Vérifier la rivière.',
      author: 'mbr',
      now: begun,
    });
    replyToNote(db, { id: testId(8), noteId: testId(7), body: 'Fait.', author: 'atl', now: begun });
    discardDraft(db, { draftId, now: begun });
    expect(dropDiscarded(db, { now: begun + discardedKept + 1 })).toBe(1);
    for (const table of ['note', 'note_reply', 'note_event', 'draft', 'draft_journal']) {
      expect(all(db, `SELECT * FROM ${table}`)).toEqual([]);
    }
    expect(all(db, "SELECT * FROM search_entry WHERE source IN ('draft', 'note')")).toEqual([]);
    expect(verifyRecord(db).problems).toEqual([]);
  });
});
