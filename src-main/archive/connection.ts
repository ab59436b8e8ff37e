import Database from 'better-sqlite3';
import { constants, copyFileSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import { asReadable, asWritable, type ReadableDb, type WritableDb } from './database';
import { refusalOfPlace } from './access/unsafe-place';
import { applicationId, refusalOfFile } from './identity';
import { migrate, newestVersion, versionOf } from './migrations';
import { errorOf, Refusal } from './refusal';

/** How long a statement waits for another process's lock, in ms. */
const busyTimeout = 2_000;

/** Why a file may not be read yet. */
export const olderSchema = 'older-schema';

/** What a new archive is born with. */
export type ArchiveBirth = {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  /** ms */
  readonly now: number;
};

/**
 * Creates an archive where there is no file yet. It is made whole beside its place and then put
 * there in one move, so that a crash leaves either no archive or a complete one.
 */
export function createArchiveFile(path: string, birth: ArchiveBirth): Result<void, AppError> {
  const refusal = refusalOfPlace(path);
  if (refusal !== undefined) return err(refusal);
  const making = `${path}.making-${birth.id}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeNewArchive(making, birth);
    putInPlace(making, path);
    return ok(undefined);
  } catch (thrown) {
    const error = errorOf(thrown);
    return err(appError(error.code, error.reason, { path }));
  } finally {
    rmSync(making, { force: true });
  }
}

/** Opens the writer's connection, migrating if the file is older. */
export function openForWriting(path: string): Result<WritableDb, AppError> {
  return openChecked(path, (connection) => {
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('cache_size = -65536');
    // Copying the log back is for pauses (search/upkeep.ts): within a commit it is waited for.
    connection.pragma('wal_autocheckpoint = 8000');
    migrate(connection);
    return asWritable(connection);
  });
}

/**
 * Opens a connection that only reads. A file of an older schema has to be migrated by a writer
 * first: until then it is refused as `archive-busy` with the reason `older-schema`.
 */
export function openForReading(path: string): Result<ReadableDb, AppError> {
  return openChecked(path, (connection) => {
    const version = versionOf(connection);
    if (version < newestVersion) throw new Refusal('archive-busy', olderSchema, { version });
    connection.pragma('query_only = ON');
    connection.pragma('cache_size = -32768');
    return asReadable(connection);
  });
}

function openChecked<T>(
  path: string,
  prepare: (connection: Database.Database) => T,
): Result<T, AppError> {
  const refusal = refusalOfFile(path);
  if (refusal !== undefined) return err(refusal);
  let connection: Database.Database | undefined;
  try {
    connection = new Database(path, { fileMustExist: true, timeout: busyTimeout });
    const version = versionOf(connection);
    if (version > newestVersion) {
      throw new Refusal('archive-too-new', undefined, { path, version, readable: newestVersion });
    }
    return ok(prepare(connection));
  } catch (thrown) {
    connection?.close();
    const error = errorOf(thrown);
    return err(appError(error.code, error.reason, { ...error.facts, path }));
  }
}

/** The header must hold the identity before the file goes by its name: a rollback journal writes it there. */
function writeNewArchive(path: string, birth: ArchiveBirth): void {
  const connection = new Database(path, { timeout: busyTimeout });
  try {
    connection.pragma('page_size = 16384');
    connection.pragma('journal_mode = DELETE');
    connection.pragma('synchronous = FULL');
    connection.pragma(`application_id = ${applicationId}`);
    migrate(connection);
    connection
      .prepare('INSERT INTO archive (only_row, id, created_at) VALUES (1, ?, ?)')
      .run(birth.id, birth.now);
    const setting = connection.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
    setting.run('name', birth.name);
    setting.run('sample', birth.sample ? 'yes' : 'no');
  } finally {
    connection.close();
  }
}

/** Never over an existing file: a hard link refuses, and so does an exclusive copy where links are not to be had. */
function putInPlace(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (thrown) {
    if (isExists(thrown)) throw new Refusal('archive-exists', undefined, { path: to });
    try {
      copyFileSync(from, to, constants.COPYFILE_EXCL);
    } catch (second) {
      if (isExists(second)) throw new Refusal('archive-exists', undefined, { path: to });
      throw second;
    }
  }
}

function isExists(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
}
