import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../src-main/archive/commands/dispatches';
import { setDraftFacts } from '../../../src-main/archive/commands/draft-facts';
import { journalSteps, startDraft } from '../../../src-main/archive/commands/drafts';
import { publishDraft } from '../../../src-main/archive/commands/publish';
import { setStamp } from '../../../src-main/archive/commands/stamps';
import type { WritableDb } from '../../../src-main/archive/database';
import { readDispatch } from '../../../src-main/archive/queries/dispatch';
import { verifyRecord } from '../../../src-main/archive/verify/verify-record';
import { readState } from '../../../src-main/archive/queries/states';
import { Refusal } from '../../../src-main/archive/refusal';
import { canonicalText } from '../../../src-main/domain/document/canonical-text';
import { emptyDocument, toJson } from '../../../src-main/domain/document/node';
import { correctable } from '../../../src-main/domain/record/carries';
import type { TakeKind } from '../../../src-main/domain/record/take';
import { testId, writableDb } from '../../support/archives';
import { document, nodeOf, rewrite } from '../../support/texts';

const dispatchId = testId(1);
const zone = 'Europe/Paris';
const start = Date.UTC(2026, 0, 1);

/** What a desk does: publishes a take, or puts a stamp right; the clock jumps meanwhile, back too. */
type Act =
  | { readonly do: 'publish'; readonly kind: Exclude<TakeKind, 'report'>; readonly jump: number }
  | { readonly do: 'stamp'; readonly at: number; readonly jump: number };

const jump = fc.integer({ min: -5_000_000, max: 20_000_000 });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      kind: fc.constantFrom('update', 'correction', 'writethru', 'advisory', 'kill'),
      jump,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stamp' as const), at: jump, jump }) },
);

/** What was published, told by the test itself: the naive record to compare with. */
type Told = { readonly kind: TakeKind; readonly words: string; readonly corrects: number | null };

/** Publishes one take of a kind; its words name it. False where the rules refuse it. */
function publish(db: WritableDb, kind: TakeKind, number: number, now: number, told: Told[]): void {
  const { takes } = readDispatch(db, { id: dispatchId });
  const target = kind === 'correction' ? correctable(takes).at(-1) : undefined;
  const draftId = testId(100 + number);
  const begun = {
    id: draftId,
    dispatchId,
    kind,
    corrects: target?.id ?? null,
    document: toJson(emptyDocument(kind)),
    author: 'atl',
    now,
  };
  startDraft(db, begun);
  const current = readDispatch(db, { id: dispatchId }).draft;
  if (current === null) throw new Error('no draft');
  const words = document(`Titre ${number}`, `Paragraphe ${number}.`);
  const steps = [rewrite(current.document, words)];
  journalSteps(db, { draftId, baseVersion: current.version, steps, now });
  const carries =
    target !== undefined
      ? { of: 'correction' as const, corrects: target.id, wrong: 'faux', right: 'juste' }
      : kind === 'kill'
        ? { of: 'kill' as const, reason: 'Source', decidedBy: 'RC' }
        : { of: 'nothing' as const };
  setDraftFacts(db, { draftId, facts: { advisoryLine: '', carries } });
  const request = { draftId, version: current.version + 1, key: draftId, author: 'atl' };
  const takeId = testId(500 + number);
  publishDraft(db, { ...request, takeId, stamp: { by: 'clock' }, now, zone });
  told.push({ kind, words: `Paragraphe ${number}.`, corrects: target?.ordinal ?? null });
}

/** The paragraphs readers have after some takes, written without the domain's story. */
function naiveStory(told: readonly Told[]): readonly string[] {
  let parts: { readonly by: readonly number[]; readonly words: string }[] = [];
  let killed: string | null = null;
  for (const [index, { kind, words, corrects }] of told.entries()) {
    const own = { by: [index + 1], words };
    if (kind === 'report' || kind === 'update') parts.push(own);
    if (kind === 'writethru') parts = [own];
    if (kind === 'kill') killed = words;
    if (kind !== 'correction') continue;
    const at = parts.findIndex(({ by }) => by.includes(corrects ?? 0));
    if (at < 0) parts.push(own);
    else parts[at] = { by: [...(parts[at]?.by ?? []), index + 1], words };
  }
  return killed === null ? parts.map(({ words }) => words) : [killed];
}

function begin(db: WritableDb): void {
  createDispatch(db, {
    dispatch: {
      id: dispatchId,
      slug: 'CRUE',
      language: 'fr',
      urgency: 5,
      desk: '',
      agency: '',
      place: '',
      createdAt: start,
    },
    draft: {
      id: testId(100),
      dispatchId,
      kind: 'report',
      document: toJson(emptyDocument('report')),
      author: '',
      now: start,
    },
  });
}

/** Does what is allowed of a history; the rules refuse the rest and nothing of it remains. */
function perform(db: WritableDb, acts: readonly Act[]): readonly Told[] {
  const told: Told[] = [];
  begin(db);
  publish(db, 'report', 0, start, told);
  let now = start;
  for (const [index, one] of acts.entries()) {
    now += one.jump;
    try {
      if (one.do === 'publish') publish(db, one.kind, index + 1, now, told);
      else {
        const takes = readDispatch(db, { id: dispatchId }).takes;
        const take = takes[index % takes.length];
        const stamp = { precision: 'second', instant: now - Math.abs(one.at), zone } as const;
        setStamp(db, { takeId: take?.id ?? '', stamp, reason: 'Essai', author: 'atl', now });
      }
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
    }
  }
  return told;
}

describe('any history of a dispatch', () => {
  it('keeps its order, stamps that never go back, a whole chain, and every state it went through', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const db = writableDb();
        const told = perform(db, acts);
        const { takes } = readDispatch(db, { id: dispatchId });
        expect(takes.map(({ kind }) => kind)).toEqual(told.map(({ kind }) => kind));
        expect(takes.map(({ ordinal }) => ordinal)).toEqual(told.map((_, index) => index + 1));
        const stamps = takes.map(({ stamp }) =>
          stamp.precision === 'unknown' ? 0 : stamp.instant,
        );
        expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
        expect(verifyRecord(db).problems).toEqual([]);
        const instants = [...stamps, ...stamps.map((at) => at - 1), ...stamps.map((at) => at + 1)];
        for (const at of instants) {
          const out = stamps.filter((stamp) => stamp <= at).length;
          const ref = { of: 'story-at', dispatchId, at } as const;
          const { document: read } = readState(db, { ref });
          const lines = canonicalText(nodeOf(read))
            .split('\n')
            .filter((line) => line.startsWith('Paragraphe'));
          expect(lines).toEqual(naiveStory(told.slice(0, out)));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
