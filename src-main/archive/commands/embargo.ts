import type { EmbargoEnd } from '../../domain/record/canonical';
import { checkEmbargo } from '../../domain/record/embargo';
import { inTransaction, run, type WritableDb } from '../database';
import { readDispatchFacts } from '../queries/dispatch-facts';
import { Refusal } from '../refusal';
import { reconsiderDeliveries } from './deliveries';
import { recordEntry } from './record';
import { refreshWireRow } from './wire-row';

/** A change of a dispatch's embargo. */
export type EmbargoInput = {
  readonly id: string;
  /** Null lifts it. */
  readonly until: EmbargoEnd | null;
  /** Kept in the record; must be given to end an embargo earlier. */
  readonly reason: string;
  readonly author: string;
  /** ms, main's clock. */
  readonly now: number;
};

/** Sets, moves or lifts the embargo of a dispatch, and enters that in its record. */
export function setEmbargo(db: WritableDb, input: EmbargoInput): void {
  inTransaction(db, () => {
    const { id, author, now } = input;
    const { embargo } = readDispatchFacts(db, id);
    const checked = checkEmbargo(embargo, input.until, input.reason, now);
    if (!checked.ok) throw new Refusal('validation', `embargo-${checked.error.is}`);
    const until = checked.value;
    const entry = { is: 'embargo', until, reason: input.reason.trim(), author } as const;
    recordEntry(db, { dispatchId: id, entry, recordedAt: now, publishKey: null });
    run(db, 'UPDATE dispatch SET embargo_until = :instant, embargo_zone = :zone WHERE id = :id', {
      id,
      instant: until?.instant ?? null,
      zone: until?.zone ?? null,
    });
    reconsiderDeliveries(db, { dispatchId: id, now });
    refreshWireRow(db, id);
  });
}
