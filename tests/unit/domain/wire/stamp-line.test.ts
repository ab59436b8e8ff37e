import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeKinds } from '@domain/record/take';
import { readStampLine, writeStampLine } from '@domain/wire/stamp-line';
import { instantOf, wallTimeAt } from '@domain/time/wall-time';

const zone = 'Europe/Zurich';

/** `precision UTC-instant zone` of a line's stamp. */
function read(line: string): string | null {
  const found = readStampLine(line, zone);
  if (found === null) return null;
  if (found.stamp.precision === 'unknown') return 'unknown';
  const { precision, instant, zone: place } = found.stamp;
  return `${precision} ${new Date(instant).toISOString().replace('.000Z', 'Z')} ${place}`;
}

describe('reading', () => {
  test.each([
    ['Publié', 'unknown'],
    ['  Publiée : ', 'unknown'],
    ['Published', 'unknown'],
    ['Publié le 2 mai 2017', 'day 2017-05-01T22:00:00Z Europe/Zurich'],
    ['Publié le 2 mai 2017, 21:14', 'minute 2017-05-02T19:14:00Z Europe/Zurich'],
    ['Publié le mardi 2 mai 2017 à 21h14', 'minute 2017-05-02T19:14:00Z Europe/Zurich'],
    ['Publié le 2 mai 2017 à 21\u00A0h\u00A014', 'minute 2017-05-02T19:14:00Z Europe/Zurich'],
    ['Publié le 1er août 2017 - 21h', 'minute 2017-08-01T19:00:00Z Europe/Zurich'],
    ['Publié le 2 MAI 2017, 21:14:05', 'second 2017-05-02T19:14:05Z Europe/Zurich'],
    ['Publié le 02/05/2017 à 21h14', 'minute 2017-05-02T19:14:00Z Europe/Zurich'],
    ['Publié le 02.05.2017, 21:14', 'minute 2017-05-02T19:14:00Z Europe/Zurich'],
    ['Publié le 9 févr. 2017', 'day 2017-02-08T23:00:00Z Europe/Zurich'],
    ['Mis à jour à 21h14', 'unknown'],
    ['Mise à jour le 2 mai à 21h14', 'unknown'],
    ['Mis à jour le 3 mai 2017, 08:00', 'minute 2017-05-03T06:00:00Z Europe/Zurich'],
    ['Published 2 May 2017 21:14 GMT', 'minute 2017-05-02T21:14:00Z UTC'],
    [
      'Published on Tuesday, May 2, 2017 at 9:14 p.m. EDT',
      'minute 2017-05-03T01:14:00Z America/New_York',
    ],
    ['Updated May 2nd, 2017 at 12:05 AM', 'minute 2017-05-01T22:05:00Z Europe/Zurich'],
    ['Published 2017-05-02T21:14:05Z', 'second 2017-05-02T21:14:05Z UTC'],
    ['Published 2017-05-02 21:14 +02:00', 'minute 2017-05-02T19:14:00Z UTC'],
    ['Published 03/04/2017', 'unknown'],
    ['Publié le 30 février 2017, 21:14', 'unknown'],
    ['Publié le 2 mai 2017, 25:14', 'unknown'],
    ['Publié le 2 mai 2017, 21:14 (Asia/Kolkata)', 'minute 2017-05-02T15:44:00Z Asia/Kolkata'],
    [
      'Publié le 2 mai 2017, 21:14 - Mis à jour le 3 mai 2017, 08:00',
      'minute 2017-05-02T19:14:00Z Europe/Zurich',
    ],
    ['Publié | Mis à jour le 3 mai 2017, 08:00', 'minute 2017-05-03T06:00:00Z Europe/Zurich'],
  ])('%j', (line, expected) => {
    expect(read(line)).toBe(expected);
    expect(readStampLine(line, zone)?.label).toBe(line.trim());
  });

  test.each([
    '',
    'Publié par les éditions du Nord',
    'Publié le lendemain, le rapport fait état de 2 morts',
    'Published in 2017',
    'Le 2 mai 2017, 21:14',
    'Mis à jour',
    'Correction',
    'Updated rules for 2017',
    'Publié le 2 mai 2017 à Paris',
  ])('%j is none', (line) => {
    expect(read(line)).toBe(line === 'Mis à jour' ? 'unknown' : null);
  });

  test.each([
    ['Corrigé le 3 mai 2017', 'correction'],
    ['Annulation publiée le 3 mai 2017', 'kill'],
    ['Mis à jour à 21h14', 'update'],
    ['Publié', null],
    ['Withdrawn 3 May 2017', 'kill'],
  ])('%j tells of %s', (line, kind) => {
    expect(readStampLine(line, zone)?.kind).toBe(kind);
  });

  test('any line is read or not, never thrown at', () => {
    const parts = fc.constantFrom(
      'Publié',
      ' le ',
      '2',
      ' mai ',
      '2017',
      ', ',
      '21:14',
      ' à ',
      'h',
      ' - ',
      '(',
      ')',
      'GMT',
      '+',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 10 }), (all) => {
        readStampLine(all.join(''), zone);
      }),
    );
  });
});

describe('writing', () => {
  test('is in words a reader knows', () => {
    const stamp = { precision: 'minute', instant: Date.UTC(2017, 4, 2, 19, 14), zone } as const;
    expect(writeStampLine('report', stamp, 'fr', zone)).toBe('Publié le 2 mai 2017, 21:14');
    expect(writeStampLine('update', stamp, 'en', zone)).toBe('Published 2 May 2017, 21:14');
    expect(writeStampLine('kill', stamp, 'en', 'UTC')).toBe(
      'Kill published 2 May 2017, 21:14 (Europe/Zurich)',
    );
    expect(writeStampLine('report', { precision: 'unknown' }, 'fr', zone)).toBe('Publié');
  });

  test('reads back to the same stamp and kind, in every zone and season', () => {
    const zones = [
      'Europe/Zurich',
      'UTC',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    ];
    const seconds = fc.oneof(
      fc.integer({ min: -700_000_000, max: 4_000_000_000 }),
      // Around the hours that occur twice or not at all.
      fc.integer({ min: 1_509_230_000, max: 1_509_245_000 }),
      fc.integer({ min: 1_490_480_000, max: 1_490_500_000 }),
      fc.integer({ min: 1_509_840_000, max: 1_509_870_000 }),
    );
    fc.assert(
      fc.property(
        seconds,
        fc.constantFrom('second' as const, 'minute' as const, 'day' as const),
        fc.constantFrom(...zones),
        fc.constantFrom(...takeKinds),
        fc.constantFrom('fr' as const, 'en' as const),
        (second, precision, place, kind, language) => {
          const instant = roundedTo(precision, second * 1000, place);
          const stamp = { precision, instant, zone: place };
          const line = writeStampLine(kind, stamp, language, zone);
          const back = readStampLine(line, zone);
          expect(back?.stamp).toEqual(stamp);
          const isNamed = kind !== 'report' && kind !== 'update';
          expect(back?.kind).toBe(isNamed ? kind : null);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('wall times', () => {
  const wall = { year: 2017, month: 10, day: 29, hour: 2, minute: 30, second: 0 };

  test('that occur twice are the first', () => {
    expect(instantOf(wall, zone)).toBe(Date.UTC(2017, 9, 29, 0, 30));
  });

  test('that do not occur are read with the offset from before', () => {
    expect(instantOf({ ...wall, month: 3, day: 26 }, zone)).toBe(Date.UTC(2017, 2, 26, 1, 30));
  });

  test('of unknown zones are not known', () => {
    expect(instantOf(wall, 'Mars/Olympus')).toBeNull();
    expect(wallTimeAt(0, 'Mars/Olympus')).toBeNull();
    expect(readStampLine('Publié le 2 mai 2017', 'Mars/Olympus')?.stamp.precision).toBe('unknown');
  });
});

/** The instant a stamp of a precision has: its minute's, or its day's, first in the zone. */
function roundedTo(precision: 'second' | 'minute' | 'day', instant: number, place: string): number {
  if (precision === 'second') return instant;
  if (precision === 'minute') return Math.floor(instant / 60_000) * 60_000;
  const wall = wallTimeAt(instant, place);
  if (wall === null) return instant;
  return instantOf({ ...wall, hour: 0, minute: 0, second: 0 }, place) ?? instant;
}
