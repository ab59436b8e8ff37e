import { open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { appError, type AppError } from '../contract/errors';
import { err, ok, type Result } from '../domain/result';
import { systemCode } from './exchange/sources';

/** A file being written beside its place. A failed write is told by {@link FileInMaking.finish}. */
export type FileInMaking = {
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** Puts the file in its place; the bytes it has, or why it could not be written. */
  readonly finish: () => Promise<Result<number, AppError>>;
  /** Leaves nothing behind, for a reason which is the answer. */
  readonly giveUp: (error: AppError) => Promise<Result<never, AppError>>;
};

/**
 * Writes a file whole: beside its place first, then in one move, so that no half file bears the
 * name, after a power cut neither. The person has already been asked about replacing one.
 */
export async function saveFile(path: string, bytes: Uint8Array): Promise<Result<void, AppError>> {
  const file = await startFile(path);
  if (!file.ok) return file;
  await file.value.write(bytes);
  const finished = await file.value.finish();
  return finished.ok ? ok(undefined) : finished;
}

/**
 * Reads a file of text. A file of more than `most` bytes is not read: `validation` for the reason
 * `tooLarge`; one that is not there, or not to be read, is `not-found`.
 */
export async function readText(
  path: string,
  most: number,
  tooLarge: string,
): Promise<Result<string, AppError>> {
  try {
    if ((await stat(path)).size > most) return err(appError('validation', tooLarge));
    return ok(await readFile(path, 'utf8'));
  } catch (thrown) {
    return err(appError('not-found', 'file', { path, code: systemCode(thrown) }));
  }
}

/** Reads a file as it is; refused like {@link readText}. */
export async function readBytes(
  path: string,
  most: number,
  tooLarge: string,
): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> {
  try {
    if ((await stat(path)).size > most) {
      return err(appError('validation', tooLarge, { most: Math.round(most / (1024 * 1024)) }));
    }
    return ok(new Uint8Array(await readFile(path)));
  } catch (thrown) {
    return err(appError('not-found', 'file', { path, code: systemCode(thrown) }));
  }
}

/** Begins a file that is written piece by piece, to be put in its place when it is whole. */
export async function startFile(path: string): Promise<Result<FileInMaking, AppError>> {
  const writing = `${path}.writing-${process.pid}`;
  try {
    return ok(inMaking(await open(writing, 'w'), writing, path));
  } catch (thrown) {
    return err(faultOf(path, thrown));
  }
}

function inMaking(handle: FileHandle, writing: string, path: string): FileInMaking {
  let byteLength = 0;
  let failed: AppError | undefined;
  const giveUp = async (fault: AppError): Promise<Result<never, AppError>> => {
    await handle.close().catch(() => undefined);
    await rm(writing, { force: true });
    return err(fault);
  };
  return {
    giveUp,
    write: async (piece) => {
      if (failed !== undefined) return;
      const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
      try {
        await handle.writeFile(bytes);
        byteLength += bytes.byteLength;
      } catch (thrown) {
        failed = faultOf(path, thrown);
      }
    },
    finish: async () => {
      if (failed !== undefined) return giveUp(failed);
      try {
        await handle.sync();
        await handle.close();
        await rename(writing, path);
        return ok(byteLength);
      } catch (thrown) {
        return giveUp(faultOf(path, thrown));
      }
    },
  };
}

function faultOf(path: string, thrown: unknown): AppError {
  const code = systemCode(thrown);
  return appError(code === 'ENOSPC' ? 'archive-full' : 'archive-read-only', 'file', { path, code });
}
