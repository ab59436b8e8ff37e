import { appError, type AppError, type ErrorCode } from '../contract/errors';

/** Thrown inside a transaction to roll it back with a reason; becomes an error result at the room's edge. */
export class Refusal extends Error {
  readonly error: AppError;

  constructor(code: ErrorCode, reason?: string, facts?: Readonly<Record<string, string | number>>) {
    super(reason ?? code);
    this.name = 'Refusal';
    this.error = appError(code, reason, facts);
  }
}

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) as our own. */
const sqliteCodes: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_BUSY', 'archive-busy'],
  ['SQLITE_LOCKED', 'archive-busy'],
  ['SQLITE_FULL', 'archive-full'],
  ['SQLITE_READONLY', 'archive-read-only'],
  ['SQLITE_PERM', 'archive-read-only'],
  ['SQLITE_CORRUPT', 'archive-damaged'],
  ['SQLITE_NOTADB', 'archive-foreign'],
  ['SQLITE_IOERR', 'archive-damaged'],
  ['SQLITE_CANTOPEN', 'archive-missing'],
];

/** What went wrong, as an {@link AppError}, whatever was thrown. */
export function errorOf(thrown: unknown): AppError {
  if (thrown instanceof Refusal) return thrown.error;
  const code = codeOf(thrown);
  if (code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE') return appError('archive-full', code);
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return appError('archive-read-only', code);
  }
  if (code === 'ENOENT') return appError('archive-missing', code);
  for (const [prefix, known] of sqliteCodes) {
    if (code.startsWith(prefix)) return appError(known, code.toLowerCase().slice(0, 80));
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return appError('internal', undefined, { message: message.slice(0, 500) });
}

function codeOf(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) return String(thrown.code);
  return '';
}
