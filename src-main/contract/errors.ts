import { z } from 'zod';
import type { ArchiveAccess } from './models';

/**
 * Every way a request can fail, as a stable code. The renderer and the command line choose the words.
 * `archive-*` codes speak of the archive file; `file-*` codes of a file given for import.
 */
export const errorCodes = [
  'conflict',
  'archive-busy',
  'archive-full',
  'archive-read-only',
  'archive-damaged',
  'archive-too-new',
  'archive-missing',
  'archive-empty',
  'archive-foreign',
  'archive-exists',
  'archive-unsafe-place',
  'embargoed',
  'validation',
  'not-found',
  'cancelled',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const appErrorSchema = z.object({
  code: z.enum(errorCodes),
  /** A finer stable code within `code`, for instance `oversize` or `blocked-by-checks`. */
  reason: z.string().max(80).optional(),
  /** Facts for the sentence: a path, a count, a version. Never a stack. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Why a request failed. */
export type AppError = {
  readonly code: ErrorCode;
  readonly reason?: string | undefined;
  readonly facts?: Readonly<Record<string, string | number>> | undefined;
};

/** An {@link AppError}; leaves out what is not given. */
export function appError(
  code: ErrorCode,
  reason?: string,
  facts?: Readonly<Record<string, string | number>>,
): AppError {
  return { code, ...(reason !== undefined && { reason }), ...(facts !== undefined && { facts }) };
}

/**
 * Why an archive cannot be written, or undefined when it can: `archive-read-only` with the reason
 * `open-elsewhere`, `copy` or `asked`.
 */
export function refusalToWrite(access: ArchiveAccess): AppError | undefined {
  if (access.is === 'write') return undefined;
  switch (access.why) {
    case 'copy':
      return appError('archive-read-only', 'copy', { original: access.original });
    case 'open-elsewhere':
      return appError('archive-read-only', 'open-elsewhere', { ...access.holder });
    case 'asked':
      return appError('archive-read-only', 'asked');
  }
}
