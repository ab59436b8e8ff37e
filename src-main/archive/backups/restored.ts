import Database from 'better-sqlite3';
import type { BackupReason } from './names';

/** That an archive was put back to how it was at `from`, at `at`; ms. */
export type Restoring = { readonly at: number; readonly from: number };

/** A backup as its name tells of it; `at` in ms. */
export type NamedBackup = { readonly at: number; readonly reason: BackupReason };

const key = 'restored';
/** How many are remembered; backups do not go back further. */
const remembered = 100;

/** Notes in an archive that nobody has open that it was restored, for whoever mends it later. */
export function noteRestored(file: string, restoring: Restoring): void {
  const connection = new Database(file, { fileMustExist: true });
  try {
    const all = [...read(connection), restoring].slice(-remembered);
    connection
      .prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)')
      .run(key, JSON.stringify(all));
  } finally {
    connection.close();
  }
}

/** When and to what an archive was restored, as far as it can be read. */
export function restoringsOf(file: string): readonly Restoring[] {
  try {
    const connection = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return read(connection);
    } finally {
      connection.close();
    }
  } catch {
    // Too damaged for that: then names must do.
    return [];
  }
}

/**
 * Whether a backup is of the history that an archive is in: what was written between the instant it
 * was put back to and the restore was put away with it, and so was what was kept before the restore.
 */
export function isOfThisHistory(
  { at, reason }: NamedBackup,
  restorings: readonly Restoring[],
): boolean {
  // One that was itself put back is of this history, whatever it was made for.
  if (restorings.some(({ from }) => from === at)) return true;
  if (reason === 'restore') return false;
  return restorings.every((restoring) => at <= restoring.from || at > restoring.at);
}

function read(connection: Database.Database): readonly Restoring[] {
  const row = connection.prepare('SELECT value FROM setting WHERE key = ?').get(key) as
    | { readonly value: string }
    | undefined;
  if (row === undefined) return [];
  const parsed: unknown = JSON.parse(row.value);
  return Array.isArray(parsed) ? parsed.filter(isRestoring) : [];
}

function isRestoring(value: unknown): value is Restoring {
  if (typeof value !== 'object' || value === null) return false;
  return ['at', 'from'].every((name) => typeof Reflect.get(value, name) === 'number');
}
