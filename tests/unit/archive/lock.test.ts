import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockFileOf, takeLock } from '../../../src-main/archive/access/lock';
import { openArchive, type Opening } from '../../../src-main/archive/client';
import { Refusal } from '../../../src-main/archive/refusal';
import { must, newArchiveFile, temporaryFolder, testHolder } from '../../support/archives';
import { openInOtherProcess, workerFile } from '../../support/processes';

const writing: Opening = { program: 'workstation', purpose: 'write' };

/** Opens an archive as the workstation does, closed after the test. */
async function opened(file: string, opening: Opening = writing) {
  const archive = must(await openArchive(file, workerFile, opening));
  onTestFinished(() => archive.close());
  return archive;
}

describe('the lock of an archive', () => {
  it('is had once at a time, within one process too, and says who has it', () => {
    const file = path.join(temporaryFolder(), 'a');
    const first = takeLock(file, { ...testHolder, pid: 7 });
    if (first.is !== 'taken') throw new Error('It was free.');
    expect(takeLock(file, testHolder)).toEqual({ is: 'held', by: { ...testHolder, pid: 7 } });
    expect(takeLock(file, testHolder).is).toBe('held');
    first.lock.release();
    const next = takeLock(file, testHolder);
    expect(next.is).toBe('taken');
    if (next.is === 'taken') next.lock.release();
  });

  it('is not held by a file left behind, even an empty one', () => {
    const file = path.join(temporaryFolder(), 'a');
    writeFileSync(lockFileOf(file), '');
    const answer = takeLock(file, testHolder);
    expect(answer.is).toBe('taken');
    if (answer.is === 'taken') answer.lock.release();
    expect(statSync(lockFileOf(file)).size).toBeLessThan(20_000);
  });

  it('moves what is no lock file aside', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a');
    writeFileSync(lockFileOf(file), 'not a database at all'.repeat(60));
    const answer = takeLock(file, testHolder);
    if (answer.is === 'taken') answer.lock.release();
    expect(answer.is).toBe('taken');
    expect(readdirSync(folder).some((name) => name.startsWith('a-lock.damaged-'))).toBe(true);
  });

  it('is refused as read-only where its file cannot be made', () => {
    const file = path.join(temporaryFolder(), 'a');
    mkdirSync(lockFileOf(file));
    expect(() => takeLock(file, testHolder)).toThrow(Refusal);
  });
});

describe('an archive that another process has open', () => {
  it('needs the built archive worker', () => {
    expect(existsSync(fileURLToPath(workerFile)), 'run npm run build first').toBe(true);
  });

  it('can be read, not written, and is free once that process is killed', async () => {
    const file = newArchiveFile();
    const other = await openInOtherProcess(file);
    expect(other.begun).toEqual({ ok: true, value: { is: 'write' } });

    const archive = await opened(file);
    expect(archive.access).toMatchObject({
      is: 'read',
      why: 'open-elsewhere',
      holder: { program: 'workstation', since: 1_493_751_240_000 },
    });
    expect(must(await archive.read('readFacts', {}))).toMatchObject({ name: 'desk' });
    expect(await archive.write('openSession', { now: 1 })).toMatchObject({
      ok: false,
      error: { code: 'archive-read-only', reason: 'open-elsewhere' },
    });
    const copy = path.join(temporaryFolder(), 'copy.writethru');
    expect(must(await archive.backUp(copy))).toMatchObject({ path: copy });
    await archive.close();

    await other.kill();
    const again = await opened(file);
    expect(again.access).toEqual({ is: 'write' });
    expect(await again.write('openSession', { now: 1 })).toMatchObject({ ok: true });
  });

  it('is refused there too, and by other openings of this process', async () => {
    const file = newArchiveFile();
    const mine = await opened(file);
    const other = await openInOtherProcess(file);
    expect(other.begun).toMatchObject({
      ok: true,
      value: { is: 'read', access: { why: 'open-elsewhere', holder: { pid: process.pid } } },
    });
    expect((await opened(file)).access).toMatchObject({ is: 'read', why: 'open-elsewhere' });
    expect(mine.access).toEqual({ is: 'write' });
  });

  it('is not held by those who only read', async () => {
    const file = newArchiveFile();
    expect((await opened(file, { program: 'command-line', purpose: 'read' })).access).toEqual({
      is: 'read',
      why: 'asked',
    });
    expect((await opened(file)).access).toEqual({ is: 'write' });
  });

  it('is not even read when it is held on another machine', async () => {
    const file = newArchiveFile();
    await openInOtherProcess(file, 'desk-2.example');
    expect(await openArchive(file, workerFile, writing)).toMatchObject({
      ok: false,
      error: { code: 'archive-busy', reason: 'other-machine', facts: { host: 'desk-2.example' } },
    });
  });
});
