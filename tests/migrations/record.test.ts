import { describe, expect, it } from 'vitest';
import { all } from '../../src-main/archive/database';
import { readDispatch } from '../../src-main/archive/queries/dispatch';
import { readHistory } from '../../src-main/archive/queries/history';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { readState } from '../../src-main/archive/queries/states';
import { writableDb } from '../support/archives';
import { archiveOfVersion } from './versions';

const dispatchId = '01a2074e-1bc3-73fc-a0c8-7f79a9959a41';
const noon = Date.UTC(2026, 10, 23, 12);

describe.each([35, 40, 50])(
  'an archive of schema version %i, with everything a record can hold',
  (version) => {
    it('verifies clean: takes, a stamp supplied later, an embargo', () => {
      const db = writableDb(archiveOfVersion(version));
      expect(verifyRecord(db)).toMatchObject({ dispatches: 1, revisions: 6, problems: [] });
      const { revisions, chainIsWhole } = readHistory(db, { id: dispatchId });
      expect(chainIsWhole).toBe(true);
      expect(revisions.map(({ entry }) => entry.is)).toEqual([
        'take',
        'take',
        'take',
        'take',
        'stamp',
        'embargo',
      ]);
    });

    it('keeps stamps with their reasons, what a correction carries, the embargo, the hour of a draft', () => {
      const { takes, draft, embargo } = readDispatch(writableDb(archiveOfVersion(version)), {
        id: dispatchId,
      });
      expect(
        takes.map(({ kind, stampSupplied, stampReason }) => [kind, stampSupplied, stampReason]),
      )
        // The clock stood behind when the last take went out: its stamp is that of the one before.
        .toEqual([
          ['report', false, null],
          ['correction', true, null],
          ['update', false, 'Envoyée par téléphone.'],
          ['correction', false, null],
        ]);
      expect(takes[1]?.stamp).toEqual({
        precision: 'minute',
        instant: 1_755_852_060_000,
        zone: 'Europe/Paris',
      });
      expect(takes[3]).toMatchObject({
        advisoryLine: '(Corrige au 1er paragraphe)',
        carries: { of: 'correction', corrects: takes[0]?.id, wrong: 'faux', right: 'juste' },
      });
      expect(embargo).toEqual({ instant: noon + 86_400_000, zone: 'Europe/Paris' });
      expect(draft).toMatchObject({ kind: 'update', schedule: { at: noon + 90_000_000 } });
    });

    it('reads as it read then, and knows what went out', () => {
      const db = writableDb(archiveOfVersion(version));
      const at = (instant: number) =>
        JSON.stringify(
          readState(db, { ref: { of: 'story-at', dispatchId, at: instant } }).document,
        );
      expect(at(noon - 1)).not.toContain('12 000 personnes');
      expect(at(noon)).toContain('12 000 personnes');
      expect(all(db, 'SELECT way, format, destination, last_ordinal FROM export')).toEqual([
        { way: 'file', format: 'wire', destination: 'FESTIVAL.txt', last_ordinal: 4 },
      ]);
    });
  },
);
