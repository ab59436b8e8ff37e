import Database from 'better-sqlite3';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ArchiveHolder } from '../../contract/models';
import { readSelf } from '../access/home';
import { takeLock } from '../access/lock';
import { canonicalPath } from '../access/place';
import { asReadable } from '../database';
import { refusalOfFile } from '../identity';
import { Refusal } from '../refusal';
import { backUpFile } from './copy';
import { keepAside } from './keep';
import { backupFolderOf, backupName, readBackupName } from './names';
import { noteRestored } from './restored';

/** What came of a restore. */
export type Restored = {
  /** Where the archive as it was is kept: as a verified backup, or the file itself where it is damaged. */
  readonly kept: string;
};

/**
 * Puts a backup in the place of its archive, which nobody has open. What is there is backed up
 * first, or moved aside with its journal where it cannot be read; it is never deleted. The backup is
 * copied and verified before anything is touched, and takes the archive's name in one move.
 *
 * @param request `at` in ms
 */
export async function restoreFile(request: {
  readonly from: string;
  readonly to: string;
  readonly holder: ArchiveHolder;
  readonly at: number;
}): Promise<Restored> {
  const { from, to, holder, at } = request;
  const answer = takeLock(canonicalPath(to), holder);
  if (answer.is === 'held') throw new Refusal('archive-busy', 'open-elsewhere', { path: to });
  const making = `${to}.restoring-${process.pid}`;
  try {
    refuseOther(from, to);
    await backUpFile(from, making);
    noteRestored(making, { at, from: instantOf(from) });
    const kept = await keep(to, at);
    // A journal left behind belongs to the file that goes.
    for (const suffix of ['-wal', '-shm']) rmSync(`${to}${suffix}`, { force: true });
    renameSync(making, to);
    return { kept };
  } finally {
    rmSync(making, { force: true });
    answer.lock.release();
  }
}

/** When a backup was made, in ms: its name says so, else its file. */
function instantOf(backup: string): number {
  return readBackupName(path.basename(backup))?.at ?? statSync(backup).mtimeMs;
}

/** A backup of another archive is not put in this one's place. */
function refuseOther(from: string, to: string): void {
  const there = idOf(to);
  if (there !== null && idOf(from) !== there) {
    throw new Refusal('conflict', 'other-archive', { path: from });
  }
}

function idOf(file: string): string | null {
  if (refusalOfFile(file) !== undefined) return null;
  try {
    const connection = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return readSelf(asReadable(connection)).id;
    } finally {
      connection.close();
    }
  } catch {
    // Damaged: that it is to be replaced is why this was asked for.
    return null;
  }
}

async function keep(file: string, at: number): Promise<string> {
  const backup = path.join(backupFolderOf(file), backupName(at, 'restore'));
  if (!existsSync(file)) return backup;
  try {
    return (await backUpFile(file, backup)).path;
  } catch {
    return keepAside(file, at);
  }
}
