import type { TraceExport } from '../../contract/trace';
import { all, type ReadableDb } from '../database';

/** Exports that are told of a trace, the newest first. */
const mostExports = 200;

/**
 * The exports of dispatches that some takes went out with, newest first.
 *
 * @param holding the ordinals of the takes asked for, by dispatch
 */
export function exportsHolding(
  db: ReadableDb,
  holding: ReadonlyMap<string, ReadonlySet<number>>,
): readonly TraceExport[] {
  const found = [...holding].flatMap(([dispatchId, ordinals]) =>
    all<Omit<TraceExport, 'takes'> & { lastOrdinal: number }>(
      db,
      `SELECT export.id, dispatch_id AS dispatchId, slug, way, format, destination, at,
         last_ordinal AS lastOrdinal
       FROM export JOIN dispatch ON dispatch.id = dispatch_id
       WHERE dispatch_id = :dispatchId AND last_ordinal >= :least
       ORDER BY at DESC LIMIT :limit`,
      { dispatchId, least: Math.min(...ordinals), limit: mostExports },
    ).map(({ lastOrdinal, ...one }) => ({
      ...one,
      takes: [...ordinals].filter((ordinal) => ordinal <= lastOrdinal).toSorted((a, b) => a - b),
    })),
  );
  return found.toSorted((a, b) => b.at - a.at || b.id - a.id).slice(0, mostExports);
}
