import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { connectionOf, type ReadableDb } from './database';
import { openForReading } from './connection';
import { verifyRecord } from './queries/history';
import { Refusal } from './refusal';

/** A finished backup. */
export type BackupMade = { readonly path: string; readonly byteLength: number };

/**
 * Copies the archive through SQLite's backup API (https://www.sqlite.org/backup.html): a plain copy
 * of an open database may silently lack its last commits. The copy is opened and verified before it
 * takes its name; an existing file is never replaced.
 */
export async function backUp(db: ReadableDb, path: string): Promise<BackupMade> {
  if (existsSync(path)) throw new Refusal('archive-exists', undefined, { path });
  const making = `${path}.making-${process.pid}`;
  try {
    await connectionOf(db).backup(making);
    verifyCopy(making);
    renameSync(making, path);
    return { path, byteLength: statSync(path).size };
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      rmSync(`${making}${suffix}`, { force: true });
    }
  }
}

function verifyCopy(path: string): void {
  const copy = openForReading(path);
  if (!copy.ok) throw new Refusal(copy.error.code, copy.error.reason, copy.error.facts);
  try {
    const { problems } = verifyRecord(copy.value);
    const [problem] = problems;
    if (problem !== undefined) throw new Refusal('archive-damaged', problem.code, { path });
    connectionOf(copy.value).pragma('query_only = OFF');
    // One self-contained file: a copy in WAL mode would leave its -wal and -shm beside it.
    connectionOf(copy.value).pragma('journal_mode = DELETE');
  } finally {
    connectionOf(copy.value).close();
  }
}
