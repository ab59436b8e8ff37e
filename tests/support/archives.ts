import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { Archive } from '../../src-main/archive/client';
import {
  createArchiveFile,
  openForReading,
  openForWriting,
} from '../../src-main/archive/connection';
import { connectionOf, type ReadableDb, type WritableDb } from '../../src-main/archive/database';
import { openExecutor } from '../../src-main/archive/worker/executor';
import type { ArchiveTask } from '../../src-main/archive/worker/protocol';
import type { Executor } from '../../src-main/threads/protocol';
import type { AppError } from '../../src-main/contract/errors';
import { ok, type Result } from '../../src-main/domain/result';

const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).toReversed()) cleanup();
});

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'writethru-test-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a new archive in a temporary folder. */
export function newArchiveFile(): string {
  const file = path.join(temporaryFolder(), 'desk.writethru');
  must(createArchiveFile(file, { id: testId(0), name: 'desk', sample: false, now: 1_000 }));
  return file;
}

/** A writer's connection on a new archive, or on the given one. */
export function writableDb(file = newArchiveFile()): WritableDb {
  const db = must(openForWriting(file));
  cleanups.push(() => connectionOf(db).close());
  return db;
}

/** A reader's connection. */
export function readableDb(file: string): ReadableDb {
  const db = must(openForReading(file));
  cleanups.push(() => connectionOf(db).close());
  return db;
}

/** An archive whose operations run in this thread, through what the worker threads run. */
export function archiveInProcess(file = newArchiveFile()): Archive {
  const writer = must(
    openExecutor({ role: 'writer', path: file, holder: testHolder, mayMigrate: false }),
  );
  return archiveRunning(file, writer);
}

/** An archive over executors of this thread; without a writer it is only read. */
function archiveRunning(file: string, writer: Executor<ArchiveTask> | null): Archive {
  const reader = must(openExecutor({ role: 'reader', path: file }));
  const asks = (executor: Executor<ArchiveTask>) => (name: string, input: unknown) =>
    executor.run({ do: 'operation', name, input }) as never;
  const close = () => {
    reader.close();
    writer?.close();
  };
  cleanups.push(close);
  return {
    path: file,
    access: writer === null ? { is: 'read', why: 'asked' } : { is: 'write' },
    write: asks(writer ?? reader),
    read: asks(reader),
    backUp: (to) => (writer ?? reader).run({ do: 'backup', path: to }) as never,
    openBackup: (backup) => Promise.resolve(ok(archiveRunning(backup, null))),
    close: () => Promise.resolve(close()),
  };
}

/** Who writes the archives of tests. */
export const testHolder = {
  program: 'workstation',
  pid: process.pid,
  host: 'test',
  since: 1,
} as const;

/** The value of a result that has to be one. */
export function must<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A UUID that tests can tell apart. */
export function testId(number: number): string {
  return `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
