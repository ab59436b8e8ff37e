import { canonicalRevision, noPreviousHash } from '../../domain/record/canonical';
import type { Take } from '../../domain/record/take';
import { parseDocument } from '../../domain/document/node';
import type { RevisionModel } from '../../contract/models';
import { first, run, type ReadableDb, type WritableDb } from '../database';
import { stampColumns } from '../queries/stamp-columns';
import { Refusal } from '../refusal';
import { sha256 } from '../sha256';
import { putSearchEntry, searchTextOf } from '../search/index-entry';

/** A take about to enter the record. */
export type NewTake = Take & {
  /** The stamp line of an imported text, as it stood. */
  readonly label: string | null;
  /** ms, main's clock. */
  readonly recordedAt: number;
  readonly publishKey: string | null;
};

/** The last revision of a dispatch, or its absence. */
export function lastRevision(
  db: ReadableDb,
  dispatchId: string,
): { readonly number: number; readonly hash: string } {
  const last = first<{ number: number; hash: string }>(
    db,
    `SELECT number, hash FROM revision WHERE dispatch_id = :dispatchId
     ORDER BY number DESC LIMIT 1`,
    { dispatchId },
  );
  return last ?? { number: 0, hash: noPreviousHash };
}

/**
 * Adds a take to the record: the immutable take, its revision chained to the one before, and its
 * words to the index. Runs inside the caller's transaction.
 */
export function recordTake(db: WritableDb, take: NewTake): RevisionModel {
  const { label, recordedAt, publishKey, ...content } = take;
  const document = parseDocument(take.document);
  if (!document.ok) throw new Refusal('validation', 'document');
  const previous = lastRevision(db, take.dispatchId);
  const number = previous.number + 1;
  const hash = sha256(
    canonicalRevision(
      { dispatchId: take.dispatchId, number, recordedAt, label, take: content },
      previous.hash,
    ),
  );
  insertTake(db, take);
  run(
    db,
    `INSERT INTO revision
       (dispatch_id, number, take_id, recorded_at, previous_hash, hash, publish_key)
     VALUES (:dispatchId, :number, :takeId, :recordedAt, :previousHash, :hash, :publishKey)`,
    {
      dispatchId: take.dispatchId,
      number,
      takeId: take.id,
      recordedAt,
      previousHash: previous.hash,
      hash,
      publishKey,
    },
  );
  const at = take.stamp.precision === 'unknown' ? recordedAt : take.stamp.instant;
  putSearchEntry(db, {
    source: 'take',
    sourceId: take.id,
    dispatchId: take.dispatchId,
    kind: take.kind,
    at,
    text: searchTextOf(document.value, slugOf(db, take.dispatchId)),
  });
  const { kind, stamp, author } = take;
  return { number, takeId: take.id, kind, stamp, recordedAt, author, hash };
}

/** The slug of a dispatch; refuses with `not-found` when there is none. */
export function slugOf(db: ReadableDb, dispatchId: string): string {
  const found = first<{ slug: string }>(db, 'SELECT slug FROM dispatch WHERE id = :dispatchId', {
    dispatchId,
  });
  if (found === undefined) throw new Refusal('not-found', 'dispatch');
  return found.slug;
}

function insertTake(db: WritableDb, take: NewTake): void {
  run(
    db,
    `INSERT INTO take (id, dispatch_id, ordinal, kind, stamp_precision, stamp_instant, stamp_zone,
       label, document, author, origin)
     VALUES (:id, :dispatchId, :ordinal, :kind, :stamp_precision, :stamp_instant, :stamp_zone,
       :label, :document, :author, :origin)`,
    {
      id: take.id,
      dispatchId: take.dispatchId,
      ordinal: take.ordinal,
      kind: take.kind,
      ...stampColumns(take.stamp),
      label: take.label,
      document: JSON.stringify(take.document),
      author: take.author,
      origin: take.origin,
    },
  );
}
