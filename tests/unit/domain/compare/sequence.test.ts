import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonSequence, heaviestChain, ordinaryEffort } from '@domain/compare/sequence';

/** Length of a longest common subsequence, the slow and sure way. */
function longestCommon(left: readonly number[], right: readonly number[]): number {
  let before = Array.from({ length: right.length + 1 }, () => 0);
  for (const item of left) {
    const row = [0];
    for (const [at, other] of right.entries()) {
      row.push(item === other ? before[at]! + 1 : Math.max(before[at + 1]!, row[at]!));
    }
    before = row;
  }
  return before[right.length]!;
}

const items = fc.array(fc.nat(6), { maxLength: 40 });

describe('what two sequences have in common', () => {
  it('is as long as can be where the sequences are short', () => {
    fc.assert(
      fc.property(items, items, (left, right) => {
        const matches = commonSequence(left, right, { steps: ordinaryEffort });
        expect(matches.length).toBe(longestCommon(left, right));
      }),
    );
  });

  it.each([ordinaryEffort, 50, 0])('is equal items in rising order, with effort %i', (steps) => {
    const long = fc.array(fc.nat(400), { maxLength: 1_500 });
    fc.assert(
      fc.property(long, fc.nat(40), long, (left, from, inserted) => {
        const right = [...left.slice(0, from), ...inserted, ...left.slice(from * 2)];
        let last = { left: -1, right: -1 };
        for (const match of commonSequence(left, right, { steps })) {
          expect(left[match.left]).toBe(right[match.right]);
          expect(match.left).toBeGreaterThan(last.left);
          expect(match.right).toBeGreaterThan(last.right);
          last = match;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('spends no more than its effort on sequences without anything in common', () => {
    const effort = { steps: 200_000 };
    const left = Array.from({ length: 30_000 }, (_, index) => index);
    const right = left.map((item) => item + 30_000);
    expect(commonSequence(left, right, effort)).toEqual([]);
    expect(effort.steps).toBeGreaterThanOrEqual(0);
  });
});

describe('the heaviest chain', () => {
  const matches = fc.array(
    fc.record({ left: fc.nat(7), right: fc.nat(7), weight: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 9 },
  );

  it('rises on both sides and no other such set is heavier', () => {
    fc.assert(
      fc.property(matches, (given) => {
        const weight = (chain: typeof given): number =>
          chain.reduce((sum, match) => sum + match.weight, 0);
        const rises = (chain: typeof given): boolean =>
          chain.every((match, at) => {
            const before = chain[at - 1];
            return before === undefined || (before.left < match.left && before.right < match.right);
          });
        const chain = heaviestChain(given);
        expect(rises(chain)).toBe(true);
        let best = 0;
        for (let set = 0; set < 2 ** given.length; set += 1) {
          const some = given
            .filter((_, at) => (set >> at) % 2 === 1)
            .toSorted((a, b) => a.left - b.left);
          if (rises(some)) best = Math.max(best, weight(some));
        }
        expect(weight(chain)).toBe(best);
      }),
    );
  });
});
