import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedOnLine, placesOnLine } from '../../../../src-main/domain/time/life-line';

const instants = fc
  .array(fc.integer({ min: 0, max: 4e12 }), { minLength: 2, maxLength: 60 })
  .map((all) => all.toSorted((a, b) => a - b));

describe('the line a life is drawn on', () => {
  it('keeps the order, fills the line, and leaves nothing on one spot', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const places = placesOnLine(all);
        expect(places[0]).toBe(0);
        expect(places.at(-1)).toBeCloseTo(1);
        for (const [index, place] of places.entries()) {
          if (index > 0) expect(place).toBeGreaterThan(places[index - 1] ?? 0);
        }
      }),
    );
    expect(placesOnLine([])).toEqual([]);
    expect(placesOnLine([5])).toEqual([0.5]);
  });

  it('draws a longer stretch longer, and years beside minutes readable', () => {
    const minute = 60_000;
    const [, second = 0, third = 0] = placesOnLine([0, minute, 2 * minute + 3.2e11, 4e11]);
    expect(second).toBeGreaterThan(0.03);
    expect(third - second).toBeGreaterThan(second);
  });

  it('names the first, the last, and no two whose names would meet', () => {
    fc.assert(
      fc.property(instants, fc.double({ min: 0.05, max: 0.4, noNaN: true }), (all, room) => {
        const places = placesOnLine(all);
        const named = namedOnLine(places, room).map((index) => places[index] ?? 0);
        expect(named[0]).toBe(0);
        expect(named.at(-1)).toBeCloseTo(1);
        for (const [index, place] of named.entries()) {
          if (index > 0)
            expect(place - (named[index - 1] ?? 0)).toBeGreaterThanOrEqual(room - 1e-9);
        }
      }),
    );
  });
});
