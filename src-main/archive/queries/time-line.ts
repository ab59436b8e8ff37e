import { countedKinds, countedAs, type CountedKind } from '../../domain/record/counted';
import type { TakeKind } from '../../domain/record/take';
import { wallTimeAt } from '../../domain/time/wall-time';
import { all, type ReadableDb } from '../database';
import { columnsOf, eachBit, noDay, type Columns } from '../search/columns';
import { entryKinds, entrySources, flag, layout, markOf } from '../search/marks';
import { lateRows } from '../search/plan';
import { rowOf } from '../search/rows';
import { onIndex } from '../search/on-index';
import type { StampColumns } from './stamp-columns';

/** What was published on a day: dispatches begun, and takes by their kind. */
export type DayRow = { readonly day: number; readonly dispatches: number } & Readonly<
  Record<CountedKind, number>
>;

/** What was published when, over the whole archive. */
export type TimeLine =
  | {
      readonly state: 'counted';
      /** Days on which something was published, oldest first, in days since 1970-01-01 of the desk. */
      readonly days: readonly DayRow[];
      /** Takes whose time nobody knows. */
      readonly undated: number;
    }
  /** What it is counted over is being built. */
  | { readonly state: 'building' };

/**
 * Counts all published takes by day. For the thread that counts, which has the columns in memory: one
 * look at each entry.
 */
export function countDays(db: ReadableDb, { zone }: { readonly zone: string }): TimeLine {
  return onIndex(
    db,
    (): TimeLine => daysOf(columnsOf(db, zone)),
    (): TimeLine => ({ state: 'building' }),
  );
}

const take = entrySources.indexOf('take');

/** Column of counts of each kind an entry can be of. */
const columnOfKind: readonly number[] = entryKinds.map((kind) =>
  // What no take is of is never asked for: entries of other sources are passed over.
  countedKinds.indexOf(countedAs[kind as TakeKind]),
);

function daysOf(columns: Columns): TimeLine {
  const width = countedKinds.length;
  const counts = new Map<number, Uint32Array>();
  const begun = new Int32Array(columns.dispatches.size).fill(never);
  let undated = 0;
  let current = noDay;
  let row: Uint32Array = new Uint32Array(width + 1);
  eachBit(columns.alive, (index) => {
    const marks = columns.marks[index] ?? 0;
    if (markOf(marks, layout.source) !== take) return;
    const day = columns.days.values[columns.day[index] ?? 0] ?? noDay;
    if (day === noDay) {
      undated += 1;
      return;
    }
    const column = columnOfKind[markOf(marks, layout.kind)] ?? 0;
    // Entries come in the order of time: most are of the day of the one before.
    if (day !== current) row = rowOfDay(counts, day, width);
    current = day;
    row[column] = (row[column] ?? 0) + 1;
    const dispatch = columns.dispatch[index] ?? 0;
    begun[dispatch] = Math.min(begun[dispatch] ?? never, day);
  });
  for (const day of begun) {
    if (day === never) continue;
    const dispatches = rowOfDay(counts, day, width);
    dispatches[width] = (dispatches[width] ?? 0) + 1;
  }
  const days = [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([day, found]): DayRow => {
      const [report = 0, update = 0, correction = 0, kill = 0, dispatches = 0] = found;
      return { day, dispatches, report, update, correction, kill };
    });
  return { state: 'counted', days, undated };
}

/** No day yet. */
const never = 0x7fffffff;

function rowOfDay(counts: Map<number, Uint32Array>, day: number, width: number): Uint32Array {
  let row = counts.get(day);
  if (row === undefined) {
    row = new Uint32Array(width + 1);
    counts.set(day, row);
  }
  return row;
}

/** A take published on a day. */
export type DayTake = {
  readonly takeId: string;
  readonly dispatchId: string;
  readonly slug: string;
  readonly headline: string;
  readonly kind: TakeKind;
  /** ms; and the hour clocks at the desk showed, null where only the day is known. */
  readonly at: number;
  readonly hour: number | null;
};

/** What was published on a day. */
export type DayTakes = {
  /** Oldest first. */
  readonly takes: readonly DayTake[];
  /** Whether there are more than are told. */
  readonly more: boolean;
};

type Row = Omit<DayTake, 'hour'> & Pick<StampColumns, 'stamp_precision'>;

/** Takes of a day that are told. */
const mostTakes = 5_000;

/** The takes published from an instant on and before another (ms), by the hour of a zone. */
export function readDay(
  db: ReadableDb,
  input: { readonly from: number; readonly to: number; readonly zone: string },
): DayTakes {
  const rows = all<Row>(
    db,
    `SELECT take.id AS takeId, take.dispatch_id AS dispatchId, slug, headline, take.kind, entry.at,
       take.stamp_precision
     FROM search_entry AS entry
     JOIN published_take AS take ON take.id = entry.source_id
     JOIN dispatch ON dispatch.id = take.dispatch_id
     JOIN wire_row ON wire_row.dispatch_id = take.dispatch_id
     WHERE entry.rowid >= :first AND entry.rowid < :last AND entry.source = 'take'
       AND entry.at >= :from AND entry.at < :to AND (entry.marks & ${flag.undated}) = 0
     ORDER BY entry.at, entry.rowid LIMIT :limit`,
    {
      first: rowOf(input.from),
      last: rowOf(input.to) + lateRows,
      from: BigInt(input.from),
      to: BigInt(input.to),
      limit: mostTakes + 1,
    },
  );
  const takes = rows.slice(0, mostTakes).map(({ stamp_precision: precision, ...row }): DayTake => {
    const hour = precision === 'day' ? null : (wallTimeAt(row.at, input.zone)?.hour ?? null);
    return { ...row, hour };
  });
  return { takes, more: rows.length > mostTakes };
}
