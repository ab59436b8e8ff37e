import type { EmbargoEnd } from '../../domain/record/canonical';
import type { Stamp } from '../../domain/record/stamp';
import { all, type ReadableDb } from '../database';
import { embargoOf, type EmbargoColumns } from '../queries/dispatch-facts';
import type { StoredRevision } from '../queries/record';
import { stampOf, type StampColumns } from '../queries/stamp-columns';

/** What the archive keeps beside the record and derives from it, and no longer fits. */
export type DerivedProblem = {
  readonly code: 'stamp-differs' | 'embargo-differs' | 'takes-differ';
  /** Of a stamp the take, else the dispatch. */
  readonly subject: string;
};

/**
 * Compares what readers are shown of a dispatch besides its takes with its record: the times
 * supplied later, its embargo, and how many takes the wire says it has.
 */
export function checkDerived(
  db: ReadableDb,
  dispatchId: string,
  record: readonly StoredRevision[],
): readonly DerivedProblem[] {
  const recorded = derivedOf(record);
  const kept = keptOf(db, dispatchId);
  const takes = new Set([...recorded.stamps.keys(), ...kept.stamps.keys()]);
  const stamps = [...takes].filter(
    (takeId) => !isSame(recorded.stamps.get(takeId), kept.stamps.get(takeId)),
  );
  return [
    ...stamps.map((subject) => ({ code: 'stamp-differs' as const, subject })),
    ...(isSame(recorded.embargo, kept.embargo)
      ? []
      : [{ code: 'embargo-differs' as const, subject: dispatchId }]),
    ...(kept.takes === null || kept.takes === recorded.takes
      ? []
      : [{ code: 'takes-differ' as const, subject: dispatchId }]),
  ];
}

type Derived = {
  readonly stamps: ReadonlyMap<string, Stamp>;
  readonly embargo: EmbargoEnd | null;
  readonly takes: number | null;
};

function derivedOf(record: readonly StoredRevision[]): Derived {
  const stamps = new Map<string, Stamp>();
  let embargo: EmbargoEnd | null = null;
  let takes = 0;
  for (const { entry } of record) {
    if (entry.is === 'stamp') stamps.set(entry.takeId, entry.stamp);
    else if (entry.is === 'embargo') embargo = entry.until;
    else takes += 1;
  }
  return { stamps, embargo, takes };
}

function keptOf(db: ReadableDb, dispatchId: string): Derived {
  const stamps = all<StampColumns & { takeId: string }>(
    db,
    `SELECT take_id AS takeId, supplied.stamp_precision, supplied.stamp_instant,
       supplied.stamp_zone
     FROM supplied_stamp AS supplied JOIN take ON take.id = take_id
     WHERE dispatch_id = :dispatchId`,
    { dispatchId },
  );
  const [row] = all<EmbargoColumns & { takes: number | null }>(
    db,
    `SELECT embargo_until AS embargoUntil, embargo_zone AS embargoZone, takes
     FROM dispatch LEFT JOIN wire_row ON dispatch_id = id WHERE id = :dispatchId`,
    { dispatchId },
  );
  return {
    stamps: new Map(stamps.map((stamp) => [stamp.takeId, stampOf(stamp)])),
    embargo: row === undefined ? null : embargoOf(row),
    takes: row?.takes ?? null,
  };
}

/** Both hold the same JSON values, whatever the order of their keys. */
function isSame(a: object | null | undefined, b: object | null | undefined): boolean {
  const inOrder = (value: object | null | undefined): string =>
    JSON.stringify(Object.entries(value ?? {}).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return inOrder(a) === inOrder(b);
}
