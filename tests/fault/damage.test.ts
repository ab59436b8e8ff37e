import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { setEmbargo } from '../../src-main/archive/commands/embargo';
import { importDispatches } from '../../src-main/archive/commands/import';
import { setStamp } from '../../src-main/archive/commands/stamps';
import { openForReading, openForWriting } from '../../src-main/archive/connection';
import { all, connectionOf, type ReadableDb } from '../../src-main/archive/database';
import { readDispatch, readOriginalBytes } from '../../src-main/archive/queries/dispatch';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { generated, readCorpus } from '../bench/support/corpus';
import { seeded, type Random } from '../bench/support/random';
import { must, newArchiveFile, temporaryFolder } from '../support/archives';
import { published, publishTake } from '../support/dispatches';
import { document } from '../support/texts';
import { patience, tell, tries } from './support/tally';

/** An archive with all that readers see: takes of several kinds, originals, supplied times, an embargo. */
function archiveToDamage(): Buffer {
  const file = newArchiveFile();
  const db = must(openForWriting(file));
  const corpus = readCorpus();
  const imported = Array.from({ length: 24 }, (_, number) => generated(corpus, number, 24).input);
  importDispatches(db, {
    dispatches: imported.map(({ original, ...input }, number) => ({
      ...input,
      original: { ...original, bytes: Buffer.from(`photo ${number} `.repeat(400)) },
    })),
  });
  const { dispatchId, takeId } = published(db, document('Crue', 'Le bac est arrêté.'));
  publishTake(db, dispatchId, 'update', document('Crue (suite)', 'Le bac repart.'));
  publishTake(db, dispatchId, 'correction', document('Crue', 'Le bac est suspendu.'), {
    of: 'correction',
    corrects: takeId,
    wrong: 'arrêté',
    right: 'suspendu',
  });
  const [undated] = importedWithoutTime(db);
  if (undated !== undefined) {
    setStamp(db, {
      takeId: undated,
      stamp: { precision: 'minute', instant: 1_500_000_000_000, zone: 'Europe/Paris' },
      reason: 'Heure du fil',
      author: 'atl',
      now: Date.now(),
    });
  }
  setEmbargo(db, {
    id: dispatchId,
    until: { instant: Date.now() + 86_400_000, zone: 'Europe/Paris' },
    reason: '',
    author: 'atl',
    now: Date.now(),
  });
  connectionOf(db).pragma('wal_checkpoint(TRUNCATE)');
  connectionOf(db).close();
  return readFileSync(file);
}

/** A dispatch of one take whose time nobody knows; the id of the take. */
function importedWithoutTime(db: Parameters<typeof importDispatches>[0]): readonly string[] {
  const { input } = generated(readCorpus(), 30, 31);
  const takes = input.takes.slice(0, 1).map((take) => ({
    ...take,
    stamp: { precision: 'unknown' as const },
  }));
  importDispatches(db, { dispatches: [{ ...input, takes }] });
  return takes.map(({ id }) => id);
}

/** What readers see of the whole archive: every take with its stamp, every embargo, every original. */
function seenIn(db: ReadableDb): string {
  const dispatches = all<{ id: string }>(db, 'SELECT id FROM dispatch ORDER BY id').map(
    ({ id }) => {
      const { takes, embargo, originals } = readDispatch(db, { id });
      return { id, takes, embargo, originals: originals.map(({ sha256 }) => sha256) };
    },
  );
  const files = all<{ sha256: string }>(db, 'SELECT sha256 FROM original ORDER BY sha256').map(
    (one) => Buffer.from(readOriginalBytes(db, one).bytes).toString('base64'),
  );
  return JSON.stringify({ dispatches, files });
}

const page = 16_384;

/** Damages a page in one of the ways in which disks and programs do. */
function damaged(whole: Buffer, random: Random): Buffer {
  const copy = Buffer.from(whole);
  const pages = whole.length / page;
  const at = random.whole(0, pages - 1) * page;
  const offset = Math.floor(random.next() * page);
  switch (random.pick(['bit', 'byte', 'zeros', 'noise', 'other page'])) {
    case 'bit':
      copy[at + offset] = (copy[at + offset] ?? 0) ^ (1 << random.whole(0, 7));
      break;
    case 'byte':
      copy[at + offset] = random.whole(0, 255);
      break;
    case 'zeros':
      copy.fill(0, at + (offset & ~511), at + (offset & ~511) + 512);
      break;
    case 'noise':
      for (let index = 0; index < 64; index += 1) {
        copy[at + ((offset + index) % page)] = random.whole(0, 255);
      }
      break;
    default: {
      const from = random.whole(0, pages - 1) * page;
      whole.copy(copy, at, from, from + page);
    }
  }
  return copy;
}

/** What is seen in a damaged file, and whether verifying says that something is wrong. */
function examined(file: string): { readonly seen: string | null; readonly found: boolean } {
  const opened = openForReading(file);
  if (!opened.ok) return { seen: null, found: true };
  const db = opened.value;
  try {
    const found = attempt(() => verifyRecord(db).problems.length > 0) ?? true;
    return { seen: attempt(() => seenIn(db)), found };
  } finally {
    connectionOf(db).close();
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

describe('a file with a damaged page', () => {
  it(
    'never passes verification when a text, photo or stamp is not as it was published',
    { timeout: patience },
    () => {
      const random = seeded(21);
      const whole = archiveToDamage();
      const file = path.join(temporaryFolder(), 'damaged.writethru');
      writeFileSync(file, whole);
      const before = examined(file);
      expect(before.found).toBe(false);
      const total = tries(1_000, 40);
      let [harmed, found] = [0, 0];
      for (let index = 0; index < total; index += 1) {
        writeFileSync(file, damaged(whole, random));
        const after = examined(file);
        if (after.seen === before.seen) continue;
        harmed += 1;
        if (after.found) found += 1;
      }
      tell({
        fault: 'a page damaged at random',
        tries: total,
        acknowledged: null,
        lost: null,
        torn: null,
        damaged: harmed,
        found,
      });
      expect(harmed).toBeGreaterThan(total / 20);
      expect(found).toBe(harmed);
    },
  );
});
