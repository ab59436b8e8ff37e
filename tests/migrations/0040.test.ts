import { writeFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { all, connectionOf } from '../../src-main/archive/database';
import { verifyRecord } from '../../src-main/archive/verify/verify-record';
import { buildIndex, readIndexProgress } from '../../src-main/archive/search/progress';
import { temporaryFolder, writableDb } from '../support/archives';
import { buildWhole, countOf, found } from '../support/search';

function archiveOfVersion30() {
  const file = path.join(temporaryFolder(), 'old.writethru');
  const kept = path.join(import.meta.dirname, 'fixtures', '0030.writethru.gz');
  writeFileSync(file, gunzipSync(readFileSync(kept)));
  return file;
}

describe('an archive of schema version 30', () => {
  it('is searched by reading until its index is built, and finds the same by it', () => {
    const db = writableDb(archiveOfVersion30());
    expect(readIndexProgress(db)).toMatchObject({ building: true, done: 0, of: 1 });
    const texts = [
      'passeur bac ',
      'moyen métrage ',
      'frequentation ',
      'kind:correction ',
      'is:note ',
    ];
    const before = texts.map((text) => found(db, text));
    expect(before.map(({ answered }) => answered)).toEqual(
      texts.map(() => ({ by: 'reading', read: 1, of: 1, why: 'building' })),
    );
    buildWhole(db);
    expect(readIndexProgress(db)).toEqual({ building: false, done: 0, of: 0, why: '' });
    const after = texts.map((text) => found(db, text));
    expect(after.map(({ answered }) => answered.by)).toEqual(texts.map(() => 'index'));
    const ids = (pages: typeof before) =>
      pages.map(({ hits }) => hits.map(({ sourceId }) => sourceId).toSorted());
    expect(ids(after)).toEqual(ids(before));
    expect(ids(after).every((hits) => hits.length > 0)).toBe(true);
    expect(verifyRecord(db).problems).toEqual([]);
  });

  it('goes on building where it was interrupted', () => {
    const file = archiveOfVersion30();
    const first = writableDb(file);
    buildIndex(first, { time: -1 });
    const done = readIndexProgress(first);
    connectionOf(first).close();
    const second = writableDb(file);
    expect(readIndexProgress(second)).toEqual(done);
    buildWhole(second);
    expect(countOf(second, 'passeur ').total).toBeGreaterThan(0);
    expect(all(second, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });
});
