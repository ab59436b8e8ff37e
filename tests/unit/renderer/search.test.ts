import { describe, expect, it } from 'vitest';
import type { SearchHit } from '../../../src-main/contract/models';
import { ok } from '../../../src-main/domain/result';
import {
  activeHit,
  answered,
  idle,
  moved,
  typed,
  type Answer,
} from '../../../src-renderer/features/search/model';
import { pieces } from '../../../src-renderer/ui/MarkedText';

function answerOf(count: number): Answer {
  const hits = Array.from({ length: count }, (_, index): SearchHit => ({
    dispatchId: `d${index}`,
    source: 'take',
    sourceId: `t${index}`,
    kind: 'report',
    slug: '',
    language: 'fr',
    stamp: null,
    at: 0,
    headline: { text: '', ranges: [] },
    passage: { text: '', ranges: [] },
    places: 1,
    ended: null,
    embargoed: false,
    repeats: null,
  }));
  return {
    hits,
    next: null,
    tookMs: 1,
    problems: [],
    matchers: [],
    bounded: false,
    rankedAmong: null,
    answered: { by: 'index' },
  };
}

describe('the search as one types', () => {
  it('drops the answer to an earlier question', () => {
    const first = typed(idle, 'rai');
    const second = typed(first, 'raid');
    const late = answered(second, first.asked, ok(answerOf(9)));
    expect(late).toBe(second);
    expect(answered(late, second.asked, ok(answerOf(2))).answer?.hits.length).toBe(2);
  });

  it('keeps the answer on screen while the next is awaited', () => {
    const first = typed(idle, 'raid');
    const shown = answered(first, first.asked, ok(answerOf(3)));
    const next = typed(shown, 'raids');
    expect(next.answer?.hits.length).toBe(3);
    expect(next.waiting).toBe(true);
  });

  it('shows nothing for an empty field, and no late answer either', () => {
    const first = typed(idle, 'raid');
    const cleared = typed(first, ' ');
    expect(cleared).toMatchObject({ answer: null, waiting: false });
    expect(answered(cleared, first.asked, ok(answerOf(3))).answer).toBeNull();
  });

  it('keeps what was found when a later question fails', () => {
    const first = typed(idle, 'raid');
    const shown = answered(first, first.asked, ok(answerOf(3)));
    const next = typed(shown, 'raids');
    const failed = answered(next, next.asked, { ok: false, error: { code: 'archive-busy' } });
    expect(failed.answer?.hits.length).toBe(3);
    expect(failed.error?.code).toBe('archive-busy');
  });

  it('moves the active hit within the hits, and begins anew with other words', () => {
    const asked = typed(idle, 'raid');
    const shown = answered(asked, asked.asked, ok(answerOf(3)));
    const last = moved(shown, 10);
    expect(activeHit(last)?.dispatchId).toBe('d2');
    expect(moved(last, -10).active).toBe(0);
    const again = typed(last, 'raid');
    expect(answered(again, again.asked, ok(answerOf(3))).active).toBe(2);
    const other = typed(last, 'trêve');
    expect(answered(other, other.asked, ok(answerOf(3))).active).toBe(0);
  });
});

describe('pieces', () => {
  it('cuts a text into marked and plain pieces that make up the whole', () => {
    const marked = pieces({
      text: 'les raids américains',
      ranges: [
        { start: 10, end: 20 },
        { start: 4, end: 9 },
        { start: 5, end: 12 },
      ],
    });
    expect(marked.map((piece) => piece.text).join('')).toBe('les raids américains');
    expect(marked.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual([
      'raids',
      ' am',
      'éricains',
    ]);
  });

  it('cuts ranges beyond the text', () => {
    expect(pieces({ text: 'ab', ranges: [{ start: 1, end: 9 }] })).toEqual([
      { text: 'a', marked: false },
      { text: 'b', marked: true },
    ]);
  });
});
