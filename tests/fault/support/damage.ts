import { readFileSync } from 'node:fs';
import { setEmbargo } from '../../../src-main/archive/commands/embargo';
import { importDispatches } from '../../../src-main/archive/commands/import';
import { setStamp } from '../../../src-main/archive/commands/stamps';
import { openForWriting } from '../../../src-main/archive/connection';
import { connectionOf, type WritableDb } from '../../../src-main/archive/database';
import { generated, readCorpus } from '../../bench/support/corpus';
import type { Random } from '../../bench/support/random';
import { must, newArchiveFile } from '../../support/archives';
import { published, publishTake } from '../../support/dispatches';
import { document } from '../../support/texts';

/** An archive with all that readers see: takes of several kinds, originals, supplied times, an embargo. */
export function archiveToDamage(file = newArchiveFile()): Buffer {
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
function importedWithoutTime(db: WritableDb): readonly string[] {
  const { input } = generated(readCorpus(), 30, 31);
  const takes = input.takes.slice(0, 1).map((take) => ({
    ...take,
    stamp: { precision: 'unknown' as const },
  }));
  importDispatches(db, { dispatches: [{ ...input, takes }] });
  return takes.map(({ id }) => id);
}

const page = 16_384;

/** Damages a page in one of the ways in which disks and programs do. */
export function damaged(whole: Buffer, random: Random): Buffer {
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
