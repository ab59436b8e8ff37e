import Database from 'better-sqlite3';
import type { ArchiveAccess, ArchiveHolder } from '../../contract/models';
import { appError, type AppError } from '../../contract/errors';
import { err, ok, type Result } from '../../domain/result';
import { openForWriting } from '../connection';
import { asReadable, connectionOf, type WritableDb } from '../database';
import { refusalOfFile } from '../identity';
import { newestVersion, versionOf } from '../migrations';
import { errorOf } from '../refusal';
import { becomeOwn, noteHome, readSelf, type ArchiveSelf } from './home';
import { takeLock, type Lock } from './lock';
import { canonicalPath, judgePlace, placeOf, type PlaceVerdict } from './place';
import { refusalOfPlace } from './unsafe-place';

/** How an archive is to be opened for writing. */
export type WritingRequest = {
  readonly path: string;
  readonly holder: ArchiveHolder;
  /** Makes a copy an archive of its own, under this id and at this time in ms. */
  readonly adopt?: Adoption | undefined;
  /** Whether an archive of an older schema may be migrated: once there is a backup of it. */
  readonly mayMigrate: boolean;
};
export type Adoption = { readonly newId: string; readonly at: number };

/** Why an archive is only read although writing was asked for. */
export type ReadAccess = Exclude<ArchiveAccess, { is: 'write' } | { why: 'asked' }>;

/** What came of opening an archive for writing. */
export type WritingOpening =
  | { readonly is: 'write'; readonly db: WritableDb; readonly lock: Lock }
  | { readonly is: 'read'; readonly access: ReadAccess }
  /** The file has another name, at which it is to be opened. */
  | { readonly is: 'other-name'; readonly path: string }
  /** It has an older schema, and `mayMigrate` was not given. */
  | { readonly is: 'outdated' };

/**
 * Opens an archive for writing if it is nobody else's to write: under its lock, and only where it
 * lives. One that is open elsewhere, and a copy, may be read.
 *
 * An archive held by another machine (on a shared disk) is not even read: SQLite's write-ahead log
 * is not coherent between machines (https://www.sqlite.org/wal.html).
 */
export function openToWrite(request: WritingRequest): Result<WritingOpening, AppError> {
  const { path, holder } = request;
  const refusal = refusalOfFile(path) ?? refusalOfPlace(path);
  if (refusal !== undefined) return err(refusal);
  try {
    const answer = takeLock(canonicalPath(path), holder);
    if (answer.is === 'taken') return underLock(answer.lock, request);
    const { by } = answer;
    if (by !== null && by.host !== holder.host) {
      return err(appError('archive-busy', 'other-machine', { path, host: by.host }));
    }
    return ok({ is: 'read', access: { is: 'read', why: 'open-elsewhere', holder: by } });
  } catch (thrown) {
    return err(withPath(errorOf(thrown), path));
  }
}

/** Opens under the lock, which is let go of again when the archive is not to be written. */
function underLock(lock: Lock, request: WritingRequest): Result<WritingOpening, AppError> {
  let kept = false;
  try {
    const opened = openInPlace(lock, request);
    kept = opened.ok && opened.value.is === 'write';
    return opened;
  } finally {
    if (!kept) lock.release();
  }
}

function openInPlace(
  lock: Lock,
  { path, adopt, mayMigrate }: WritingRequest,
): Result<WritingOpening, AppError> {
  const { verdict, outdated } = judge(path);
  if (verdict.is === 'other-name') return ok({ is: 'other-name', path: verdict.of });
  const copy: WritingOpening | undefined =
    verdict.is === 'copy' && adopt === undefined
      ? { is: 'read', access: { is: 'read', why: 'copy', original: verdict.of } }
      : undefined;
  if (copy !== undefined && !outdated) return ok(copy);
  if (outdated && !mayMigrate) return ok({ is: 'outdated' });
  const opened = openForWriting(path);
  if (!opened.ok) return opened;
  const db = opened.value;
  if (copy !== undefined) {
    // It was opened only to be brought to the schema its readers know.
    connectionOf(db).close();
    return ok(copy);
  }
  try {
    if (verdict.is === 'home') {
      if (verdict.note !== null) noteHome(db, verdict.note);
    } else if (adopt !== undefined) {
      becomeOwn(db, { ...adopt, home: placeOf(path), original: verdict.of });
    }
  } catch (thrown) {
    connectionOf(db).close();
    throw thrown;
  }
  return ok({ is: 'write', db, lock });
}

function judge(path: string): { readonly verdict: PlaceVerdict; readonly outdated: boolean } {
  const { id, home, outdated } = look(path);
  return { verdict: judgePlace(path, home, (there) => mayHold(id, there)), outdated };
}

/** Whether a file holds the archive with an id; true where the file does not let itself be read. */
function mayHold(id: string, path: string): boolean {
  const refusal = refusalOfFile(path);
  if (refusal !== undefined) {
    return !['archive-foreign', 'archive-empty', 'archive-missing'].includes(refusal.code);
  }
  try {
    return look(path).id === id;
  } catch {
    return true;
  }
}

/** Looks at an archive without changing it in any way, not even by tidying up its journal. */
function look(path: string): ArchiveSelf & { readonly outdated: boolean } {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return {
      ...readSelf(asReadable(connection)),
      outdated: versionOf(connection) < newestVersion,
    };
  } finally {
    connection.close();
  }
}

function withPath({ code, reason, facts }: AppError, path: string): AppError {
  return appError(code, reason, { ...facts, path });
}
