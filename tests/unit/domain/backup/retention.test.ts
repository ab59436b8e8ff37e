import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kept, outlived } from '@domain/backup/retention';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 23, 12);

describe('which backups may go', () => {
  it('of a year of hourly ones: all but one an hour, a day, a week, as long as each is kept', () => {
    const made = Array.from({ length: 365 * 24 }, (_, index) => now - index * hour);
    const gone = new Set(outlived(made, now));
    const staying = made.filter((at) => !gone.has(at));
    expect(staying.filter((at) => now - at <= 24 * hour)).toHaveLength(25);
    // 13 more days, and 10 more weeks, give or take the one each that lies across.
    expect(staying.length).toBeGreaterThanOrEqual(25 + 13 + 10);
    expect(staying.length).toBeLessThanOrEqual(25 + 14 + 12);
    expect(Math.min(...staying)).toBeGreaterThanOrEqual(now - 12 * 7 * 24 * hour);
  });

  it('is never the newest, nor the newest of an hour, day or week that is kept', () => {
    const instants = fc.uniqueArray(fc.integer({ min: now - 400 * 24 * hour, max: now + hour }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(instants, (made) => {
        const gone = new Set(outlived(made, now));
        const staying = made.filter((at) => !gone.has(at));
        expect(staying).toContain(Math.max(...made));
        for (const { of, for: length } of kept) {
          for (const at of made.filter((one) => now - one <= length)) {
            const same = made.filter((one) => Math.floor(one / of) === Math.floor(at / of));
            expect(staying).toContain(Math.max(...same));
          }
        }
        // Letting go twice lets go of nothing more.
        expect(outlived(staying, now)).toEqual([]);
      }),
    );
  });

  it('is nothing where there is nothing', () => {
    expect(outlived([], now)).toEqual([]);
  });
});
