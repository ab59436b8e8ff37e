import { describe, expect, it } from 'vitest';
import { importDispatches } from '../../../src-main/archive/commands/import';
import { setStamp } from '../../../src-main/archive/commands/stamps';
import type { WritableDb } from '../../../src-main/archive/database';
import { countDays, readDay } from '../../../src-main/archive/queries/time-line';
import { resetIndex } from '../../../src-main/archive/search/progress';
import type { Stamp } from '../../../src-main/domain/record/stamp';
import type { TakeKind } from '../../../src-main/domain/record/take';
import { writableDb } from '../../support/archives';
import { beginDispatch, nextId } from '../../support/dispatches';
import { buildWhole } from '../../support/search';
import { document } from '../../support/texts';

const zone = 'Europe/Zurich';
const hour = 3_600_000;
const noon = Date.UTC(2017, 4, 2, 12);
const day = Math.floor(noon / (24 * hour));

type Told = readonly [kind: TakeKind, stamp: Stamp];

/** Imports a dispatch whose takes have these kinds and stamps; the ids of the takes. */
function imported(db: WritableDb, takes: readonly Told[]): readonly string[] {
  const ids = takes.map(() => nextId());
  const id = nextId();
  const facts = { language: 'fr', urgency: 5, desk: '', agency: '', place: '' } as const;
  importDispatches(db, {
    dispatches: [
      {
        dispatch: { ...facts, id, slug: 'PONT', createdAt: noon },
        takes: takes.map(([kind, stamp], index) => ({
          id: ids[index] ?? '',
          kind,
          stamp,
          label: null,
          document: document('Un pont fermé', `Le pont est fermé (${index}).`),
        })),
        original: { bytes: Buffer.from(id), name: 'a.txt', encoding: 'utf-8', repairs: [] },
      },
    ],
  });
  return ids;
}

function at(instant: number, precision: 'minute' | 'day' = 'minute'): Stamp {
  return { precision, instant, zone };
}

const none = { dispatches: 0, report: 0, update: 0, correction: 0, kill: 0 };

describe('the time line of an archive', () => {
  it('counts takes by the day of the desk, and dispatches by their first take', () => {
    const db = writableDb();
    // 23:30 UTC is half past one of the next day at the desk.
    imported(db, [
      ['report', at(noon)],
      ['update', at(noon + 11.5 * hour)],
      ['writethru', at(noon + 30 * hour)],
      ['kill', at(noon + 31 * hour)],
    ]);
    imported(db, [['report', at(noon)]]);
    const [supplied = ''] = imported(db, [['report', { precision: 'unknown' }]]);
    beginDispatch(db, nextId(), document('Un brouillon', 'Pas encore publié.'));
    const counted = {
      state: 'counted',
      days: [
        { ...none, day, dispatches: 2, report: 2 },
        { ...none, day: day + 1, update: 2, kill: 1 },
      ],
      undated: 1,
    };
    expect(countDays(db, { zone })).toEqual(counted);
    setStamp(db, {
      takeId: supplied,
      stamp: { precision: 'minute', instant: noon - 48 * hour, zone },
      reason: 'Retrouvée',
      author: 'atl',
      now: noon,
    });
    expect(countDays(db, { zone })).toMatchObject({
      days: [{ ...none, day: day - 2, dispatches: 1, report: 1 }, ...counted.days],
      undated: 0,
    });
    resetIndex(db, { why: 'asked' });
    expect(countDays(db, { zone })).toEqual({ state: 'building' });
    buildWhole(db);
    expect(countDays(db, { zone })).toMatchObject({ undated: 0 });
  });

  it('tells the takes of a day by the hour of the desk, those without an hour apart', () => {
    const db = writableDb();
    const period = { from: noon - 14 * hour, to: noon + 10 * hour };
    imported(db, [
      ['report', at(noon, 'day')],
      ['update', at(noon + 2 * hour)],
    ]);
    imported(db, [['report', at(noon - 15 * hour)]]);
    imported(db, [['report', at(period.to)]]);
    imported(db, [['report', { precision: 'unknown' }]]);
    const { takes, more } = readDay(db, { ...period, zone });
    expect(takes.map(({ kind, hour: shown }) => [kind, shown])).toEqual([
      ['report', null],
      ['update', 16],
    ]);
    expect(takes[0]).toMatchObject({ slug: 'PONT', headline: 'Un pont fermé' });
    expect(more).toBe(false);
  });
});
