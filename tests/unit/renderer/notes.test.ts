import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, outOfSight, type Card } from '../../../src-renderer/features/margin/layout';
import { neighbour } from '../../../src-renderer/state/notes';

const gap = 8;
const card = (id: string, wanted: number, height = 100): Card => ({ id, wanted, height });

describe('layOut', () => {
  it('stands cards level with their words where there is room', () => {
    const tops = layOut([card('a', 20), card('b', 300)], null, gap);
    expect([tops.get('a'), tops.get('b')]).toEqual([20, 300]);
  });

  it('moves cards down where they would overlap', () => {
    const tops = layOut([card('b', 50), card('a', 20)], null, gap);
    expect([tops.get('a'), tops.get('b')]).toEqual([20, 128]);
  });

  it('stands the active card at its words and lets those before it give way upward', () => {
    const tops = layOut([card('a', 200), card('b', 210), card('c', 220)], 'b', gap);
    expect([tops.get('a'), tops.get('b'), tops.get('c')]).toEqual([102, 210, 318]);
  });

  it('puts no card above the top while the active one is near its words', () => {
    const tops = layOut([card('a', -40), card('b', 10)], 'b', gap);
    expect([tops.get('a'), tops.get('b')]).toEqual([0, 108]);
  });

  it('stands the active card at its words however many are before it', () => {
    const cards = Array.from({ length: 50 }, (_, at) => card(String(at), at * 10));
    const tops = layOut(cards, '49', gap);
    expect([tops.get('49'), tops.get('48')]).toEqual([490, 490 - 108]);
  });

  it('never lets two cards overlap, whichever is active', () => {
    const anyCard = fc.record({
      wanted: fc.integer({ min: -200, max: 4000 }),
      height: fc.integer({ min: 20, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(anyCard, { maxLength: 30 }), fc.nat(30), (made, active) => {
        const cards = made.map((one, index) => ({ ...one, id: String(index) }));
        const tops = layOut(cards, String(active), gap);
        const placed = cards
          .map((one) => ({ top: tops.get(one.id) ?? Number.NaN, height: one.height }))
          .toSorted((a, b) => a.top - b.top);
        const wanted = Math.max(0, cards[active]?.wanted ?? 0);
        const isLevel = tops.get(String(active)) === wanted;
        expect(isLevel || placed.every(({ top }) => top >= 0)).toBe(true);
        placed.slice(1).forEach((one, index) => {
          const before = placed[index];
          if (before === undefined) return;
          expect(one.top).toBeGreaterThanOrEqual(before.top + before.height + gap);
        });
      }),
    );
  });
});

describe('outOfSight', () => {
  it('is silent while a card, or enough of one, is in sight, and where there is none', () => {
    expect(outOfSight([], 0, 600)).toBeNull();
    expect(outOfSight([500, 2000], 0, 600)).toBeNull();
    expect(outOfSight([584], 0, 600)).toBeNull();
    expect(outOfSight([100], 195, 800)).toBeNull();
  });

  it('tells of the side the nearest is on', () => {
    expect(outOfSight([585, 900], 0, 600)).toEqual({ side: 'below', count: 2, nearest: 585 });
    expect(outOfSight([10, 100, 3000], 200, 800)).toEqual({
      side: 'above',
      count: 2,
      nearest: 100,
    });
  });
});

describe('neighbour', () => {
  it('steps through notes in a ring', () => {
    expect(neighbour(['a', 'b'], null, 1)).toBe('a');
    expect(neighbour(['a', 'b'], null, -1)).toBe('b');
    expect(neighbour(['a', 'b'], 'b', 1)).toBe('a');
    expect(neighbour(['a', 'b'], 'a', -1)).toBe('b');
    expect(neighbour([], null, 1)).toBeUndefined();
  });
});
