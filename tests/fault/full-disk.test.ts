import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createDispatch } from '../../src-main/archive/commands/dispatches';
import { journalSteps } from '../../src-main/archive/commands/drafts';
import { createArchiveFile, openForWriting } from '../../src-main/archive/connection';
import { connectionOf, type WritableDb } from '../../src-main/archive/database';
import { loadDraft } from '../../src-main/archive/queries/drafts';
import { errorOf } from '../../src-main/archive/refusal';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { documentParts } from '../../src-main/domain/document/build';
import { seeded } from '../bench/support/random';
import { must, testId } from '../support/archives';
import { document } from '../support/texts';
import { patience, tell, tries } from './support/tally';

/** A small file system of its own, really full when it is full; null where none can be mounted. */
const disk = mountSmallDisk();

function mountSmallDisk(): string | null {
  const place = mkdtempSync(path.join(tmpdir(), 'writethru-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', place], { stdio: 'ignore' });
    return place;
  } catch {
    rmSync(place, { recursive: true });
    return null;
  }
}

afterAll(() => {
  if (disk === null) return;
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

const piece = 'Le bac est arrêté. ';

/** The journal's next batch: one more piece at the end. */
function batch(version: number) {
  const at = 1 + version * piece.length;
  const slice = { content: [{ type: 'text', text: piece }] };
  const steps = [{ stepType: 'replace', from: at, to: at, slice }];
  return { draftId: testId(2), baseVersion: version, steps, now: version };
}

/** Types until the disk is full; how often the archive said it was saved, and what it said then. */
function typeUntilFull(db: WritableDb, from: number): { saved: number; refused: string } {
  for (let version = from; ; version += 1) {
    try {
      journalSteps(db, batch(version));
    } catch (thrown) {
      return { saved: version, refused: errorOf(thrown).code };
    }
  }
}

function beginOn(file: string): WritableDb {
  must(createArchiveFile(file, { id: testId(0), name: 'desk', sample: false, now: 1_000 }));
  const db = must(openForWriting(file));
  const details = { slug: '', urgency: 5, desk: '', agency: '', place: '' };
  createDispatch(db, {
    dispatch: { id: testId(1), ...details, language: 'fr', createdAt: 1 },
    draft: {
      id: testId(2),
      dispatchId: testId(1),
      kind: 'report',
      document: document('', ''),
      author: 'atl',
      now: 1,
    },
  });
  return db;
}

/** Fills a file system but for so many bytes. */
function fillBut(place: string, ballast: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(place);
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}

describe.skipIf(disk === null)('a disk that is full', () => {
  it(
    'is said, keeps what was saved, and takes the rest when there is room',
    { timeout: patience },
    () => {
      if (disk === null) return;
      const random = seeded(71);
      const total = tries(50, 5);
      let [acknowledged, lost, torn] = [0, 0, 0];
      for (let index = 0; index < total; index += 1) {
        const file = path.join(disk, `${index}.writethru`);
        const ballast = path.join(disk, 'ballast');
        const db = beginOn(file);
        fillBut(disk, ballast, random.whole(0, 200_000));
        const { saved, refused } = typeUntilFull(db, 0);
        expect(refused).toBe('archive-full');
        acknowledged += saved;
        connectionOf(db).close();
        const again = must(openForWriting(file));
        const kept = loadDraft(again, testId(2));
        lost += Math.max(0, saved - kept.version);
        if (documentParts(kept.document).headline !== piece.repeat(kept.version)) torn += 1;
        rmSync(ballast);
        journalSteps(again, batch(kept.version));
        if (verifyRecord(again).problems.length > 0) torn += 1;
        connectionOf(again).close();
        for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
      }
      const fault = 'the disk full while typing';
      tell({ fault, tries: total, acknowledged, lost, torn, damaged: null, found: null });
      expect({ lost, torn }).toEqual({ lost: 0, torn: 0 });
    },
  );
});
