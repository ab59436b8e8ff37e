import { wallTimeAt } from '../../domain/time/wall-time';
import { all, eachRow, first, type ReadableDb } from '../database';
import { flag } from './marks';
import { noTags, readTags, readTagsAgain, type TagColumns } from './tags';

/** What is known of all entries, in memory: entry number by entry number, for counting. */
export type Columns = {
  /** Entries there is room for in every column. */
  readonly capacity: number;
  /** Entries there are, those taken out since included. */
  size: number;
  /** Of the entries before this number the row ids rise; those after it came since. */
  readonly sorted: number;
  readonly rowids: Float64Array;
  readonly marks: Int32Array;
  readonly desk: Uint32Array;
  readonly agency: Uint32Array;
  readonly place: Uint32Array;
  /** Number of the dispatch, for counting dispatches. */
  readonly dispatch: Uint32Array;
  /** Number of the day among `days`. */
  readonly day: Uint32Array;
  /** A bit for each entry that is still there. */
  readonly alive: Uint32Array;
  /** Numbers of the entries that came since, by row id. */
  readonly late: Map<number, number>;
  readonly dispatches: Map<string, number>;
  /** Days since 1970-01-01 in the desk's zone, in any order; {@link noDay}, the first, is of no entry whose time is known. */
  readonly days: Numbered<number>;
  /** The greatest number among desks, agencies and places. */
  mostValue: number;
  /** What the dispatches, by their number, are about and whom they speak of. */
  subjects: TagColumns;
  persons: TagColumns;
  readonly zone: string;
  /** The change up to which it is true. */
  touched: number;
};

/** Values, each with the number it has where there are many of it. */
export type Numbered<T> = { readonly values: T[]; readonly numbers: Map<T, number> };

/** Day of an entry whose time nobody knows. */
export const noDay = -0x80000000;

type Row = {
  readonly rowid: number;
  readonly dispatchId: string;
  readonly at: number;
  readonly marks: number;
  readonly desk: number;
  readonly agency: number;
  readonly place: number;
};

const kept = new WeakMap<object, Columns>();
/** Entries that may come before the columns are read anew; those taken out are remembered longer. */
const mostLate = 20_000;

/** The columns as the archive stands now: read once, and brought up to what changed since. */
export function columnsOf(db: ReadableDb, zone: string): Columns {
  const known = kept.get(db);
  const columns =
    known !== undefined && known.zone === zone && caughtUp(db, known) ? known : read(db, zone);
  kept.set(db, columns);
  return columns;
}

/** The number of the newest change of the index. */
export function newestTouch(db: ReadableDb): number {
  const newest = first<{ touched: number }>(
    db,
    `SELECT max(coalesce((SELECT max(touched) FROM search_entry), 0),
       coalesce((SELECT max(touched) FROM search_gone), 0)) AS touched`,
  );
  return newest?.touched ?? 0;
}

function read(db: ReadableDb, zone: string): Columns {
  const size = first<{ n: number }>(db, 'SELECT count(*) AS n FROM search_entry')?.n ?? 0;
  const columns = empty(size + mostLate, size, zone, newestTouch(db));
  const dayOf = dayReckoner(zone);
  let index = 0;
  eachRow(
    db,
    `SELECT rowid, dispatch_id, at, marks, desk, agency, place FROM search_entry ORDER BY rowid`,
    ([rowid, dispatchId, at, marks, desk, agency, place]: PackedRow) => {
      columns.rowids[index] = rowid;
      columns.marks[index] = marks;
      columns.desk[index] = desk;
      columns.agency[index] = agency;
      columns.place[index] = place;
      columns.dispatch[index] = dispatchNumber(columns, dispatchId);
      const day = (marks & flag.undated) !== 0 ? noDay : dayOf(at);
      columns.day[index] = numberIn(columns.days, day);
      setBit(columns.alive, index);
      index += 1;
    },
  );
  columns.size = size;
  columns.mostValue = mostValue(db);
  columns.subjects = readTags(db, 'subject', columns.dispatches);
  columns.persons = readTags(db, 'person', columns.dispatches);
  return columns;
}

/** An entry as its row gives it, without names. */
type PackedRow = readonly [
  rowid: number,
  dispatchId: string,
  at: number,
  marks: number,
  desk: number,
  agency: number,
  place: number,
];

function empty(capacity: number, sorted: number, zone: string, touched: number): Columns {
  return {
    capacity,
    size: 0,
    sorted,
    rowids: new Float64Array(capacity),
    marks: new Int32Array(capacity),
    desk: new Uint32Array(capacity),
    agency: new Uint32Array(capacity),
    place: new Uint32Array(capacity),
    dispatch: new Uint32Array(capacity),
    day: new Uint32Array(capacity),
    alive: newBits(capacity),
    late: new Map(),
    dispatches: new Map(),
    days: { values: [noDay], numbers: new Map([[noDay, 0]]) },
    mostValue: 0,
    subjects: noTags('subject'),
    persons: noTags('person'),
    zone,
    touched,
  };
}

function dispatchNumber({ dispatches }: Columns, id: string): number {
  let number = dispatches.get(id);
  if (number === undefined) {
    number = dispatches.size;
    dispatches.set(id, number);
  }
  return number;
}

function mostValue(db: ReadableDb): number {
  return first<{ most: number | null }>(db, 'SELECT max(id) AS most FROM search_value')?.most ?? 0;
}

function numberIn<T>({ values, numbers }: Numbered<T>, value: T): number {
  let number = numbers.get(value);
  if (number === undefined) {
    number = values.push(value) - 1;
    numbers.set(value, number);
  }
  return number;
}

/** Takes in what changed since; false where that is too much, or no longer known. */
function caughtUp(db: ReadableDb, columns: Columns): boolean {
  const newest = newestTouch(db);
  if (newest === columns.touched) return true;
  if (newest < columns.touched || newest - columns.touched > mostLate / 2) return false;
  const { touched } = columns;
  const gone = all<{ entry: number }>(
    db,
    'SELECT entry FROM search_gone WHERE touched > :touched',
    { touched },
  );
  const changed = all<Row>(
    db,
    `SELECT rowid, dispatch_id AS dispatchId, at, marks, desk, agency, place FROM search_entry
     WHERE touched > :touched ORDER BY touched`,
    { touched },
  );
  if (columns.size + changed.length > columns.capacity) return false;
  for (const { entry } of gone) drop(columns, entry);
  const dayOf = dayReckoner(columns.zone);
  for (const row of changed) {
    drop(columns, row.rowid);
    append(columns, row, dayOf);
  }
  const dispatches = new Set(changed.map(({ dispatchId }) => dispatchId));
  columns.mostValue = mostValue(db);
  readTagsAgain(db, columns.subjects, columns.dispatches, dispatches);
  readTagsAgain(db, columns.persons, columns.dispatches, dispatches);
  columns.touched = newest;
  return true;
}

function drop(columns: Columns, rowid: number): void {
  const index = indexOf(columns, rowid);
  if (index !== -1) clearBit(columns.alive, index);
  columns.late.delete(rowid);
}

function append(columns: Columns, row: Row, dayOf: (at: number) => number): void {
  const index = columns.size;
  columns.rowids[index] = row.rowid;
  columns.marks[index] = row.marks;
  columns.desk[index] = row.desk;
  columns.agency[index] = row.agency;
  columns.place[index] = row.place;
  columns.dispatch[index] = dispatchNumber(columns, row.dispatchId);
  const day = (row.marks & flag.undated) !== 0 ? noDay : dayOf(row.at);
  columns.day[index] = numberIn(columns.days, day);
  columns.late.set(row.rowid, index);
  setBit(columns.alive, index);
  columns.size += 1;
}

/** The number of an entry by its row id; -1 for one there is not. */
export function indexOf({ rowids, late, sorted }: Columns, rowid: number): number {
  const recent = late.get(rowid);
  if (recent !== undefined) return recent;
  let low = 0;
  let high = sorted - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rowids[middle] ?? 0;
    if (found === rowid) return middle;
    if (found < rowid) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const dayLength = 86_400_000;

/** Days since 1970-01-01 in a zone; the zone's offset is asked for once a day of UTC. */
function dayReckoner(zone: string): (at: number) => number {
  const offsets = new Map<number, number>();
  const offsetOf = (at: number): number => {
    const wall = wallTimeAt(at, zone);
    if (wall === null) return 0;
    const { year, month, day, hour, minute, second } = wall;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
  return (at) => {
    const utc = Math.floor(at / dayLength);
    const known = (start: number): number => {
      const offset = offsets.get(start) ?? offsetOf(start * dayLength);
      offsets.set(start, offset);
      return offset;
    };
    const begins = known(utc);
    // Clocks change on few days: on those each time is asked for.
    const offset = begins === known(utc + 1) ? begins : offsetOf(at);
    return Math.floor((at + offset) / dayLength);
  };
}

/** Bits for so many entries, none set. */
export function newBits(capacity: number): Uint32Array {
  return new Uint32Array((capacity + 31) >>> 5);
}

export function setBit(bits: Uint32Array, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
}

export function clearBit(bits: Uint32Array, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] ?? 0) & ~(1 << (index & 31));
}

export function hasBit(bits: Uint32Array, index: number): boolean {
  return ((bits[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

/** Calls with the number of each entry whose bit is set, in order. */
export function eachBit(bits: Uint32Array, visit: (index: number) => void): void {
  for (let word = 0; word < bits.length; word += 1) {
    let left = bits[word] ?? 0;
    while (left !== 0) {
      visit((word << 5) + 31 - Math.clz32(left & -left));
      left &= left - 1;
    }
  }
}

/** The numbers of the entries whose bits are set, in order. */
export function numbersIn(bits: Uint32Array): Uint32Array {
  let size = 0;
  eachBit(bits, () => {
    size += 1;
  });
  const numbers = new Uint32Array(size);
  let at = 0;
  for (let word = 0; word < bits.length; word += 1) {
    let left = bits[word] ?? 0;
    for (; left !== 0; left &= left - 1) {
      numbers[at] = (word << 5) + 31 - Math.clz32(left & -left);
      at += 1;
    }
  }
  return numbers;
}
