import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOrigins, readSelf } from '../../../src-main/archive/access/home';
import { openToWrite, type WritingOpening } from '../../../src-main/archive/access/opening';
import { judgePlace, placeOf } from '../../../src-main/archive/access/place';
import { backUpFile } from '../../../src-main/archive/backups/copy';
import { createArchiveFile } from '../../../src-main/archive/connection';
import { connectionOf } from '../../../src-main/archive/database';
import { must, temporaryFolder, testHolder, testId } from '../../support/archives';

let folder: string;
let original: string;

beforeEach(() => {
  folder = temporaryFolder();
  original = path.join(folder, 'desk', 'desk.writethru');
  must(createArchiveFile(original, { id: testId(7), name: 'desk', sample: false, now: 1 }));
  // Its first opening notes where it lives.
  expect(open(original)).toBe('write');
});

/** Opens for writing, closes again, and tells what came of it. */
function open(file: string, adopt?: { readonly newId: string; readonly at: number }): string {
  const opening = must(openToWrite({ path: file, holder: testHolder, adopt, mayMigrate: true }));
  close(opening);
  if (opening.is === 'read') return opening.access.why;
  return opening.is === 'other-name' ? `other name of ${opening.path}` : 'write';
}

function close(opening: WritingOpening): void {
  if (opening.is !== 'write') return;
  connectionOf(opening.db).close();
  opening.lock.release();
}

/** What the archive in a file says of itself. */
function self(file: string) {
  const opening = must(openToWrite({ path: file, holder: testHolder, mayMigrate: true }));
  if (opening.is !== 'write') throw new Error('It cannot be written.');
  const said = { ...readSelf(opening.db), origins: readOrigins(opening.db) };
  close(opening);
  return said;
}

function copyTo(...place: readonly string[]): string {
  const copy = path.join(folder, ...place);
  copyFileSync(original, copy);
  return copy;
}

describe('an archive opened from another path', () => {
  it('is a copy while the archive it was made of lives where it says', () => {
    const copy = copyTo('copy.writethru');
    const before = readFileSync(copy);
    expect(open(copy)).toBe('copy');
    expect(open(copy)).toBe('copy');
    expect(readFileSync(copy).equals(before)).toBe(true);
    expect(open(original)).toBe('write');
  });

  it('is a copy when it is a backup', async () => {
    const opening = must(openToWrite({ path: original, holder: testHolder, mayMigrate: true }));
    if (opening.is !== 'write') throw new Error('It cannot be written.');
    const backup = path.join(folder, 'backup.writethru');
    await backUpFile(original, backup);
    // While the original is open, too.
    expect(open(backup)).toBe('copy');
    close(opening);
    const before = readFileSync(backup);
    expect(open(backup)).toBe('copy');
    expect(readFileSync(backup).equals(before)).toBe(true);
  });

  it('was moved when nothing is left at its place, and says so of itself', () => {
    const moved = path.join(folder, 'moved.writethru');
    renameSync(original, moved);
    expect(open(moved)).toBe('write');
    expect(self(moved).home?.path).toBe(moved);
    expect(self(moved).id).toBe(testId(7));
  });

  it('was moved when its folder was renamed, or it went to another disk', () => {
    renameSync(path.join(folder, 'desk'), path.join(folder, 'renamed'));
    original = path.join(folder, 'renamed', 'desk.writethru');
    expect(open(original)).toBe('write');
    const elsewhere = copyTo('elsewhere.writethru');
    rmSync(original);
    expect(open(elsewhere)).toBe('write');
  });

  it('was moved when another archive, or no archive, is at its place', () => {
    const moved = path.join(folder, 'moved.writethru');
    renameSync(original, moved);
    writeFileSync(original, 'a list of things to do\n'.repeat(10));
    expect(open(moved)).toBe('write');
    renameSync(moved, path.join(folder, 'again.writethru'));
    must(createArchiveFile(moved, { id: testId(8), name: 'other', sample: false, now: 1 }));
    expect(open(path.join(folder, 'again.writethru'))).toBe('write');
  });

  it('was moved when a copy was put in its stead', () => {
    const moved = path.join(folder, 'moved.writethru');
    renameSync(original, moved);
    copyFileSync(moved, original);
    expect(open(moved)).toBe('write');
  });

  it('is at home by a symbolic link to it or to its folder', () => {
    const link = path.join(folder, 'link.writethru');
    symlinkSync(original, link);
    symlinkSync(path.join(folder, 'desk'), path.join(folder, 'linked'));
    expect(open(link)).toBe('write');
    expect(open(path.join(folder, 'linked', 'desk.writethru'))).toBe('write');
    expect(self(link).home?.path).toBe(original);
  });

  it('is opened by the name it knows, where a file has two', () => {
    const second = path.join(folder, 'second.writethru');
    linkSync(original, second);
    expect(open(second)).toBe(`other name of ${original}`);
    expect(open(original)).toBe('write');
  });

  it('is a copy when the original is damaged: nothing speaks against it', () => {
    const copy = copyTo('copy.writethru');
    const bytes = readFileSync(original);
    bytes.fill(7, 200);
    writeFileSync(original, bytes);
    expect(open(copy)).toBe('copy');
  });
});

describe('a copy made an archive of its own', () => {
  it('has a new id, a home, and a note of what it was a copy of', () => {
    const copy = copyTo('copy.writethru');
    expect(open(copy, { newId: testId(9), at: 50 })).toBe('write');
    expect(self(copy)).toMatchObject({
      id: testId(9),
      home: { path: copy },
      origins: [{ id: testId(7), path: original, at: 50 }],
    });
    expect(open(original)).toBe('write');
    expect(self(original).id).toBe(testId(7));
  });

  it('is not made of what is no copy', () => {
    expect(open(original, { newId: testId(9), at: 50 })).toBe('write');
    expect(self(original).id).toBe(testId(7));
  });
});

describe('judgePlace', () => {
  it('takes two spellings of one place for one, whatever is said to be there', () => {
    // A drive letter and a network path lead to one entry: the path differs, the file does not.
    const kept = { ...placeOf(original), path: `${path.dirname(original)}/./desk.writethru` };
    expect(judgePlace(original, kept, () => true)).toEqual({ is: 'home', note: null });
  });

  it('takes what it may not look at for the original, unless this is the file it noted', () => {
    const notAFolder = path.join(folder, 'desk', 'x'.repeat(300), 'desk.writethru');
    const kept = { path: notAFolder, file: { inode: '1', bornAt: '1' } };
    expect(judgePlace(original, kept, () => true)).toEqual({ is: 'copy', of: notAFolder });
    const known = { path: notAFolder, file: placeOf(original).file };
    expect(judgePlace(original, known, () => true).is).toBe('home');
  });

  it('makes a folder of no difference', () => {
    mkdirSync(path.join(folder, 'other'));
    const copy = copyTo('other', 'desk.writethru');
    expect(open(copy)).toBe('copy');
  });
});
