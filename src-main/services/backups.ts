import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  backupFolderOf,
  backupFolderWithin,
  backupName,
  readBackupName,
  type BackupReason,
} from '../archive/client';
import type { BackupModel } from '../contract/backups';
import { appError, type AppError } from '../contract/errors';
import type { ResponseOf } from '../contract/requests';
import { outlived } from '../domain/backup/retention';
import { err, ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';
import { keepKeyBeside, sealedEnding } from './sealing/keys';

/** How long after the newest backup another is made, where anything changed, in ms. */
const interval = 3_600_000;
/** What names of backups are exact to, in ms. */
const namedTo = 1_000;
/** Backups before migrations and restores that are kept; those asked for are never let go. */
const mostBefore = 10;

/** The archive's own backups, made by the clock and kept beside it. */
export type BackupService = ReturnType<typeof createBackupService>;

export function createBackupService(context: ServiceContext) {
  const { archive, now, secondFolder = () => null, backupKey = () => null } = context;
  const folder = backupFolderOf(archive.path);
  let failure: BackupFailure = null;
  let secondFailure: BackupFailure = null;

  const make = inTurn(async (reason: BackupReason): Promise<Result<{ path: string }, AppError>> => {
    const at = firstFree(folder, now(), reason);
    const made = await archive.backUp(path.join(folder, backupName(at, reason)));
    failure = made.ok ? null : { at, code: made.error.code };
    // Older ones go only once a newer one is whole and verified.
    if (made.ok) letGo(folder, now());
    await makeSecond(at, reason, made);
    return made.ok ? ok({ path: made.value.path }) : made;
  });
  /** The same in the second folder: a disk that is not there now is said, and stops nothing. */
  const makeSecond = async (
    at: number,
    reason: BackupReason,
    first: Result<{ path: string }, AppError>,
  ): Promise<void> => {
    const second = secondFolder();
    secondFailure = null;
    if (second === null) return;
    const within = backupFolderWithin(second, archive.path);
    // A folder that is not there is a disk that is not: none is made in its place.
    const made = existsSync(second)
      ? await keepSecond(context, first, path.join(within, backupName(at, reason)))
      : err(appError('archive-missing', 'second-folder'));
    if (made.ok) letGo(within, now());
    else secondFailure = { at, code: made.error.code };
  };
  return {
    /** The backups there are, newest first, and why the last one failed, if it did. */
    status(): ResponseOf<'archive.backups'> {
      const second = secondFolder();
      return {
        ...backupsOf(archive.path, second),
        failure,
        second:
          second === null
            ? null
            : { folder: second, failure: secondFailure, sealed: backupKey() !== null },
      };
    },

    /** Makes a verified backup now. */
    make: () => make('asked'),

    /** Makes the hourly backup where one is due: the archive was written since the newest. */
    async tick(): Promise<Result<{ readonly made: boolean }, AppError>> {
      const [newest] = listBackups(folder);
      const age = newest === undefined ? Infinity : Math.abs(now() - newest.at);
      if (age < interval || !isWrittenSince(archive.path, newest?.at ?? 0))
        return ok({ made: false });
      const made = await make('clock');
      return made.ok ? ok({ made: true }) : made;
    },
  };
}

/** A backup in the second folder: made there as the first was, or the first one sealed. */
async function keepSecond(
  { archive, sealing, backupKey = () => null }: ServiceContext,
  first: Result<{ path: string }, AppError>,
  target: string,
): Promise<Result<unknown, AppError>> {
  const key = backupKey();
  if (key === null || sealing === undefined) return archive.backUp(target);
  if (!first.ok) return first;
  keepKeyBeside(target, key);
  return sealing.seal(first.value.path, `${target}${sealedEnding}`, key);
}

/** The first instant from `at` on (ms) by which no backup in a folder is named. */
function firstFree(folder: string, at: number, reason: BackupReason): number {
  const isTaken = existsSync(path.join(folder, backupName(at, reason)));
  return isTaken ? firstFree(folder, at + namedTo, reason) : at;
}

/** Has some work begin only when what was asked of it before has ended. */
function inTurn<Asked, Answer>(
  work: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const answer = last.then(() => work(asked));
    last = answer.catch(() => undefined);
    return answer;
  };
}

type BackupFailure = ResponseOf<'archive.backups'>['failure'];

/**
 * The backups of the archive at a path, newest first, whether it opens or not; those of the second
 * folder where its own has them no more.
 */
export function backupsOf(
  archivePath: string,
  second: string | null,
): ResponseOf<'archive.backups'> {
  const folder = backupFolderOf(archivePath);
  const own = listBackups(folder);
  const others = second === null ? [] : listBackups(backupFolderWithin(second, archivePath));
  const names = new Set(own.map((backup) => path.basename(backup.path)));
  const missing = others.filter(
    (backup) => !names.has(path.basename(backup.path, backup.sealed ? sealedEnding : '')),
  );
  return {
    folder,
    backups: [...own, ...missing].toSorted((a, b) => b.at - a.at),
    failure: null,
    second: second === null ? null : { folder: second, failure: null, sealed: false },
  };
}

/** The backups in a folder, newest first; none where there is no folder. */
function listBackups(folder: string): readonly BackupModel[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const read = readBackupName(name);
      if (read === undefined) return [];
      const file = path.join(folder, name);
      return [{ path: file, ...read, byteLength: statSync(file).size }];
    })
    .toSorted((a, b) => b.at - a.at);
}

/** What was committed last lies in the write-ahead log until it is copied back. */
function isWrittenSince(archivePath: string, at: number): boolean {
  return [archivePath, `${archivePath}-wal`].some(
    (file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > at,
  );
}

function letGo(folder: string, now: number): void {
  const backups = listBackups(folder);
  const byClock = backups.filter(({ reason }) => reason === 'clock');
  const gone = new Set(
    outlived(
      byClock.map(({ at }) => at),
      now,
    ),
  );
  const before = backups.filter(({ reason }) => reason === 'migration' || reason === 'restore');
  for (const backup of [...byClock.filter(({ at }) => gone.has(at)), ...before.slice(mostBefore)]) {
    rmSync(backup.path, { force: true });
  }
}
