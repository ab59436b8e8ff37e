import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkpointDraft, journalSteps } from '../../../src-main/archive/commands/drafts';
import { takeUpUndo } from '../../../src-main/archive/commands/undo';
import { all, type WritableDb } from '../../../src-main/archive/database';
import { findEverywhere } from '../../../src-main/archive/find/find-everywhere';
import { replaceEverywhere, undoReplace } from '../../../src-main/archive/find/replace-everywhere';
import { loadDraft } from '../../../src-main/archive/queries/drafts';
import { Refusal } from '../../../src-main/archive/refusal';
import { toJson } from '../../../src-main/domain/document/node';
import type { Wanted } from '../../../src-main/domain/find/finder';
import { testId, writableDb } from '../../support/archives';
import { published } from '../../support/dispatches';
import { Office } from '../../support/pages';
import { document } from '../../support/texts';

const wanted: Wanted = {
  text: 'Trump',
  is: 'words',
  matchCase: true,
  wholeWord: true,
  accents: true,
};
const now = 2_000_000;

let db: WritableDb;
beforeEach(() => {
  db = writableDb();
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

const saved = () => vi.advanceTimersByTimeAsync(2_000);
const textOf = (office: Office) => office.kept.document.textContent;

function replace(
  replacement: string,
  {
    batch = 900,
    quotedToo = false,
    ...part
  }: Partial<Wanted> & { batch?: number; quotedToo?: boolean } = {},
) {
  const asked = { ...wanted, ...part };
  const drafts = findEverywhere(db, { wanted: asked, reach: 'drafts' }).found.map(
    ({ id, version }) => ({ id, version }),
  );
  return replaceEverywhere(db, {
    wanted: asked,
    replacement,
    quotedToo,
    author: 'mbr',
    drafts,
    batchId: testId(batch),
    now: Date.now(),
  });
}

describe('words in all drafts', () => {
  it('are found with the words around them, and in published takes where asked', () => {
    const first = new Office(db, 'Le président Trump a parlé. « Trump ment », a-t-il lu.');
    published(db, document('Trump', 'Il a signé.'));
    const { found, read, of } = findEverywhere(db, { wanted, reach: 'drafts' });
    expect([read, of]).toEqual([1, 1]);
    expect(found).toMatchObject([
      {
        on: 'draft',
        id: first.draftId,
        count: 2,
        quoted: 1,
        places: [
          { before: 'Le président ', words: 'Trump', quoted: false },
          { words: 'Trump', quoted: true },
        ],
      },
    ]);
    const everywhere = findEverywhere(db, { wanted, reach: 'all' });
    expect(everywhere.found.map(({ on, count }) => [on, count])).toEqual([
      ['draft', 2],
      ['take', 1],
    ]);
  });

  it('are replaced in one go, but for quoted words and what is published, and taken back in one go', () => {
    const offices = [
      new Office(db, 'Trump a parlé. « Trump ment », a-t-il lu.'),
      new Office(db, 'Rien ici.'),
      new Office(db, 'Donald Trump et Trump.'),
    ] as const;
    published(db, document('Trump', 'Il a signé.'));
    const before = offices.map(textOf);
    const takes = all(db, 'SELECT document FROM take');
    const { replaced, drafts, batchId } = replace('Donald Trump');
    expect([replaced, drafts.length]).toEqual([3, 2]);
    expect(textOf(offices[0])).toContain('Donald Trump a parlé. « Trump ment »');
    expect(textOf(offices[2])).toContain('Donald Donald Trump et Donald Trump.');
    expect(all(db, 'SELECT document FROM take')).toEqual(takes);
    expect(undoReplace(db, { batchId, now }).drafts).toHaveLength(2);
    expect(offices.map(textOf)).toEqual(before);
    expect(() => undoReplace(db, { batchId, now })).toThrow(Refusal);
  });

  it('come to open windows as another window’s, which undo only what they did, and go back under it', async () => {
    const office = new Office(db, 'Trump a parlé mardi.');
    const page = office.open();
    await saved();
    page.typeAfter('mardi', ' soir');
    await saved();
    const { drafts } = replace('Donald Trump');
    for (const { version } of drafts) page.draft.journal.hear(version);
    await saved();
    expect(page.text).toContain('Donald Trump a parlé mardi soir.');
    page.undo();
    expect(page.text).toContain('Donald Trump a parlé mardi.');
    page.redo();
    page.typeAfter('parlé', ' fort');
    await saved();
    for (const { version } of undoReplace(db, { batchId: null, now }).drafts) {
      page.draft.journal.hear(version);
    }
    await saved();
    expect(page.text).toContain('Trump a parlé fort mardi soir.');
    expect(page.text).not.toContain('Donald');
    page.undo();
    page.undo();
    expect(page.text).toContain('Trump a parlé mardi.');
  });

  it('stay as they are in a draft that was written in since it was looked through', async () => {
    const office = new Office(db, 'Trump a parlé mardi.');
    const page = office.open();
    await saved();
    const [draft] = findEverywhere(db, { wanted, reach: 'drafts' }).found;
    page.typeAfter('mardi', ' soir');
    await saved();
    const request = {
      wanted,
      replacement: 'X',
      quotedToo: true,
      author: '',
      batchId: testId(9),
      now,
    };
    const drafts = draft === undefined ? [] : [{ id: draft.id, version: draft.version }];
    expect(replaceEverywhere(db, { ...request, drafts })).toMatchObject({
      replaced: 0,
      changed: 1,
      drafts: [],
    });
    expect(office.kept.document.textContent).toContain('Trump a parlé mardi soir.');
  });

  it('are not taken up by a page as its own undo, and the last replacing is taken back first', async () => {
    const office = new Office(db, 'Trump a parlé.');
    replace('Biden', { batch: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    replace('Harris', { batch: 2, text: 'Biden' });
    const { draftId, kept } = office;
    expect(
      takeUpUndo(db, { draftId, clientId: testId(3), version: kept.version, others: [] }),
    ).toEqual({ is: 'none' });
    undoReplace(db, { batchId: null, now });
    expect(textOf(office)).toContain('Biden a parlé');
    undoReplace(db, { batchId: null, now });
    expect(textOf(office)).toContain('Trump a parlé');
    expect(() => undoReplace(db, { batchId: null, now })).toThrow(Refusal);
  });

  it('by a pattern that explodes are given up in time, with nothing changed', () => {
    const office = new Office(db, `${'a'.repeat(60)}b`);
    const began = performance.now();
    expect(() => replace('x', { text: '(a+)+$', is: 'pattern' })).toThrow(/pattern-too-slow/u);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(textOf(office)).toContain('aaab');
    expect(() => replace('x', { text: '(', is: 'pattern' })).toThrow(Refusal);
  });

  it('are replaced in what was journaled and what was checkpointed alike', () => {
    const office = new Office(db, 'Trump.');
    const { draftId } = office;
    journalSteps(db, {
      draftId,
      baseVersion: 0,
      steps: [
        {
          stepType: 'replace',
          from: 1,
          to: 1,
          slice: { content: [{ type: 'text', text: 'Trump ' }] },
        },
      ],
      now,
    });
    const { document: doc, version } = office.kept;
    checkpointDraft(db, { draftId, version, document: toJson(doc), notes: [], now });
    expect(replace('Biden', { quotedToo: true }).replaced).toBe(2);
    expect(loadDraft(db, draftId).document.textContent).toMatch(/^Biden .*Biden\./u);
  });
});
