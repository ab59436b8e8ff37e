import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that may only read. A query takes one of these, so a read that writes does not compile. */
export type ReadableDb = { readonly [readable]: true };
/** The one connection that may write. */
export type WritableDb = ReadableDb & { readonly [writable]: true };

/** Values SQLite stores, as better-sqlite3 takes them. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlParameters = Readonly<Record<string, SqlValue>>;

const statements = new WeakMap<object, Map<string, Database.Statement>>();

/** Presents an open connection as readable. */
export function asReadable(connection: Database.Database): ReadableDb {
  return connection as unknown as ReadableDb;
}

/** Presents the writer's connection as writable. */
export function asWritable(connection: Database.Database): WritableDb {
  return connection as unknown as WritableDb;
}

/** The connection behind a database, for pragmas and backups. */
export function connectionOf(db: ReadableDb): Database.Database {
  return db as unknown as Database.Database;
}

/** All rows of a query, as `Row`; the caller names the shape its SQL selects. */
export function all<Row>(db: ReadableDb, sql: string, parameters: SqlParameters = {}): Row[] {
  return statement(db, sql).all(parameters) as Row[];
}

/** The first row of a query, or undefined. */
export function first<Row>(
  db: ReadableDb,
  sql: string,
  parameters: SqlParameters = {},
): Row | undefined {
  return statement(db, sql).get(parameters) as Row | undefined;
}

/**
 * Calls with every row of a query as a list of its values, one after another: of a table of millions
 * nothing but the row at hand is kept.
 */
export function eachRow<Row extends readonly SqlValue[]>(
  db: ReadableDb,
  sql: string,
  visit: (row: Row) => void,
): void {
  for (const row of connectionOf(db).prepare(sql).raw().iterate()) visit(row as Row);
}

/** Runs a statement that writes; the number of rows it changed. */
export function run(db: WritableDb, sql: string, parameters: SqlParameters = {}): number {
  return statement(db, sql).run(parameters).changes;
}

/** Puts a row of the archive's own columns in its table, unless it is there; rows written, 0 or 1. */
export function insertRow(
  db: WritableDb,
  table: string,
  row: Readonly<Record<string, SqlValue>>,
): number {
  const columns = Object.keys(row);
  return run(
    db,
    `INSERT INTO ${table} (${columns.join(', ')})
     VALUES (${columns.map((column) => `:${column}`).join(', ')}) ON CONFLICT DO NOTHING`,
    row,
  );
}

/** What the transaction at hand gathers, by connection and then by name. */
const gathering = new WeakMap<object, Map<string, Gathered>>();
type Gathered = { readonly what: unknown; readonly finish: () => void };

/** Runs `work` in one immediate transaction: all of it is committed, or none when it throws. */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  const connection = connectionOf(db);
  if (connection.inTransaction) return connection.transaction(work)();
  const gathered = new Map<string, Gathered>();
  gathering.set(connection, gathered);
  try {
    return connection
      .transaction(() => {
        const result = work();
        for (const { finish } of gathered.values()) finish();
        return result;
      })
      .immediate();
  } finally {
    gathering.delete(connection);
  }
}

/**
 * What the transaction at hand gathers under a name: made at its first use, and handed to `finish`
 * before the commit.
 *
 * @returns null outside of {@link inTransaction}
 */
export function gathered<T>(
  db: WritableDb,
  name: string,
  begin: () => T,
  finish: (what: T) => void,
): T | null {
  const all = gathering.get(connectionOf(db));
  if (all === undefined) return null;
  const known = all.get(name);
  if (known !== undefined) return known.what as T;
  const what = begin();
  all.set(name, { what, finish: () => finish(what) });
  return what;
}

/** Statements are prepared once a connection. */
function statement(db: ReadableDb, sql: string): Database.Statement {
  const connection = connectionOf(db);
  let prepared = statements.get(connection);
  if (prepared === undefined) {
    prepared = new Map();
    statements.set(connection, prepared);
  }
  let found = prepared.get(sql);
  if (found === undefined) {
    found = connection.prepare(sql);
    prepared.set(sql, found);
  }
  return found;
}
