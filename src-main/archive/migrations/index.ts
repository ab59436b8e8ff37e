import type Database from 'better-sqlite3';
import { first } from './0010-first';
import { record } from './0020-record';
import { windows } from './0030-windows';
import { exported } from './0035-exports';
import { search } from './0040-search';
import { exchange } from './0050-exchange';
import { annotations } from './0060-annotations';
import { library } from './0061-library';
import { deliveries } from './0070-deliveries';
import { style } from './0080-style';
import { undo } from './0090-undo';
import { pictures } from './0100-pictures';
import { templates } from './0110-templates';
import { persons } from './0120-persons';

/** A numbered change of schema; most are in tens. */
type Migration = { readonly version: number; readonly sql: string };

/** All migrations, oldest first. A released one is never edited. */
const migrations: readonly Migration[] = [
  first,
  record,
  windows,
  exported,
  search,
  exchange,
  annotations,
  library,
  deliveries,
  style,
  undo,
  pictures,
  templates,
  persons,
];

/** The schema version this program writes and the newest it can read. */
export const newestVersion = persons.version;

/** Applies all pending migrations in one transaction and sets `user_version`. */
export function migrate(connection: Database.Database): void {
  const pending = migrations.filter((migration) => migration.version > versionOf(connection));
  if (pending.length === 0) return;
  connection
    .transaction(() => {
      for (const migration of pending) {
        connection.exec(migration.sql);
        connection.pragma(`user_version = ${migration.version}`);
      }
    })
    .immediate();
}

/** The schema version of a database, from its header. */
export function versionOf(connection: Database.Database): number {
  return Number(connection.pragma('user_version', { simple: true }));
}
