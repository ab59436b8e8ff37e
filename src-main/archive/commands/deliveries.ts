import type { DeliveryFolder, DeliveryFormat } from '../../contract/deliveries';
import type { AppError } from '../../contract/errors';
import { all, inTransaction, run, type WritableDb } from '../database';
import { Refusal } from '../refusal';
import { recordExports } from './exports';

/** Adds a delivery folder, or changes the one of that id. */
export function saveDeliveryFolder(
  db: WritableDb,
  { now, ...folder }: DeliveryFolder & { readonly now: number },
): void {
  run(
    db,
    `INSERT INTO delivery_folder (id, name, path, formats, pattern, active, created_at)
     VALUES (:id, :name, :path, :formats, :pattern, :active, :now)
     ON CONFLICT (id) DO UPDATE SET name = :name, path = :path, formats = :formats,
       pattern = :pattern, active = :active`,
    {
      ...folder,
      formats: JSON.stringify(folder.formats),
      active: folder.active ? 1 : 0,
      now,
    },
  );
}

/** Forgets a delivery folder, and what was yet to be delivered to it. Files in it stay. */
export function removeDeliveryFolder(db: WritableDb, input: { readonly id: string }): void {
  inTransaction(db, () => {
    run(db, 'DELETE FROM delivery WHERE folder_id = :id', input);
    if (run(db, 'DELETE FROM delivery_folder WHERE id = :id', input) === 0) {
      throw new Refusal('not-found', 'delivery folder');
    }
  });
}

/**
 * Queues what was just published for every active folder, in each of its formats; part of the
 * transaction that publishes, so that nothing published goes undelivered.
 */
export function queueDeliveries(
  db: WritableDb,
  take: { readonly dispatchId: string; readonly ordinal: number; readonly now: number },
): void {
  const folders = all<{ id: string; formats: string }>(
    db,
    'SELECT id, formats FROM delivery_folder WHERE active = 1',
  );
  for (const { id, formats } of folders) {
    for (const format of JSON.parse(formats) as readonly DeliveryFormat[]) {
      run(
        db,
        `INSERT OR IGNORE INTO delivery (folder_id, dispatch_id, ordinal, format, queued_at, next_at)
         VALUES (:id, :dispatchId, :ordinal, :format, :now, :now)`,
        { ...take, id, format },
      );
    }
  }
}

/** The embargo of a dispatch was changed: what is held by it is looked at anew. */
export function reconsiderDeliveries(
  db: WritableDb,
  input: { readonly dispatchId: string; readonly now: number },
): void {
  run(db, 'UPDATE delivery SET next_at = :now WHERE dispatch_id = :dispatchId', input);
}

/** A delivery whose file is in its folder: it leaves the queue and enters the record of exports. */
export function settleDelivery(
  db: WritableDb,
  {
    id,
    ...went
  }: {
    readonly id: number;
    readonly dispatchId: string;
    readonly ordinal: number;
    readonly format: string;
    readonly destination: string;
    readonly now: number;
  },
): void {
  inTransaction(db, () => {
    run(db, 'DELETE FROM delivery WHERE id = :id', { id });
    recordExports(db, { exports: [{ ...went, way: 'delivery' }] });
  });
}

/** A delivery that is put off: because it failed (`error`), or an embargo holds it. */
export function postponeDelivery(
  db: WritableDb,
  {
    id,
    nextAt,
    error,
    failed,
  }: {
    readonly id: number;
    readonly nextAt: number;
    readonly error: AppError;
    /** Whether it was tried; what an embargo holds was not. */
    readonly failed: boolean;
  },
): void {
  run(
    db,
    `UPDATE delivery SET next_at = :nextAt, error = :error, attempts = attempts + :tried
     WHERE id = :id`,
    { id, nextAt, error: JSON.stringify(error), tried: failed ? 1 : 0 },
  );
}

/** Everything that failed is due now. */
export function retryDeliveries(db: WritableDb, input: { readonly now: number }): void {
  run(db, 'UPDATE delivery SET next_at = min(next_at, :now)', input);
}

/** Takes one delivery out of the queue: nobody wants it any more. */
export function dropDelivery(db: WritableDb, input: { readonly id: number }): void {
  if (run(db, 'DELETE FROM delivery WHERE id = :id', input) === 0) {
    throw new Refusal('not-found', 'delivery');
  }
}
