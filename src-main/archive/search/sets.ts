import { conjunction, matchOf, type Lexicon } from '../../domain/query/match';
import type { Clause, PhraseClause, Query } from '../../domain/query/query';
import { first, type ReadableDb, type SqlParameters } from '../database';
import { indexOf, newBits, setBit, type Columns } from './columns';
import { isWritten, readEntries } from './list';
import { Conditions, isForIndex, type AsOf } from './plan';

/** Entries as bits by their number. */
export type EntrySet = {
  readonly bits: Uint32Array;
  /** False where not all of them could be looked at in time: there may be more. */
  readonly whole: boolean;
};

type Kept = {
  readonly bits: Uint32Array;
  readonly whole: boolean;
  /** Entries of the columns it was made with. */
  size: number;
};

/** Sets are kept for the words of the last queries, as long as their columns are. */
const keptSets = new WeakMap<Columns, Map<string, Kept>>();
const mostKeptBytes = 24 * 1024 * 1024;
/** Entries for which a set of one word is worth making: rarer ones are looked up together. */
const common = 4_000;
/** Entries whose case and accents are looked at, and for how long (ms). */
const mostRead = 20_000;
const readingTime = 1_000;
const atOnce = 50;

/** What a query is answered with by sets. */
export type SetContext = {
  readonly db: ReadableDb;
  readonly columns: Columns;
  readonly lexicon: Lexicon;
};

/** The entries a query finds, all of them. */
export function setOf(context: SetContext, query: Query, asOf: AsOf): EntrySet {
  const found = intersection(context, query.clauses);
  if (asOf === null) return onlyAlive(context.columns, found);
  const sql = new Conditions();
  sql.asOf(asOf);
  const then = kept(context, `as of ${asOf}`, () => conditionSet(context, sql));
  return onlyAlive(context.columns, both(found, then));
}

function onlyAlive({ alive }: Columns, { bits, whole }: EntrySet): EntrySet {
  return { bits: combine(bits, alive, (a, b) => a & b), whole };
}

function intersection(context: SetContext, clauses: readonly Clause[]): EntrySet {
  const wanted = clauses.filter((clause) => clause.type !== 'not');
  const unwanted = clauses.flatMap((clause) => (clause.type === 'not' ? [clause.clause] : []));
  let found = joined(context, wanted) ?? { bits: context.columns.alive, whole: true };
  for (const clause of unwanted) {
    const without = clauseSet(context, clause);
    found = {
      bits: combine(found.bits, without.bits, (a, b) => a & ~b),
      whole: found.whole && without.whole,
    };
  }
  return found;
}

/** What holds all of these; null for none of them. A rare one is looked up together with the rest. */
function joined(context: SetContext, clauses: readonly Clause[]): EntrySet | null {
  const indexed = clauses.filter((clause) => isPlain(clause));
  const others = clauses.filter((clause) => !isPlain(clause));
  const sets: EntrySet[] = [];
  if (indexed.length > 1 && indexed.some((clause) => isRare(context, clause))) {
    const match = conjunction(indexed, context.lexicon);
    if (match !== null) sets.push(matchSet(context, match));
    else others.push(...indexed);
  } else others.push(...indexed);
  for (const clause of others) sets.push(clauseSet(context, clause));
  const [head, ...rest] = sets;
  return head === undefined ? null : rest.reduce(both, head);
}

/** Whether the index alone answers it. */
function isPlain(clause: Clause): boolean {
  switch (clause.type) {
    case 'word':
    case 'near':
      return true;
    case 'phrase':
      return clause.written === null;
    case 'filter':
      return isForIndex(clause.filter);
    case 'not':
      return isPlain(clause.clause);
    case 'and':
    case 'or':
      return clause.clauses.every(isPlain);
  }
}

/** Whether a clause holds of few entries, by how many came with its terms. */
function isRare({ db, lexicon }: SetContext, clause: Clause): boolean {
  if (clause.type === 'phrase') {
    return clause.terms.some((term) => usesOf(db, term) < common);
  }
  if (clause.type !== 'word') return false;
  const last = clause.terms.at(-1) ?? '';
  const forms = new Set([last, ...lexicon.expand(last, clause.prefix ? 'prefix' : 'forms')]);
  let uses = 0;
  for (const form of forms) uses += usesOf(db, form);
  return uses < common;
}

function usesOf(db: ReadableDb, term: string): number {
  return (
    first<{ uses: number }>(db, 'SELECT uses FROM search_term WHERE term = :term', { term })
      ?.uses ?? 0
  );
}

/** The entries a clause holds of. */
function clauseSet(context: SetContext, clause: Clause): EntrySet {
  switch (clause.type) {
    case 'and':
      return intersection(context, clause.clauses);
    case 'or':
      if (isPlain(clause) && clause.clauses.length > 8) break;
      return clause.clauses.map((inner) => clauseSet(context, inner)).reduce(either);
    case 'not': {
      const without = clauseSet(context, clause.clause);
      const { alive } = context.columns;
      return { bits: combine(alive, without.bits, (a, b) => a & ~b), whole: without.whole };
    }
    case 'phrase':
      if (clause.written !== null) return writtenSet(context, clause);
      break;
    case 'filter':
      if (!isForIndex(clause.filter)) {
        const sql = new Conditions();
        const condition = sql.of(clause.filter);
        if (condition === null) return { bits: context.columns.alive, whole: true };
        sql.add(clause.filter, false);
        return kept(context, JSON.stringify(clause.filter), () => conditionSet(context, sql));
      }
      break;
    default:
      break;
  }
  const match = matchOf(clause, context.lexicon);
  if (match === null) throw new Error('A clause is neither for the index nor a condition.');
  return matchSet(context, match);
}

function matchSet(context: SetContext, match: string): EntrySet {
  return kept(context, match, (from) => {
    const late = from === null ? '' : 'AND rowid >= :from';
    const parameters = from === null ? { match } : { match, from };
    return rowsIn(
      context.db,
      `SELECT CAST(group_concat(rowid) AS BLOB) AS rows FROM search_index
       WHERE search_index MATCH :match ${late}`,
      parameters,
    );
  });
}

function conditionSet({ db }: SetContext, sql: Conditions): readonly number[] | Float64Array {
  const where = sql.conditions.map((condition) => condition.replaceAll('{row}', 'entry.rowid'));
  return rowsIn(
    db,
    `SELECT CAST(group_concat(rowid) AS BLOB) AS rows FROM search_entry AS entry
     WHERE ${where.join(' AND ')}`,
    sql.parameters,
  );
}

/** Phrases written a certain way: what holds the words is read, newest first, while there is time. */
function writtenSet(context: SetContext, clause: PhraseClause): EntrySet {
  const { db, columns } = context;
  const match = matchOf(clause, context.lexicon) ?? '';
  const key = `written ${clause.written?.join(' ')} ${match}`;
  let whole = true;
  const set = kept(context, key, () => {
    const rows = rowsIn(
      db,
      `SELECT CAST(group_concat(rowid) AS BLOB) AS rows FROM search_index
       WHERE search_index MATCH :match`,
      { match },
    );
    const began = performance.now();
    const found: number[] = [];
    const newestFirst = [...rows].toReversed();
    for (let read = 0; read < newestFirst.length; read += atOnce) {
      if (read >= mostRead || performance.now() - began > readingTime) {
        whole = false;
        break;
      }
      for (const entry of readEntries(db, newestFirst.slice(read, read + atOnce))) {
        if (isWritten(entry, [clause])) found.push(entry.rowid);
      }
    }
    return found;
  });
  // One that was not finished is begun again next time.
  if (!whole) keptSets.get(columns)?.delete(key);
  return { ...set, whole };
}

/**
 * A kept set, or a new one. One made before entries came is brought up to them by looking up the
 * rows from the first of these on, where `make` can.
 */
function kept(
  { columns }: SetContext,
  key: string,
  make: (from: bigint | null) => readonly number[] | Float64Array,
): EntrySet {
  let sets = keptSets.get(columns);
  if (sets === undefined) {
    sets = new Map();
    keptSets.set(columns, sets);
  }
  const known = sets.get(key);
  if (known !== undefined && known.size === columns.size) {
    sets.delete(key);
    sets.set(key, known);
    return known;
  }
  const bits = known?.bits ?? newBits(columns.capacity);
  const from = known === undefined ? null : leastSince(columns, known.size);
  for (const rowid of make(from)) {
    const index = indexOf(columns, rowid);
    if (index !== -1) setBit(bits, index);
  }
  const set: Kept = { bits, whole: true, size: columns.size };
  sets.delete(key);
  sets.set(key, set);
  forget(sets, bits.byteLength);
  return set;
}

/** The least row id among the entries that came after the first `size`. */
function leastSince({ rowids, size }: Columns, from: number): bigint {
  let least = Infinity;
  for (let index = from; index < size; index += 1) least = Math.min(least, rowids[index] ?? 0);
  return BigInt(least);
}

function forget(sets: Map<string, Kept>, each: number): void {
  const most = Math.max(8, Math.floor(mostKeptBytes / Math.max(1, each)));
  for (const key of sets.keys()) {
    if (sets.size <= most) return;
    sets.delete(key);
  }
}

/**
 * Row ids of a query that gives them as one text, in rising order. Read as bytes: a row at a time
 * would take ten times as long.
 */
function rowsIn(db: ReadableDb, sql: string, parameters: SqlParameters): Float64Array {
  const row = first<{ rows: Uint8Array | null }>(db, sql, parameters);
  const bytes = row?.rows ?? new Uint8Array(0);
  const rows = new Float64Array(bytes.length === 0 ? 0 : Math.ceil(bytes.length / 2) + 1);
  let count = 0;
  let value = 0;
  let sign = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === comma) {
      rows[count] = sign * value;
      count += 1;
      value = 0;
      sign = 1;
    } else if (byte === minus) sign = -1;
    else value = value * 10 + byte - zero;
  }
  if (bytes.length > 0) {
    rows[count] = sign * value;
    count += 1;
  }
  return rows.subarray(0, count);
}

const [comma, minus, zero] = [0x2c, 0x2d, 0x30];

function both(a: EntrySet, b: EntrySet): EntrySet {
  return { bits: combine(a.bits, b.bits, (x, y) => x & y), whole: a.whole && b.whole };
}

function either(a: EntrySet, b: EntrySet): EntrySet {
  return { bits: combine(a.bits, b.bits, (x, y) => x | y), whole: a.whole && b.whole };
}

function combine(
  a: Uint32Array,
  b: Uint32Array,
  join: (x: number, y: number) => number,
): Uint32Array {
  const bits = new Uint32Array(a.length);
  for (let word = 0; word < bits.length; word += 1) bits[word] = join(a[word] ?? 0, b[word] ?? 0);
  return bits;
}
