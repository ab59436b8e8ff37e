import Database from 'better-sqlite3';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpFile } from '../../../src-main/archive/backups/copy';
import {
  backupFolderOf,
  backupName,
  backupReasons,
  readBackupName,
} from '../../../src-main/archive/backups/names';
import { restoreFile } from '../../../src-main/archive/backups/restore';
import { takeLock } from '../../../src-main/archive/access/lock';
import { createArchiveFile } from '../../../src-main/archive/connection';
import { all, connectionOf } from '../../../src-main/archive/database';
import { Refusal } from '../../../src-main/archive/refusal';
import {
  must,
  newArchiveFile,
  readableDb,
  temporaryFolder,
  testId,
  writableDb,
} from '../../support/archives';
import { published } from '../../support/dispatches';
import { document } from '../../support/texts';

const at = Date.UTC(2026, 10, 23, 12);
const holder = { program: 'workstation', pid: process.pid, host: 'test', since: 1 } as const;

/** An archive with one published dispatch; closed again. */
function archiveWith(headline: string): string {
  const file = newArchiveFile();
  const db = writableDb(file);
  published(db, document(headline, 'Le vent a soufflé toute la nuit.'));
  connectionOf(db).close();
  return file;
}

function headlines(file: string): readonly unknown[] {
  return all<{ headline: string }>(readableDb(file), 'SELECT headline FROM wire_row').map(
    (row) => row.headline,
  );
}

/** What lies in an archive's folder besides what SQLite keeps beside an open file. */
function filesBeside(file: string): readonly string[] {
  return readdirSync(path.dirname(file)).filter((name) => !/-(lock|wal|shm)$/.test(name));
}

describe('a backup’s name', () => {
  it('tells when and why it was made', () => {
    for (const reason of backupReasons) {
      const name = backupName(at, reason);
      expect(readBackupName(name)).toEqual({ at, reason, sealed: false });
      expect(readBackupName(`${name}.age`)).toEqual({ at, reason, sealed: true });
      // What NTFS does not take.
      expect(name).not.toMatch(/[<>:"/\\|?*]/);
    }
    for (const other of ['desk.writethru', '2026-11-23T12-00-00Z.writethru-wal', 'notes.txt']) {
      expect(readBackupName(other)).toBeUndefined();
    }
  });
});

describe('restoring', () => {
  it('puts the archive back as it was, and keeps what is there', async () => {
    const file = archiveWith('Tempête');
    const backup = path.join(backupFolderOf(file), backupName(at - 1_000, 'clock'));
    await backUpFile(file, backup);
    const db = writableDb(file);
    published(db, document('Éclaircie', 'Le soleil revient.'));
    connectionOf(db).close();
    expect(headlines(file)).toHaveLength(2);
    const { kept } = await restoreFile({ from: backup, to: file, holder, at });
    expect(headlines(file)).toEqual(['Tempête']);
    expect(headlines(kept)).toHaveLength(2);
    // And back again.
    await restoreFile({ from: kept, to: file, holder, at: at + 1_000 });
    expect(headlines(file)).toHaveLength(2);
  });

  it('keeps a damaged archive as it lies, its journal beside it', async () => {
    const file = archiveWith('Tempête');
    const backup = path.join(backupFolderOf(file), backupName(at - 1_000, 'clock'));
    await backUpFile(file, backup);
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 16_384 * 2);
    writeFileSync(file, bytes);
    writeFileSync(`${file}-wal`, 'a journal');
    const { kept } = await restoreFile({ from: backup, to: file, holder, at });
    expect(readFileSync(kept).equals(bytes)).toBe(true);
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('a journal');
    expect(existsSync(`${file}-wal`)).toBe(false);
    expect(headlines(file)).toEqual(['Tempête']);
  });

  it('puts one back where nothing is left', async () => {
    const file = archiveWith('Tempête');
    const backup = path.join(temporaryFolder(), backupName(at, 'asked'));
    await backUpFile(file, backup);
    const gone = path.join(temporaryFolder(), 'desk.writethru');
    await restoreFile({ from: backup, to: gone, holder, at });
    expect(headlines(gone)).toEqual(['Tempête']);
  });

  it.each(['of another archive', 'that is damaged', 'while the archive is open'])(
    'refuses a backup %s, and changes nothing',
    async (what) => {
      const file = archiveWith('Tempête');
      const backup = path.join(temporaryFolder(), backupName(at, 'clock'));
      let lock: { readonly release: () => void } | null = null;
      if (what === 'of another archive') {
        const birth = { id: testId(777), name: 'other', sample: false, now: 1 };
        must(createArchiveFile(backup, birth));
      } else {
        await backUpFile(file, backup);
      }
      if (what === 'that is damaged') {
        const other = new Database(backup);
        other.exec('DROP TRIGGER take_never_changes');
        other.exec("UPDATE take SET document = replace(document, 'vent', 'v3nt')");
        other.close();
      }
      if (what === 'while the archive is open') {
        const answer = takeLock(file, holder);
        lock = answer.is === 'taken' ? answer.lock : null;
      }
      const before = readFileSync(file);
      const names = filesBeside(file);
      await expect(restoreFile({ from: backup, to: file, holder, at })).rejects.toThrow(Refusal);
      lock?.release();
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(filesBeside(file)).toEqual(names);
    },
  );
});

describe('a backup', () => {
  it('is made while the archive is written to, whole', async () => {
    const file = archiveWith('Tempête');
    const db = writableDb(file);
    published(db, document('Éclaircie', 'Le soleil revient.'));
    const backup = path.join(temporaryFolder(), 'b.writethru');
    const { byteLength } = await backUpFile(file, backup);
    expect(byteLength).toBe(statSync(backup).size);
    expect(headlines(backup)).toHaveLength(2);
  });
});
