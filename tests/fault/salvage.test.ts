import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpFile } from '../../src-main/archive/backups/copy';
import { createNote } from '../../src-main/archive/commands/notes';
import { openForReading, openForWriting } from '../../src-main/archive/connection';
import { all, connectionOf, run, type ReadableDb } from '../../src-main/archive/database';
import { sha256 } from '../../src-main/archive/sha256';
import { loadDraft } from '../../src-main/archive/queries/drafts';
import { readNotesOf } from '../../src-main/archive/queries/notes';
import { salvagedTables, tablesLeftOut } from '../../src-main/archive/salvage/gather';
import { salvageFile } from '../../src-main/archive/salvage/salvage';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { documentParts } from '../../src-main/domain/document/build';
import { seeded } from '../bench/support/random';
import { must, newArchiveFile, temporaryFolder, testHolder, testId } from '../support/archives';
import { beginDispatch, nextId, published, publishTake } from '../support/dispatches';
import { document } from '../support/texts';
import { archiveToDamage, damaged } from './support/damage';
import { patience, tell, tries } from './support/tally';

const at = Date.UTC(2026, 10, 23, 12);
const birth = { id: testId(99), name: 'desk', sample: false, now: at } as const;

function using<T>(file: string, work: (db: ReadableDb) => T): T {
  const db = must(openForReading(file));
  try {
    return work(db);
  } finally {
    connectionOf(db).close();
  }
}

/** Every take with the hash it was recorded under. */
function takesIn(file: string): ReadonlyMap<string, string> {
  return using(file, (db) => {
    const rows = all<{ id: string; hash: string }>(
      db,
      `SELECT take_id AS id, hash FROM revision WHERE entry = 'take'`,
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  });
}

describe('a damaged archive that is mended', () => {
  it('loses no table by an oversight', () => {
    const tables = using(newArchiveFile(), (db) =>
      all<{ name: string }>(
        db,
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
           AND name NOT LIKE 'search_index%' AND name <> 'search_vocabulary'`,
      ),
    );
    expect(tables.map(({ name }) => name).toSorted()).toEqual(
      [...salvagedTables, ...tablesLeftOut].toSorted(),
    );
  });

  it('does not call an original lost that the backup has', async () => {
    const file = newArchiveFile();
    const bytes = new TextEncoder().encode('Un pont fermé à Valdane, tel qu’il est arrivé.');
    const db = must(openForWriting(file));
    const original = { hash: sha256(bytes), bytes };
    run(
      db,
      `INSERT INTO original (sha256, bytes, encoding) VALUES (:hash, :bytes, 'utf-8')`,
      original,
    );
    connectionOf(db).close();
    const backup = path.join(temporaryFolder(), 'backup.writethru');
    await backUpFile(file, backup);
    const broken = readFileSync(file);
    broken.write('autrement', broken.indexOf('tel qu’il'));
    writeFileSync(file, broken);
    const ask = { path: file, birth, holder: testHolder, at };
    const backups = [{ path: backup, at: at - 1_000, reason: 'clock' as const }];
    expect(await salvageFile({ ...ask, backups })).toMatchObject({ lostOriginals: 0 });
    writeFileSync(file, broken);
    expect(await salvageFile({ ...ask, backups: [] })).toMatchObject({ lostOriginals: 1 });
  });

  it('verifies, and every take is there or told of', { timeout: patience }, async () => {
    const random = seeded(81);
    const place = temporaryFolder();
    const file = path.join(place, 'desk.writethru');
    const backup = path.join(place, 'backup.writethru');
    const first = newArchiveFile();
    const whole = archiveToDamage(first);
    const takes = takesIn(first);
    // Of every other try there is a backup, from before the last takes.
    await backUpFile(first, backup);
    const added = openAndAdd(first);
    const now = readFileSync(first);
    const all = takesIn(first);
    expect(all.size).toBe(takes.size + added);
    expect(whole.length).toBeLessThanOrEqual(now.length);
    const total = tries(200, 8);
    let [lost, unsound, told] = [0, 0, 0];
    for (let index = 0; index < total; index += 1) {
      writeFileSync(file, damaged(now, random));
      const backups =
        index % 2 === 0 ? [{ path: backup, at: at - 1_000, reason: 'clock' as const }] : [];
      // One file after another: each is the whole machine's.
      // oxlint-disable-next-line no-await-in-loop -- as above
      const report = await salvageFile({ path: file, backups, birth, holder: testHolder, at });
      const there = takesIn(file);
      if (using(file, (db) => verifyRecord(db).problems.length) > 0) unsound += 1;
      const isTold = report.lost.length > 0 || report.torn.length > 0;
      const isMissing = [...all].some(([id, hash]) => there.get(id) !== hash);
      if (isMissing && isTold) told += 1;
      if (isMissing && !isTold) lost += 1;
      if (backups.length > 0 && [...takes].some(([id]) => !there.has(id))) lost += 1;
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${report.kept}${suffix}`, { force: true });
    }
    const fault = 'damaged, then mended';
    tell({
      fault,
      tries: total,
      acknowledged: null,
      lost,
      torn: unsound,
      damaged: told,
      found: told,
    });
    expect({ lost, unsound }).toEqual({ lost: 0, unsound: 0 });
  });

  it('has its newest takes, drafts and notes on top of its newest whole backup', async () => {
    const file = newArchiveFile();
    const folder = path.join(path.dirname(file), 'desk backups');
    mkdirSync(folder);
    const [older, broken] = ['older', 'broken'].map((name) => path.join(folder, name));
    const db = must(openForWriting(file));
    const { dispatchId } = published(db, document('Crue', 'Le bac est arrêté.'));
    connectionOf(db).close();
    await backUpFile(file, older ?? '');
    writeFileSync(broken ?? '', 'no archive at all');
    const again = must(openForWriting(file));
    const takeId = publishTake(again, dispatchId, 'update', document('Crue (suite)', 'Il repart.'));
    const draftId = beginDispatch(again, nextId(), document('Le pont', 'Le pont rouvre.'));
    createNote(again, {
      id: testId(500),
      dispatchId,
      target: { on: 'take', id: takeId },
      anchor: null,
      kind: 'query',
      body: 'Quand ?',
      author: 'atl',
      now: at,
    });
    // Damage to the index of takes: the table itself can be read.
    connectionOf(again).exec('DELETE FROM search_term; DROP TABLE wire_row');
    connectionOf(again).close();
    const before = readFileSync(file);
    const report = await salvageFile({
      path: file,
      backups: [
        { path: broken ?? '', at: at - 1_000, reason: 'clock' },
        { path: older ?? '', at: at - 2_000, reason: 'clock' },
      ],
      birth,
      holder: testHolder,
      at,
    });
    expect(report).toMatchObject({
      base: { path: older },
      dispatches: 2,
      takes: 2,
      added: 1,
      drafts: 1,
      lost: [],
      lostDrafts: 0,
    });
    expect(readFileSync(report.kept).equals(before)).toBe(true);
    using(file, (mended) => {
      expect(verifyRecord(mended).problems).toEqual([]);
      expect(documentParts(loadDraft(mended, draftId).document).headline).toBe('Le pont');
      expect(readNotesOf(mended, dispatchId)).toMatchObject([{ body: 'Quand ?' }]);
    });
  });

  it('says which take is not as it was recorded, with its words, and keeps what was before it', async () => {
    const file = newArchiveFile();
    const db = must(openForWriting(file));
    const { dispatchId, takeId } = published(db, document('Crue', 'Le bac est arrêté.'));
    publishTake(db, dispatchId, 'update', document('Crue (suite)', 'Il repart demain.'));
    const connection = connectionOf(db);
    connection.exec('DROP TRIGGER take_never_changes');
    connection.exec(
      "UPDATE take SET document = replace(document, 'demain', 'hier') WHERE ordinal = 2",
    );
    connection.close();
    const report = await salvageFile({ path: file, backups: [], birth, holder: testHolder, at });
    expect(report.lost).toMatchObject([{ dispatchId, number: 2, ordinal: 2, headline: 'Crue' }]);
    expect(report.lost[0]?.text).toContain('Il repart hier.');
    expect([...takesIn(file).keys()]).toEqual([takeId]);
  });

  it('says which table has rows that are no longer what they were, and keeps the others', async () => {
    const file = newArchiveFile();
    const db = must(openForWriting(file));
    const connection = connectionOf(db);
    connection.exec(`DROP TABLE saved_search;
      CREATE TABLE saved_search (id, name, query, sort, created_at, seen_at);
      INSERT INTO saved_search VALUES ('1', 'Crues', 'crue', 'date', 1, 1);
      INSERT INTO saved_search VALUES ('2', NULL, 'bac', 'date', 1, 1);`);
    connection.close();
    const report = await salvageFile({ path: file, backups: [], birth, holder: testHolder, at });
    expect(report.torn).toEqual(['saved_search']);
    expect(using(file, (mended) => all(mended, 'SELECT name FROM saved_search'))).toEqual([
      { name: 'Crues' },
    ]);
  });

  it('of which nothing can be read is the newest backup, or an empty archive, and is kept', async () => {
    const file = path.join(temporaryFolder(), 'desk.writethru');
    writeFileSync(file, Buffer.alloc(50_000, 0x5a));
    const report = await salvageFile({ path: file, backups: [], birth, holder: testHolder, at });
    expect(report).toMatchObject({ base: null, takes: 0, torn: ['archive'] });
    expect(existsSync(report.kept)).toBe(true);
    expect(using(file, (db) => verifyRecord(db).problems)).toEqual([]);
  });
});

/** Publishes two more takes, and closes; how many. */
function openAndAdd(file: string): number {
  const db = must(openForWriting(file));
  const { dispatchId } = published(db, document('Après la sauvegarde', 'Une prise de plus.'));
  publishTake(db, dispatchId, 'update', document('Suite', 'Encore une.'));
  connectionOf(db).pragma('wal_checkpoint(TRUNCATE)');
  connectionOf(db).close();
  return 2;
}
