import { canonicalRevision, recordFormat, type Entry } from '../../domain/record/canonical';
import type { Take } from '../../domain/record/take';
import { parseDocument } from '../../domain/document/node';
import { run, type WritableDb } from '../database';
import { lastRevision, type RevisionMark } from '../queries/revisions';
import { stampColumns } from '../queries/stamp-columns';
import { Refusal } from '../refusal';
import { holdPictures } from './pictures';
import { sha256 } from '../sha256';
import { refreshStandings } from '../search/index-dispatch';
import { putSearchEntry, searchTextOf } from '../search/index-entry';

/** Something about to be entered in the record of a dispatch. */
export type NewEntry = {
  readonly dispatchId: string;
  readonly entry: Entry;
  /** ms, main's clock. */
  readonly recordedAt: number;
  /** The idempotency key of a publishing; null for everything else. */
  readonly publishKey: string | null;
};

/**
 * Adds a take to the record: the immutable take, its revision chained to the one before, and its
 * words to the index. Runs inside the caller's transaction.
 */
export function recordTake(
  db: WritableDb,
  {
    take,
    label,
    clockBehind,
    ...rest
  }: Extract<Entry, { is: 'take' }> & Pick<NewEntry, 'recordedAt' | 'publishKey'>,
): RevisionMark {
  const document = parseDocument(take.document);
  if (!document.ok) throw new Refusal('validation', 'document');
  insertTake(db, take, label);
  holdPictures(db, document.value);
  const { recordedAt, publishKey } = rest;
  const { dispatchId, stamp } = take;
  const entry: Entry = { is: 'take', take, label, clockBehind };
  const revision = recordEntry(db, { dispatchId, entry, recordedAt, publishKey });
  putSearchEntry(db, {
    source: 'take',
    sourceId: take.id,
    dispatchId,
    kind: take.kind,
    at: stamp.precision === 'unknown' ? recordedAt : stamp.instant,
    undated: stamp.precision === 'unknown',
    ...searchTextOf(document.value),
  });
  refreshStandings(db, dispatchId);
  return revision;
}

/** Adds an entry to the record of a dispatch, chained to the one before; part of a caller's transaction. */
export function recordEntry(db: WritableDb, input: NewEntry): RevisionMark {
  const { dispatchId, entry, recordedAt, publishKey } = input;
  const previous = lastRevision(db, dispatchId);
  const number = previous.number + 1;
  const content = { dispatchId, number, recordedAt, entry };
  const hash = sha256(canonicalRevision(content, previous.hash));
  run(
    db,
    `INSERT INTO revision (dispatch_id, number, format, entry, take_id, content, recorded_at,
       previous_hash, hash, publish_key)
     VALUES (:dispatchId, :number, :format, :is, :takeId, :content, :recordedAt,
       :previousHash, :hash, :publishKey)`,
    {
      dispatchId,
      number,
      format: recordFormat,
      is: entry.is,
      takeId: entry.is === 'take' ? entry.take.id : entry.is === 'stamp' ? entry.takeId : null,
      content: JSON.stringify(besidesTake(entry)),
      recordedAt,
      previousHash: previous.hash,
      hash,
      publishKey,
    },
  );
  return { number, hash };
}

/** What an entry says that neither the take's row nor the revision's columns hold. */
function besidesTake(entry: Entry): object {
  switch (entry.is) {
    case 'take':
      return { clockBehind: entry.clockBehind };
    case 'stamp': {
      const { stamp, reason, author } = entry;
      return { stamp, reason, author };
    }
    case 'embargo': {
      const { until, reason, author } = entry;
      return { until, reason, author };
    }
  }
}

function insertTake(db: WritableDb, take: Take, label: string | null): void {
  run(
    db,
    `INSERT INTO take (id, dispatch_id, ordinal, kind, stamp_precision, stamp_instant, stamp_zone,
       stamp_reason, label, document, advisory_line, carries, author, origin)
     VALUES (:id, :dispatchId, :ordinal, :kind, :stamp_precision, :stamp_instant, :stamp_zone,
       :stampReason, :label, :document, :advisoryLine, :carries, :author, :origin)`,
    {
      id: take.id,
      dispatchId: take.dispatchId,
      ordinal: take.ordinal,
      kind: take.kind,
      ...stampColumns(take.stamp),
      stampReason: take.stampReason,
      label,
      document: JSON.stringify(take.document),
      advisoryLine: take.advisoryLine,
      carries: JSON.stringify(take.carries),
      author: take.author,
      origin: take.origin,
    },
  );
}
