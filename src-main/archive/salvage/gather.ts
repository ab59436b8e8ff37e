import type Database from 'better-sqlite3';
import type { SqlValue } from '../database';

type Row = Readonly<Record<string, SqlValue>>;

/** What was gathered from a damaged file. */
export type Gathered = {
  /** Tables of which not all could be read. */
  readonly torn: readonly string[];
};

/** Tables in the order their rows can be written in; what is derived or of the moment is left out. */
export const salvagedTables = [
  'dispatch',
  'take',
  'revision',
  'supplied_stamp',
  'draft',
  'draft_journal',
  'draft_revision',
  'original',
  'picture',
  'picture_file',
  'picture_preview',
  'import',
  'exchange_source',
  'dispatch_subject',
  'dispatch_person',
  'note',
  'note_reply',
  'note_event',
  'note_link',
  'export',
  'saved_search',
  'library_entry',
  'template',
  'delivery_folder',
  'delivery',
  'wire_in',
  'wire_in_file',
  'style_left',
  'topic_release',
  'topic',
] as const;

/** Tables that are not salvaged: identity and sessions are the base's, undo is of the file as it was, the rest is derived. */
export const tablesLeftOut = [
  'archive',
  'setting',
  'session',
  'draft_undo',
  'draft_undo_group',
  'wire_row',
  'search_entry',
  'search_gone',
  'search_value',
  'search_term',
  'search_progress',
] as const;

/**
 * Copies every row that can still be read from a damaged file into an empty archive, without asking
 * whether they fit together. A table is read from its beginning and from its end, and where its rows
 * are numbered, from points in between: a damaged page hides only its own rows.
 */
export function gatherRows(damaged: Database.Database, into: Database.Database): Gathered {
  const torn: string[] = [];
  into.pragma('foreign_keys = OFF');
  into.pragma('ignore_check_constraints = ON');
  for (const table of salvagedTables) {
    const insert = inserting(into, table);
    const isWhole = into.transaction(() => readAll(damaged, table, insert))();
    if (!isWhole) torn.push(table);
  }
  into.pragma('ignore_check_constraints = OFF');
  return { torn };
}

/** Puts a row into a table where it fits its types; whether it did. One that is there does. */
function inserting(into: Database.Database, table: string): (row: Row) => boolean {
  const known = (into.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  const statements = new Map<string, Database.Statement>();
  return (row) => {
    const columns = known.filter((name) => name in row);
    const key = columns.join(', ');
    const statement =
      statements.get(key) ??
      into.prepare(
        `INSERT INTO ${table} (${key}) VALUES (${columns.map((name) => `:${name}`).join(', ')})
         ON CONFLICT DO NOTHING`,
      );
    statements.set(key, statement);
    try {
      statement.run(row);
      return true;
    } catch {
      // A value of another type than its column's was damaged.
      return false;
    }
  };
}

/** Reads what can be read of a table; whether that was every row, and each as it was written. */
function readAll(
  damaged: Database.Database,
  table: string,
  insert: (row: Row) => boolean,
): boolean {
  let isWhole = true;
  const take = (row: Row): void => {
    if (!insert(row)) isWhole = false;
  };
  // Without the indexes: they may be what is damaged.
  const forwards = readUntilFault(damaged, `SELECT * FROM ${table} NOT INDEXED`, take);
  if (forwards === 'end') return isWhole;
  if (forwards === 'no-table') return false;
  if (isNumbered(damaged, table)) readInPieces(damaged, table, take);
  else readBackwards(damaged, table, take);
  return false;
}

function readUntilFault(
  damaged: Database.Database,
  sql: string,
  take: (row: Row) => void,
  parameters: readonly (number | bigint)[] = [],
): 'end' | 'fault' | 'no-table' {
  let statement: Database.Statement;
  try {
    statement = damaged.prepare(sql);
  } catch {
    return 'no-table';
  }
  try {
    for (const row of statement.iterate(...parameters)) take(row as Row);
    return 'end';
  } catch {
    return 'fault';
  }
}

function isNumbered(damaged: Database.Database, table: string): boolean {
  try {
    damaged.prepare(`SELECT rowid FROM ${table} LIMIT 0`);
    return true;
  } catch {
    return false;
  }
}

function readBackwards(damaged: Database.Database, table: string, take: (row: Row) => void): void {
  const keys = (damaged.pragma(`table_info(${table})`) as { name: string; pk: number }[])
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => `${name} DESC`);
  readUntilFault(damaged, `SELECT * FROM ${table} ORDER BY ${keys.join(', ')}`, take);
}

/** Rows in a piece that is read by itself. */
const pieceSize = 64;

function readInPieces(damaged: Database.Database, table: string, take: (row: Row) => void): void {
  const last = lastNumber(damaged, table);
  const sql = `SELECT * FROM ${table} NOT INDEXED WHERE rowid BETWEEN ? AND ?`;
  const one = (from: number, to: number): void => {
    if (readUntilFault(damaged, sql, take, [from, to]) !== 'fault' || from === to) return;
    const middle = Math.floor((from + to) / 2);
    one(from, middle);
    one(middle + 1, to);
  };
  for (let from = 1; from <= last; from += pieceSize) one(from, from + pieceSize - 1);
}

/** The highest row number; where even that cannot be read, one that no archive reaches by much. */
function lastNumber(damaged: Database.Database, table: string): number {
  try {
    const row = damaged.prepare(`SELECT max(rowid) AS last FROM ${table}`).get() as {
      last: number | null;
    };
    return row.last ?? 0;
  } catch {
    return 200_000;
  }
}
