import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import type { ArchiveHolder } from '../../contract/models';
import { errorOf, Refusal } from '../refusal';

/** The lock of an archive, held by this process until released, or until it ends in any way. */
export type Lock = { readonly release: () => void };

/** What came of asking for the lock: it, or who has it (null where that could not be read). */
export type LockAnswer =
  | { readonly is: 'taken'; readonly lock: Lock }
  | { readonly is: 'held'; readonly by: ArchiveHolder | null };

/** How long another process may take over its own note in the lock file, in ms. */
const patience = 250;
/** Two processes that ask at once write their notes in turn; one of them finds the other's hold. */
const mostTurns = 8;

const schema = `CREATE TABLE IF NOT EXISTS holder (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  token TEXT NOT NULL,
  program TEXT NOT NULL,
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT`;

/** The file beside an archive whose lock says that the archive is being written. */
export function lockFileOf(archivePath: string): string {
  return `${archivePath}-lock`;
}

/**
 * Takes the lock of an archive for writing, unless another process or another opening in this one
 * has it. The lock is a write transaction held open on a small SQLite file beside the archive:
 * SQLite's byte-range locks (https://www.sqlite.org/lockingv3.html) work on every system, count
 * within one process too, and go with the process. A file left behind locks nothing. Readers of
 * that file are let in, so that it can say who holds it.
 *
 * Nothing else in this process may open the lock file: closing any descriptor of a file drops all
 * POSIX locks the process has on it.
 *
 * @throws a {@link Refusal} or SQLite's error when the lock file cannot be written
 */
export function takeLock(archivePath: string, holder: ArchiveHolder): LockAnswer {
  const connection = openLockFile(lockFileOf(archivePath));
  try {
    const held = hold(connection, { ...holder, token: randomUUID() });
    if (held) return { is: 'taken', lock: { release: () => connection.close() } };
    const by = readHolder(connection);
    connection.close();
    return { is: 'held', by };
  } catch (thrown) {
    connection.close();
    throw thrown;
  }
}

function openLockFile(path: string): Database.Database {
  try {
    return openWithTable(path);
  } catch (thrown) {
    const { code, reason } = errorOf(thrown);
    if (code === 'archive-foreign' || reason?.startsWith('sqlite_corrupt') === true) {
      // It holds nothing worth keeping, but what is damaged is moved aside, never deleted.
      renameSync(path, `${path}.damaged-${Date.now()}`);
      return openWithTable(path);
    }
    if (code === 'archive-missing') throw new Refusal('archive-read-only', 'lock-file', { path });
    throw thrown;
  }
}

function openWithTable(path: string): Database.Database {
  const connection = new Database(path, { timeout: patience });
  try {
    // Reads first: where the table is there, a lock held by another is not asked to give way.
    const there = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'holder'").get();
    if (there === undefined) connection.exec(schema);
    return connection;
  } catch (thrown) {
    connection.close();
    throw thrown;
  }
}

type Note = ArchiveHolder & { readonly token: string };

/** Holds a transaction in which the note of who holds it is this one's; false when another does. */
function hold(connection: Database.Database, note: Note): boolean {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    try {
      connection.exec('BEGIN IMMEDIATE');
    } catch (thrown) {
      if (errorOf(thrown).code === 'archive-busy') return false;
      throw thrown;
    }
    const token = connection.prepare('SELECT token FROM holder').pluck().get();
    if (token === note.token) return true;
    // Only what is committed can be read by others, and a commit lets go: hence once more.
    connection
      .prepare(
        `INSERT OR REPLACE INTO holder (only_row, token, program, pid, host, since)
         VALUES (1, :token, :program, :pid, :host, :since)`,
      )
      .run(note);
    connection.exec('COMMIT');
  }
  return false;
}

function readHolder(connection: Database.Database): ArchiveHolder | null {
  try {
    const row = connection.prepare('SELECT program, pid, host, since FROM holder').get();
    return (row as ArchiveHolder | undefined) ?? null;
  } catch {
    // The words for the person lose a detail; the refusal stands.
    return null;
  }
}
