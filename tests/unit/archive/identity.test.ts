import Database from 'better-sqlite3';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpFile } from '../../../src-main/archive/backups/copy';
import { createArchiveFile, openForWriting } from '../../../src-main/archive/connection';
import { connectionOf } from '../../../src-main/archive/database';
import { applicationId } from '../../../src-main/archive/identity';
import { readFacts } from '../../../src-main/archive/queries/status';
import {
  readableDb,
  newArchiveFile,
  temporaryFolder,
  testId,
  writableDb,
} from '../../support/archives';

const birth = { id: testId(7), name: 'desk', sample: false, now: 5 };

/** Opening the file must refuse with this code and leave its bytes as they were. */
function expectRefused(file: string, code: string): void {
  const before = readFileSync(file);
  const opened = openForWriting(file);
  expect(opened).toMatchObject({ ok: false, error: { code, facts: { path: file } } });
  expect(readFileSync(file).equals(before)).toBe(true);
}

describe('opening an archive', () => {
  it('says that a file is missing, and makes none', () => {
    const file = path.join(temporaryFolder(), 'gone.writethru');
    expect(openForWriting(file)).toMatchObject({ ok: false, error: { code: 'archive-missing' } });
    expect(existsSync(file)).toBe(false);
  });

  it('refuses an empty file, which SQLite would take for a new database', () => {
    const file = path.join(temporaryFolder(), 'empty.writethru');
    writeFileSync(file, '');
    expectRefused(file, 'archive-empty');
    expect(statSync(file).size).toBe(0);
  });

  it('refuses a text, and a database of another application', () => {
    const folder = temporaryFolder();
    const text = path.join(folder, 'text.writethru');
    writeFileSync(text, 'Publié\n'.repeat(40));
    expectRefused(text, 'archive-foreign');

    const other = path.join(folder, 'other.writethru');
    const database = new Database(other);
    database.exec('CREATE TABLE contact (name TEXT)');
    database.close();
    expectRefused(other, 'archive-foreign');
  });

  it('refuses a folder', () => {
    const opened = openForWriting(temporaryFolder());
    expect(opened).toMatchObject({ ok: false, error: { code: 'archive-foreign' } });
  });

  it('refuses an archive of a newer program, naming both versions', () => {
    const file = path.join(temporaryFolder(), 'newer.writethru');
    const database = new Database(file);
    database.pragma(`application_id = ${applicationId}`);
    database.pragma('user_version = 9990');
    database.close();
    expectRefused(file, 'archive-too-new');
    expect(openForWriting(file)).toMatchObject({ error: { facts: { version: 9990 } } });
  });
});

describe('creating an archive', () => {
  it('gives it its identity, and leaves nothing else behind', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'new', 'desk.writethru');
    expect(createArchiveFile(file, birth).ok).toBe(true);
    expect(readFacts(readableDb(file))).toEqual({
      id: testId(7),
      name: 'desk',
      sample: false,
      dispatches: 0,
      newestEntryAt: 0,
      verified: null,
    });
    expect(existsSync(`${file}.making-${birth.id}`)).toBe(false);
  });

  it('never replaces a file', () => {
    const file = path.join(temporaryFolder(), 'desk.writethru');
    writeFileSync(file, 'something of the person’s');
    expect(createArchiveFile(file, birth)).toMatchObject({
      ok: false,
      error: { code: 'archive-exists' },
    });
    expect(readFileSync(file, 'utf8')).toBe('something of the person’s');
  });
});

describe('a backup', () => {
  it('holds what was committed last, in one file', async () => {
    const file = newArchiveFile();
    const db = writableDb(file);
    connectionOf(db).exec("INSERT INTO setting VALUES ('last', 'committed')");
    const copy = path.join(temporaryFolder(), 'copy.writethru');
    const made = await backUpFile(file, copy);
    expect(made).toEqual({ path: copy, byteLength: statSync(copy).size });
    expect(existsSync(`${copy}-wal`)).toBe(false);
    const last = connectionOf(readableDb(copy)).prepare(
      "SELECT value FROM setting WHERE key = 'last'",
    );
    expect(last.pluck().get()).toBe('committed');
  });

  it('never replaces a file', async () => {
    const copy = path.join(temporaryFolder(), 'copy.writethru');
    writeFileSync(copy, 'an older backup');
    await expect(backUpFile(newArchiveFile(), copy)).rejects.toThrow('archive-exists');
    expect(readFileSync(copy, 'utf8')).toBe('an older backup');
  });
});
