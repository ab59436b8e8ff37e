import type { EntryModel, RevisionModel } from '../../contract/record';
import { first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { brokenLinks } from '../verify/chain';
import { readRecord, type StoredRevision } from './record';

/** The revisions of a dispatch, first to last, and whether each hash still fits its entry and the one before. */
export function readHistory(
  db: ReadableDb,
  input: { readonly id: string },
): { readonly revisions: readonly RevisionModel[]; readonly chainIsWhole: boolean } {
  const record = readRecord(db, input.id);
  return { revisions: record.map(revisionOf), chainIsWhole: brokenLinks(record).length === 0 };
}

/**
 * The whole record of a dispatch as it is proved to others; refuses with `archive-damaged` where an
 * entry does not have its hash or is not chained to the one before.
 */
export function readProvableRecord(
  db: ReadableDb,
  input: { readonly id: string },
): readonly StoredRevision[] {
  const record = readRecord(db, input.id);
  const [problem] = brokenLinks(record);
  if (problem !== undefined) throw new Refusal('archive-damaged', problem.code);
  return record;
}

/** The take published under an idempotency key, if any. */
export function revisionByKey(
  db: ReadableDb,
  key: string,
): { readonly dispatchId: string; readonly takeId: string } | undefined {
  return first(
    db,
    'SELECT dispatch_id AS dispatchId, take_id AS takeId FROM revision WHERE publish_key = :key',
    { key },
  );
}

function revisionOf({ number, recordedAt, hash, entry }: StoredRevision): RevisionModel {
  return { number, recordedAt, hash, entry: entryModelOf(entry) };
}

function entryModelOf(entry: StoredRevision['entry']): EntryModel {
  switch (entry.is) {
    case 'take': {
      const { id, ordinal, kind, stamp, stampReason, author } = entry.take;
      const { clockBehind } = entry;
      return { is: 'take', takeId: id, ordinal, kind, stamp, stampReason, clockBehind, author };
    }
    case 'stamp':
    case 'embargo':
      return entry;
  }
}
