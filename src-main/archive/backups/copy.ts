import Database from 'better-sqlite3';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { openForReading } from '../connection';
import { connectionOf } from '../database';
import { refusalOfFile } from '../identity';
import { newestVersion, versionOf } from '../migrations';
import { verifyRecord } from '../verify/verify-record';
import { errorOf, Refusal } from '../refusal';

/** A finished backup. */
export type BackupMade = { readonly path: string; readonly byteLength: number };

/** All pages in one step: a source written to in between would make SQLite begin again. */
const everyPage = 0x7fff_ffff;

/**
 * Copies an archive, open or not, through SQLite's backup API (https://www.sqlite.org/backup.html):
 * a plain copy of an open database may silently lack its last commits. The copy is opened and
 * verified before it takes its name; an existing file is never replaced. An archive of an older
 * schema is copied as it is.
 */
export async function backUpFile(from: string, to: string): Promise<BackupMade> {
  if (existsSync(to)) throw new Refusal('archive-exists', undefined, { path: to });
  const making = `${to}.making-${process.pid}`;
  try {
    mkdirSync(path.dirname(to), { recursive: true });
    await copyPages(from, making);
    verifyCopy(making);
    renameSync(making, to);
    return { path: to, byteLength: statSync(to).size };
  } catch (thrown) {
    const { code, reason, facts } = errorOf(thrown);
    throw new Refusal(code, reason, { ...facts, path: to });
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      rmSync(`${making}${suffix}`, { force: true });
    }
  }
}

async function copyPages(from: string, to: string): Promise<void> {
  const refusal = refusalOfFile(from);
  if (refusal !== undefined) throw new Refusal(refusal.code, refusal.reason, refusal.facts);
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to, { progress: () => everyPage });
  } finally {
    source.close();
  }
}

/** Verifies a copy and makes it one self-contained file: in WAL mode it would have others beside it. */
function verifyCopy(copy: string): void {
  const connection = new Database(copy, { fileMustExist: true });
  try {
    connection.pragma('journal_mode = DELETE');
    if (versionOf(connection) < newestVersion) {
      // Its record is read by this schema only once it is migrated.
      const [damage] = connection.pragma('integrity_check(1)', { simple: false }) as {
        readonly integrity_check: string;
      }[];
      if (damage?.integrity_check !== 'ok') throw new Refusal('archive-damaged', 'file-structure');
      return;
    }
  } finally {
    connection.close();
  }
  const opened = openForReading(copy);
  if (!opened.ok) throw new Refusal(opened.error.code, opened.error.reason, opened.error.facts);
  try {
    // The index is made of the texts: it is no reason to be without a backup.
    const [problem] = verifyRecord(opened.value, { index: false }).problems;
    if (problem !== undefined) throw new Refusal('archive-damaged', problem.code);
  } finally {
    connectionOf(opened.value).close();
  }
}
