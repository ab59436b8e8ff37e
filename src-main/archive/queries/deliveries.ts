import type {
  Deliveries,
  Delivery,
  DeliveryFolder,
  DeliveryFormat,
} from '../../contract/deliveries';
import type { AppError } from '../../contract/errors';
import { all, first, type ReadableDb } from '../database';

/** Rows of the queue that are told at once. */
const mostTold = 200;

/** The delivery folders by name, what is yet to be delivered, and how much of it there is. */
export function readDeliveries(db: ReadableDb): Deliveries {
  const counts = first<Deliveries['counts']>(
    db,
    `SELECT count(*) FILTER (WHERE attempts > 0) AS failed,
       count(*) FILTER (WHERE attempts = 0 AND error IS NOT NULL) AS held,
       count(*) FILTER (WHERE attempts = 0 AND error IS NULL) AS waiting FROM delivery`,
  );
  return {
    folders: readFolders(db),
    queue: deliveriesWhere(db, 'true', { limit: mostTold }),
    counts: counts ?? { failed: 0, held: 0, waiting: 0 },
  };
}

/** What is due, in the order it was queued, of folders that are delivered to. */
export function readDueDeliveries(
  db: ReadableDb,
  input: { readonly now: number; readonly limit: number },
): { readonly due: readonly Delivery[]; readonly folders: readonly DeliveryFolder[] } {
  const due = deliveriesWhere(db, 'next_at <= :now AND folder.active = 1', input);
  return { due, folders: readFolders(db) };
}

/** When the next delivery is due, in ms; null where nothing waits. */
export function nextDelivery(db: ReadableDb): number | null {
  const row = first<{ at: number | null }>(
    db,
    `SELECT min(next_at) AS at FROM delivery JOIN delivery_folder AS folder ON folder.id = folder_id
     WHERE folder.active = 1`,
  );
  return row?.at ?? null;
}

function readFolders(db: ReadableDb): DeliveryFolder[] {
  return all<Omit<DeliveryFolder, 'formats' | 'active'> & { formats: string; active: number }>(
    db,
    `SELECT id, name, path, formats, pattern, active FROM delivery_folder
     ORDER BY name COLLATE NOCASE, id`,
  ).map((row) => ({
    ...row,
    formats: JSON.parse(row.formats) as DeliveryFormat[],
    active: row.active === 1,
  }));
}

function deliveriesWhere(
  db: ReadableDb,
  condition: string,
  parameters: Readonly<Record<string, number>>,
): Delivery[] {
  return all<Omit<Delivery, 'error'> & { error: string | null }>(
    db,
    `SELECT delivery.id, folder_id AS folderId, folder.name AS folderName,
       dispatch_id AS dispatchId, slug, ordinal, format, queued_at AS queuedAt, attempts,
       next_at AS nextAt, error
     FROM delivery JOIN delivery_folder AS folder ON folder.id = folder_id
       JOIN dispatch ON dispatch.id = dispatch_id
     WHERE ${condition} ORDER BY delivery.id LIMIT :limit`,
    parameters,
  ).map((row) => ({
    ...row,
    error: row.error === null ? null : (JSON.parse(row.error) as AppError),
  }));
}
