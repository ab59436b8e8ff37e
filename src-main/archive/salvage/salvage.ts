import Database from 'better-sqlite3';
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import type { ArchiveHolder } from '../../contract/models';
import type { SalvageReport } from '../../contract/salvage';
import { takeLock } from '../access/lock';
import { canonicalPath } from '../access/place';
import { backUpFile } from '../backups/copy';
import { keepAside } from '../backups/keep';
import {
  isOfThisHistory,
  restoringsOf,
  type NamedBackup,
  type Restoring,
} from '../backups/restored';
import { noteVerified } from '../commands/verified';
import { createArchiveFile, openForWriting, type ArchiveBirth } from '../connection';
import { connectionOf, first, inTransaction, type WritableDb } from '../database';
import { Refusal } from '../refusal';
import { verifyRecord } from '../verify/verify-record';
import { salvageDispatches } from './dispatches';
import { salvageDrafts } from './drafts';
import { gatherRows } from './gather';
import { salvagePictures } from './pictures';
import { salvageRest } from './rest';

/** A backup that an archive may be mended on. */
export type Candidate = NamedBackup & { readonly path: string };

/** What mending is asked with. */
export type SalvageRequest = {
  readonly path: string;
  /** Newest first. */
  readonly backups: readonly Candidate[];
  /** For an archive of which not even its identity can be read and that has no backup. */
  readonly birth: ArchiveBirth;
  readonly holder: ArchiveHolder;
  /** ms */
  readonly at: number;
};

/**
 * Mends a damaged archive that nobody has open. It is kept aside as it lies, with its journal; the
 * newest backup of its history that verifies takes its place (one that a restore had put away only
 * where no other does), with every newer entry of the damaged file whose hash
 * fits, and its drafts and notes. Nothing is put in place that does not verify.
 */
export async function salvageFile(request: SalvageRequest): Promise<SalvageReport> {
  const { path, holder, at } = request;
  const answer = takeLock(canonicalPath(path), holder);
  if (answer.is === 'held') throw new Refusal('archive-busy', 'open-elsewhere', { path });
  const names = ['damaged', 'gathered', 'mended'] as const;
  const [damaged, gathered, mended] = names.map((what) => `${path}.${what}-${process.pid}`) as [
    string,
    string,
    string,
  ];
  try {
    const kept = keepAside(path, at);
    // Reading needs the journal, and would copy it back: not in the file that is kept.
    for (const suffix of ['', '-wal']) {
      if (existsSync(`${path}${suffix}`)) copyFileSync(`${path}${suffix}`, `${damaged}${suffix}`);
    }
    const base = await makeBase(request, damaged, mended);
    const found = mend({ damaged, gathered, mended, birth: request.birth, at });
    for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    renameSync(mended, path);
    return { kept, base, ...found };
  } finally {
    for (const file of [damaged, gathered, mended]) {
      for (const suffix of ['', '-wal', '-shm', '-journal']) {
        rmSync(`${file}${suffix}`, { force: true });
      }
    }
    answer.lock.release();
  }
}

/** The newest backup that can be copied and verifies, or an empty archive of the same identity. */
async function makeBase(
  { backups, birth }: SalvageRequest,
  damaged: string,
  mended: string,
): Promise<SalvageReport['base']> {
  const id = identityOf(damaged);
  const restorings = restoringsIn(damaged, backups);
  const judged = backups.map(({ path, at, reason }) => ({
    path,
    at,
    putAway: !isOfThisHistory({ at, reason }, restorings),
  }));
  // The newest first still, among those and among these.
  for (const candidate of judged.toSorted((a, b) => Number(a.putAway) - Number(b.putAway))) {
    try {
      if (id !== null && identityOf(candidate.path) !== id) continue;
      // oxlint-disable-next-line no-await-in-loop -- an older one is only tried when a newer failed
      await backUpFile(candidate.path, mended);
      return candidate;
    } catch {
      // This one is damaged too, or gone.
    }
  }
  const made = createArchiveFile(mended, id === null ? birth : { ...birth, id });
  if (!made.ok) throw new Refusal(made.error.code, made.error.reason, made.error.facts);
  return null;
}

/** What the archive says of its restores; where it cannot any more, the newest backup that does. */
function restoringsIn(damaged: string, backups: readonly Candidate[]): readonly Restoring[] {
  const files = [damaged, ...backups.filter(({ reason }) => reason !== 'restore').map(pathOf)];
  for (const file of files) {
    const found = restoringsOf(file);
    if (found.length > 0) return found;
  }
  return [];
}

function pathOf({ path }: Candidate): string {
  return path;
}

function identityOf(file: string): string | null {
  try {
    const connection = new Database(file, { readonly: true, fileMustExist: true });
    try {
      const row = connection.prepare('SELECT id FROM archive').get() as { id: string } | undefined;
      return row?.id ?? null;
    } finally {
      connection.close();
    }
  } catch {
    return null;
  }
}

type Files = {
  readonly damaged: string;
  readonly gathered: string;
  readonly mended: string;
  readonly birth: ArchiveBirth;
  readonly at: number;
};

function mend({
  damaged,
  gathered,
  mended,
  birth,
  at,
}: Files): Omit<SalvageReport, 'kept' | 'base'> {
  const rows = openNew(gathered, birth);
  const base = opened(mended);
  try {
    const { torn } = gatherFrom(damaged, rows);
    // Before the takes that show them.
    const lostPictures = salvagePictures(rows, base, at);
    const dispatches = salvageDispatches(rows, base);
    const drafts = salvageDrafts(rows, base, at);
    const unfit = inTransaction(base, () => salvageRest(rows, base));
    const [problem] = verifyRecord(base, { index: false }).problems;
    if (problem !== undefined) throw new Refusal('archive-damaged', problem.code);
    noteVerified(base, { at, problems: 0 });
    // In one file: what is beside it would not go with it.
    connectionOf(base).pragma('journal_mode = DELETE');
    return {
      dispatches: count(base, 'dispatch'),
      takes: count(base, 'take'),
      drafts: drafts.kept,
      added: dispatches.added,
      lost: [...dispatches.lost],
      lostDrafts: drafts.lost,
      lostOriginals: dispatches.lostOriginals + lostPictures,
      torn: [...new Set([...torn, ...unfit])],
    };
  } finally {
    connectionOf(rows).close();
    connectionOf(base).close();
  }
}

/** Reads what there is; a file whose very header is gone gives nothing, and everything is torn. */
function gatherFrom(damaged: string, rows: WritableDb): { readonly torn: readonly string[] } {
  let source: Database.Database;
  try {
    source = new Database(damaged, { fileMustExist: true });
    source.pragma('writable_schema = ON');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch {
    return { torn: ['archive'] };
  }
  try {
    return gatherRows(source, connectionOf(rows));
  } finally {
    source.close();
  }
}

function openNew(file: string, birth: ArchiveBirth): WritableDb {
  const made = createArchiveFile(file, birth);
  if (!made.ok) throw new Refusal(made.error.code, made.error.reason, made.error.facts);
  return opened(file);
}

function opened(file: string): WritableDb {
  const db = openForWriting(file);
  if (!db.ok) throw new Refusal(db.error.code, db.error.reason, db.error.facts);
  return db.value;
}

function count(db: WritableDb, table: 'dispatch' | 'take'): number {
  return first<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
}
