import { rename, rm, writeFile } from 'node:fs/promises';
import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import { systemCode } from './exchange/sources';

/**
 * Writes a file whole: beside its place first, then in one move, so that no half file bears the
 * name. The person has already been asked about replacing one.
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<Result<void, AppError>> {
  const writing = `${path}.writing-${process.pid}`;
  try {
    await writeFile(writing, bytes);
    await rename(writing, path);
    return ok(undefined);
  } catch (thrown) {
    await rm(writing, { force: true });
    const code = systemCode(thrown);
    return err(
      appError(code === 'ENOSPC' ? 'archive-full' : 'archive-read-only', 'file', { path, code }),
    );
  }
}
