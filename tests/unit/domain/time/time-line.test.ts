import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../../src-main/domain/query/period';
import {
  barOf,
  civilOf,
  dayNumber,
  firstDayOf,
  isoDay,
  lastDayOf,
} from '../../../../src-main/domain/time/calendar';
import {
  binned,
  brushOf,
  dayLens,
  lineUnits,
  movedTo,
  nextUnit,
  periodText,
  shownCount,
  sumOf,
  widestLens,
  zoomedTo,
  type Extent,
  type Lens,
} from '../../../../src-main/domain/time/time-line';

/** Days of the years 1001 to 2999. */
const day = fc.integer({ min: -353_920, max: 376_199 });
const extent = fc
  .tuple(day, fc.integer({ min: 0, max: 40_000 }))
  .map(([from, length]): Extent => ({ from, to: from + length }));
const unit = fc.constantFrom(...lineUnits);
const act = fc.oneof(
  fc.record({ is: fc.constant('move' as const), by: fc.integer(), stretch: fc.boolean() }),
  fc.record({ is: fc.constant('zoom' as const), unit }),
);

/** The lens after a person moved and zoomed. */
function after(
  acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[],
  of: Extent,
) {
  return acts.reduce<Lens>(
    (lens, one) =>
      one.is === 'zoom'
        ? zoomedTo(lens, one.unit, of)
        : movedTo(lens, lens.at + (one.by % 100), of, one.stretch),
    widestLens(of),
  );
}

describe('stretches of time', () => {
  it('hold each day once, and begin and end where calendars say', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('year' as const, 'month' as const, 'day' as const),
        (d, u) => {
          const bar = barOf(u, d);
          expect(firstDayOf(u, bar)).toBeLessThanOrEqual(d);
          expect(lastDayOf(u, bar)).toBeGreaterThanOrEqual(d);
          expect(barOf(u, lastDayOf(u, bar) + 1)).toBe(bar + 1);
          expect(dayNumber({ ...civilOf(d), day: Number(isoDay(d).slice(8)) })).toBe(d);
        },
      ),
    );
    expect(
      isoDay(lastDayOf('month', barOf('month', dayNumber({ year: 2024, month: 2, day: 5 })))),
    ).toBe('2024-02-29');
  });
});

describe('what is looked at of a time line', () => {
  it('stays within the archive and has in sight where the brush has come to', () => {
    fc.assert(
      fc.property(extent, fc.array(act, { maxLength: 12 }), (of, acts) => {
        const lens = after(acts, of);
        const { from, to } = brushOf(lens);
        expect(firstDayOf(lens.unit, from)).toBeLessThanOrEqual(of.to);
        expect(lastDayOf(lens.unit, to)).toBeGreaterThanOrEqual(of.from);
        const shown = shownCount(lens.unit, of);
        const last = lens.first + shown - 1;
        expect(lastDayOf(lens.unit, last)).toBeGreaterThanOrEqual(of.from);
        expect(firstDayOf(lens.unit, lens.first)).toBeLessThanOrEqual(of.to);
        const moved = movedTo(lens, lens.at, of, true);
        expect(moved.first).toBeLessThanOrEqual(moved.at);
        expect(moved.first + shown).toBeGreaterThan(moved.at);
      }),
    );
  });

  it('shows a day by its hours, and goes back to the day it came from', () => {
    const of = { from: barOf('day', 17_000), to: 18_000 };
    const hours = zoomedTo({ unit: 'day', first: 17_100, anchor: 17_123, at: 17_123 }, 'hour', of);
    expect(hours).toEqual(dayLens(17_123));
    expect(brushOf(zoomedTo(hours, 'day', of))).toEqual({ from: 17_123, to: 17_123 });
    // The hour after the last of a day is the first of the next, which is then in sight.
    expect(movedTo(hours, hours.at + 1, of, true)).toEqual({
      unit: 'hour',
      first: 17_124 * 24,
      anchor: 17_124 * 24,
      at: 17_124 * 24,
    });
    expect(nextUnit('hour', 1)).toBeNull();
    expect(nextUnit('day', -1)).toBe('month');
  });

  it('is asked for in a query that means just these days and hours', () => {
    const zone = 'Europe/Zurich';
    fc.assert(
      fc.property(extent, fc.array(act, { maxLength: 12 }), (of, acts) => {
        const lens = after(acts, of);
        const brush = brushOf(lens);
        const text = periodText(lens.unit, brush);
        const clock = { now: 0, zone: 'UTC' };
        const read = parsePeriod(text.replaceAll('"', ''), clock);
        const hour = 3_600_000;
        const [from, to] =
          lens.unit === 'hour'
            ? [brush.from * hour, (brush.to + 1) * hour]
            : [
                firstDayOf(lens.unit, brush.from) * 24 * hour,
                (lastDayOf(lens.unit, brush.to) + 1) * 24 * hour,
              ];
        expect({ text, read }).toEqual({ text, read: { from, to } });
      }),
    );
    const day17 = barOf('hour', dayNumber({ year: 2017, month: 5, day: 2 }));
    const text = periodText('hour', { from: day17 + 14, to: day17 + 17 });
    expect(text).toBe('"2017-05-02 14:00..2017-05-02 17:59"');
    expect(parsePeriod(text.replaceAll('"', ''), { now: 0, zone })).toEqual({
      from: Date.UTC(2017, 4, 2, 12),
      to: Date.UTC(2017, 4, 2, 16),
    });
  });
});

describe('binning', () => {
  const nothing = { report: 0, kill: 0 };
  it('counts each day in one stretch, whatever the unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day, report: fc.nat(50), kill: fc.nat(3) }), { minLength: 1 }),
        fc.constantFrom('year' as const, 'month' as const),
        (days, by) => {
          const bars = days.map((one) => barOf(by, one.day));
          const all = { from: Math.min(...bars), to: Math.max(...bars) };
          const sum = sumOf<'report' | 'kill'>(
            binned<'report' | 'kill'>(days, by, all, nothing),
            nothing,
          );
          expect(sum).toEqual({
            report: days.reduce((total, one) => total + one.report, 0),
            kill: days.reduce((total, one) => total + one.kill, 0),
          });
        },
      ),
    );
  });
});
