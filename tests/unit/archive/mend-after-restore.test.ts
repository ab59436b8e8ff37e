import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import path from 'node:path';
import { backUpFile } from '../../../src-main/archive/backups/copy';
import {
  backupFolderOf,
  backupName,
  readBackupName,
  type BackupReason,
} from '../../../src-main/archive/backups/names';
import { isOfThisHistory } from '../../../src-main/archive/backups/restored';
import { restoreFile } from '../../../src-main/archive/backups/restore';
import { openForReading, openForWriting } from '../../../src-main/archive/connection';
import { all, connectionOf } from '../../../src-main/archive/database';
import { salvageFile } from '../../../src-main/archive/salvage/salvage';
import { backupsOf } from '../../../src-main/services/backups';
import { must, newArchiveFile, testHolder, testId } from '../../support/archives';
import { beginDispatch, nextId } from '../../support/dispatches';
import { document } from '../../support/texts';

const hour = 3_600_000;
const ten = Date.UTC(2026, 10, 23, 10);
const birth = { id: testId(99), name: 'desk', sample: false, now: ten } as const;

/** Begins a dispatch with its draft; its slug tells it. */
function begin(file: string, slug: string): void {
  const db = must(openForWriting(file));
  const dispatchId = nextId();
  beginDispatch(db, dispatchId, document(slug, 'Texte.'));
  connectionOf(db).prepare('UPDATE dispatch SET slug = ? WHERE id = ?').run(slug, dispatchId);
  connectionOf(db).close();
}

function slugs(file: string): readonly string[] {
  const db = must(openForReading(file));
  try {
    const rows = all<{ slug: string }>(db, 'SELECT slug FROM dispatch ORDER BY slug');
    return rows.map(({ slug }) => slug);
  } finally {
    connectionOf(db).close();
  }
}

async function backUp(file: string, at: number, reason: BackupReason): Promise<string> {
  mkdirSync(backupFolderOf(file), { recursive: true });
  const backup = path.join(backupFolderOf(file), backupName(at, reason));
  await backUpFile(file, backup);
  return backup;
}

/** One dispatch, backed up at ten; two more, the first backed up at eleven; at twelve back to ten. */
async function restored(): Promise<{ readonly file: string; readonly ofTen: string }> {
  const file = newArchiveFile();
  begin(file, 'ALWAYS');
  const ofTen = await backUp(file, ten, 'clock');
  begin(file, 'PUT-AWAY');
  await backUp(file, ten + hour, 'clock');
  begin(file, 'PUT-AWAY-TOO');
  await restoreFile({ from: ofTen, to: file, holder: testHolder, at: ten + 2 * hour });
  expect(slugs(file)).toEqual(['ALWAYS']);
  return { file, ofTen };
}

const mend = (file: string) =>
  salvageFile({
    path: file,
    backups: backupsOf(file, null).backups,
    birth,
    holder: testHolder,
    at: ten + 5 * hour,
  });

describe('mending an archive that was restored', () => {
  it('begins from what it was put back to: what the restore took away stays away', async () => {
    const { file, ofTen } = await restored();
    begin(file, 'SINCE');
    const { base } = await mend(file);
    expect(base).toEqual({ path: ofTen, at: ten, putAway: false });
    expect(slugs(file)).toEqual(['ALWAYS', 'SINCE']);
  });

  it('begins from a backup made since, also where the archive itself tells nothing any more', async () => {
    const { file } = await restored();
    begin(file, 'SINCE');
    const since = await backUp(file, ten + 3 * hour, 'clock');
    writeFileSync(file, 'nothing of it is left');
    expect((await mend(file)).base).toMatchObject({ path: since, putAway: false });
    expect(slugs(file)).toEqual(['ALWAYS', 'SINCE']);
  });

  it('begins from what was put away only where nothing else verifies, and says so', async () => {
    const { file, ofTen } = await restored();
    writeFileSync(ofTen, 'broken');
    const { base } = await mend(file);
    expect(base).toMatchObject({ at: ten + 2 * hour, putAway: true });
    expect(slugs(file)).toEqual(['ALWAYS', 'PUT-AWAY', 'PUT-AWAY-TOO']);
  });

  it('begins from what was put away where that was put back since', async () => {
    const { file } = await restored();
    const before = path.join(backupFolderOf(file), backupName(ten + 2 * hour, 'restore'));
    await restoreFile({ from: before, to: file, holder: testHolder, at: ten + 4 * hour });
    expect((await mend(file)).base).toMatchObject({ path: before, putAway: false });
    expect(slugs(file)).toEqual(['ALWAYS', 'PUT-AWAY', 'PUT-AWAY-TOO']);
  });

  it('knows by their names alone that those kept before a restore are not of it', () => {
    const { at, reason } = readBackupName(backupName(ten, 'restore')) ?? { at: 0, reason: 'asked' };
    expect(isOfThisHistory({ at, reason }, [])).toBe(false);
    expect(isOfThisHistory({ at, reason: 'migration' }, [])).toBe(true);
  });
});
