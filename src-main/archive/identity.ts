import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { appError, type AppError } from '../contract/errors';
import { errorOf } from './refusal';
import { newestVersion } from './migrations';

/** Marks a SQLite file as an archive of ours: "WTru" in ASCII, at byte 68 of the header. */
export const applicationId = 0x57547275;

const headerBytes = 100;
const magic = 'SQLite format 3\u0000';

/**
 * Why a file may not be opened as an archive, or undefined when it may. Reads the 100-byte header
 * alone (https://www.sqlite.org/fileformat.html#the_database_header) and changes nothing: SQLite
 * itself would take an empty file for a new database.
 */
export function refusalOfFile(path: string): AppError | undefined {
  let header: Buffer;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return appError('archive-foreign', 'not-a-file', { path });
    if (stat.size === 0) return appError('archive-empty', undefined, { path });
    header = readHeader(path);
  } catch (thrown) {
    const error = errorOf(thrown);
    return appError(error.code, error.reason, { path });
  }
  if (header.length < headerBytes || header.toString('latin1', 0, 16) !== magic) {
    return appError('archive-foreign', 'not-sqlite', { path });
  }
  if (header.readUInt32BE(68) !== applicationId) {
    return appError('archive-foreign', 'other-application', { path });
  }
  const version = header.readUInt32BE(60);
  if (version > newestVersion) {
    return appError('archive-too-new', undefined, { path, version, readable: newestVersion });
  }
  return undefined;
}

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(headerBytes);
    return buffer.subarray(0, readSync(file, buffer, 0, headerBytes, 0));
  } finally {
    closeSync(file);
  }
}
