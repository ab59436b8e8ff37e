import { checkHandStamp, type KnownStamp, type StampFault } from '../../domain/record/stamp';
import { first, inTransaction, run, type WritableDb } from '../database';
import { readStoryTakes } from '../queries/story-takes';
import { Refusal } from '../refusal';
import { indexDispatch } from '../search/index-dispatch';
import { recordEntry } from './record';
import { refreshWireRow } from './wire-row';

/** A time supplied for a published take, or put right. */
export type StampInput = {
  readonly takeId: string;
  readonly stamp: KnownStamp;
  /** Kept in the record. */
  readonly reason: string;
  readonly author: string;
  /** ms, main's clock. */
  readonly now: number;
};

/**
 * Supplies the time of a published take. The take stays as it was published; the record gains an
 * entry, and from then on the take stands under this stamp.
 */
export function setStamp(db: WritableDb, input: StampInput): { readonly dispatchId: string } {
  return inTransaction(db, () => {
    const { takeId, reason, author, now } = input;
    const dispatchId = dispatchOf(db, takeId);
    const takes = readStoryTakes(db, dispatchId);
    const at = takes.findIndex((take) => take.id === takeId);
    const stamps = takes.map((take) => take.stamp);
    const around = { before: stamps.slice(0, at), after: stamps.slice(at + 1), now };
    const checked = checkHandStamp(input.stamp, reason, around);
    if (!checked.ok) refuseStamp(checked.error);
    const stamp = checked.value;
    const entry = { is: 'stamp', takeId, stamp, reason: reason.trim(), author } as const;
    recordEntry(db, { dispatchId, entry, recordedAt: now, publishKey: null });
    keepSupplied(db, takeId, stamp);
    indexDispatch(db, dispatchId);
    refreshWireRow(db, dispatchId);
    return { dispatchId };
  });
}

/** Refuses a stamp set by hand, with why and the instant it came into conflict with. */
export function refuseStamp(fault: StampFault): never {
  const facts = 'instant' in fault ? { instant: fault.instant } : {};
  throw new Refusal('validation', `stamp-${fault.is}`, facts);
}

function keepSupplied(db: WritableDb, takeId: string, stamp: KnownStamp): void {
  run(
    db,
    `INSERT OR REPLACE INTO supplied_stamp (take_id, stamp_precision, stamp_instant, stamp_zone)
     VALUES (:takeId, :precision, :instant, :zone)`,
    { takeId, ...stamp },
  );
}

function dispatchOf(db: WritableDb, takeId: string): string {
  const found = first<{ dispatchId: string }>(
    db,
    'SELECT dispatch_id AS dispatchId FROM take WHERE id = :takeId',
    { takeId },
  );
  if (found === undefined) throw new Refusal('not-found', 'take');
  return found.dispatchId;
}
