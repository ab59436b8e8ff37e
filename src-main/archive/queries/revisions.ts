import { noPreviousHash } from '../../domain/record/canonical';
import { first, type ReadableDb } from '../database';

/** A revision by its place and its hash. */
export type RevisionMark = { readonly number: number; readonly hash: string };

/** The last revision of a dispatch, or its absence. */
export function lastRevision(db: ReadableDb, dispatchId: string): RevisionMark {
  const last = first<RevisionMark>(
    db,
    `SELECT number, hash FROM revision WHERE dispatch_id = :dispatchId
     ORDER BY number DESC LIMIT 1`,
    { dispatchId },
  );
  return last ?? { number: 0, hash: noPreviousHash };
}

/** The number of the last revision of a dispatch that is a take, or 0: what a draft is based on. */
export function lastTakeRevision(db: ReadableDb, dispatchId: string): number {
  const last = first<{ number: number | null }>(
    db,
    `SELECT max(number) AS number FROM revision
     WHERE dispatch_id = :dispatchId AND entry = 'take'`,
    { dispatchId },
  );
  return last?.number ?? 0;
}
