import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Archive } from '../../../src-main/archive/client';
import { backUpFile } from '../../../src-main/archive/backups/copy';
import { backupFolderOf, backupName } from '../../../src-main/archive/backups/names';
import { err, ok } from '../../../src-main/domain/result';
import { createBackupService } from '../../../src-main/services/backups';
import { withOpened } from '../../../src-main/services/sealing/keys';
import {
  makeKey,
  openSealed,
  sealFile,
  type SealingKey,
} from '../../../src-main/services/sealing/seal';
import { appError } from '../../../src-main/contract/errors';
import { archiveInProcess, newArchiveFile } from '../../support/archives';

const hour = 3_600_000;

/** An archive whose backups are made in this process, and a clock. */
function desk(hasSecond = false, key: SealingKey | null = null) {
  const file = newArchiveFile();
  let [now, isFull] = [Date.now() + 60_000, false];
  const archive: Archive = {
    ...archiveInProcess(file),
    backUp: async (target) =>
      isFull ? err(appError('archive-full')) : ok(await backUpFile(file, target)),
  };
  const second = path.join(path.dirname(file), 'other disk');
  const service = createBackupService({
    archive,
    now: () => now,
    secondFolder: () => (hasSecond ? second : null),
    backupKey: () => key,
    sealing: { seal: sealFile },
  } as unknown as Parameters<typeof createBackupService>[0]);
  return {
    file,
    second,
    service,
    wait: (ms: number) => {
      now += ms;
    },
    fill: (full: boolean) => {
      isFull = full;
    },
    write: () => archive.write('openSession', { now: Date.now() }),
  };
}

it('makes a backup where none is, and the next after an hour in which something was written', async () => {
  const { service, wait } = desk();
  expect(await service.tick()).toEqual(ok({ made: true }));
  wait(hour / 2);
  expect(await service.tick()).toEqual(ok({ made: false }));
  // An hour later, but nothing was written since.
  wait(hour);
  expect(await service.tick()).toEqual(ok({ made: false }));
  expect(service.status().backups).toHaveLength(1);
});

it('makes as many as are asked for at once, one after the other', async () => {
  const { service, second } = desk(true);
  mkdirSync(second);
  const made = await Promise.all([service.make(), service.make(), service.make()]);
  expect(made.map((one) => one.ok)).toEqual([true, true, true]);
  expect(service.status()).toMatchObject({ failure: null, second: { failure: null } });
  expect(service.status().backups).toHaveLength(3);
});

it('says that a backup failed, keeps the older ones, and says so no more once one is made', async () => {
  const { file, service, fill } = desk();
  const folder = backupFolderOf(file);
  mkdirSync(folder);
  const old = path.join(folder, backupName(Date.now() - 400 * 24 * hour, 'clock'));
  const older = path.join(folder, backupName(Date.now() - 500 * 24 * hour, 'clock'));
  writeFileSync(old, 'a backup');
  writeFileSync(older, 'a backup');
  fill(true);
  expect(await service.tick()).toMatchObject({ ok: false });
  expect(service.status().failure).toMatchObject({ code: 'archive-full' });
  expect(existsSync(old) && existsSync(older)).toBe(true);
  fill(false);
  expect(await service.tick()).toEqual(ok({ made: true }));
  expect(service.status().failure).toBeNull();
  // Outlived, and let go of only now that a newer one is whole.
  expect(existsSync(old) || existsSync(older)).toBe(false);
});

it('never lets go of what was asked for, nor of another’s file', async () => {
  const { file, service, wait } = desk();
  await service.make();
  wait(400 * 24 * hour);
  const other = path.join(backupFolderOf(file), 'carnet.txt');
  writeFileSync(other, 'x');
  await service.make();
  expect(service.status().backups.map(({ reason }) => reason)).toEqual(['asked', 'asked']);
  expect(existsSync(other)).toBe(true);
});

it('keeps each backup in a second folder too, says when it cannot, and finds it there when the first is gone', async () => {
  const { file, second, service, wait } = desk(true);
  await service.make();
  // A folder that is not there is a disk that is not: nothing is made in its place.
  expect(service.status()).toMatchObject({
    failure: null,
    second: { folder: second, failure: { code: 'archive-missing' } },
  });
  expect(existsSync(second)).toBe(false);
  mkdirSync(second);
  wait(hour);
  await service.make();
  expect(service.status()).toMatchObject({ second: { failure: null } });
  expect(service.status().backups).toHaveLength(2);
  rmSync(backupFolderOf(file), { recursive: true });
  const [left, ...others] = service.status().backups;
  expect(others).toEqual([]);
  expect(left?.path.startsWith(second)).toBe(true);
});

it('seals what goes to the second folder, which with the passphrase alone is enough to open it', async () => {
  const { file, second, service } = desk(true, await makeKey('une longue phrase', 10));
  mkdirSync(second);
  await service.make();
  expect(service.status().second).toEqual({ folder: second, failure: null, sealed: true });
  // The one beside the archive is the same: it is not told twice.
  expect(service.status().backups).toMatchObject([{ sealed: false }]);
  rmSync(backupFolderOf(file), { recursive: true });
  const [sealed, ...others] = service.status().backups;
  expect(others).toEqual([]);
  expect(sealed).toMatchObject({ sealed: true, reason: 'asked' });
  const from = sealed?.path ?? '';
  expect(readFileSync(from).includes('SQLite format 3')).toBe(false);

  const opened = (passphrase: string | undefined) =>
    withOpened({ open: openSealed }, { path: from, passphrase, beside: file }, async (place) =>
      ok(await backUpFile(place, path.join(second, 'opened.writethru'))),
    );
  expect(await opened(undefined)).toMatchObject({ error: { reason: 'sealed' } });
  expect(await opened('une autre phrase')).toMatchObject({ error: { reason: 'passphrase' } });
  expect((await opened('une longue phrase')).ok).toBe(true);
  expect(readdirSync(path.dirname(file)).join(' ')).not.toContain('opened-');
  // Without its key beside it, it says so.
  const folder = path.dirname(from);
  for (const name of readdirSync(folder)) {
    if (name.startsWith('key ')) rmSync(path.join(folder, name));
  }
  expect(await opened('une longue phrase')).toMatchObject({
    error: { reason: 'sealed-without-key' },
  });
});
