import { z } from 'zod';
import { all, first, inTransaction, run, type ReadableDb, type WritableDb } from '../database';
import type { Place } from './place';

const placeSchema = z.object({
  path: z.string(),
  file: z.object({ inode: z.string(), bornAt: z.string() }),
});

/** The archive that a copy was made of, before it became one of its own. */
export type Origin = {
  readonly id: string;
  readonly path: string;
  /** When it became one of its own, ms. */
  readonly at: number;
};

const originsSchema = z.array(z.object({ id: z.string(), path: z.string(), at: z.number() }));

/** What an archive says of itself: which it is, and where it lives. */
export type ArchiveSelf = { readonly id: string; readonly home: Place | null };

/** Reads {@link ArchiveSelf}. A note that is not understood counts as none. */
export function readSelf(db: ReadableDb): ArchiveSelf {
  const row = first<{ id: string }>(db, 'SELECT id FROM archive');
  return { id: row?.id ?? '', home: parsed(placeSchema, settingOf(db, 'home')) ?? null };
}

/** Notes where the archive lives. */
export function noteHome(db: WritableDb, place: Place): void {
  set(db, 'home', JSON.stringify(place));
}

/** The archives this one was once a copy of, oldest first. */
export function readOrigins(db: ReadableDb): readonly Origin[] {
  return parsed(originsSchema, settingOf(db, 'origins')) ?? [];
}

/** Makes a copy an archive of its own: a new id, a home here, and a note of what it was a copy of. */
export function becomeOwn(
  db: WritableDb,
  input: { readonly newId: string; readonly home: Place; readonly original: string; at: number },
): void {
  inTransaction(db, () => {
    const { id } = readSelf(db);
    const origins = [...readOrigins(db), { id, path: input.original, at: input.at }];
    run(db, 'UPDATE archive SET id = :newId', { newId: input.newId });
    set(db, 'origins', JSON.stringify(origins));
    noteHome(db, input.home);
    // The folders are the original's: two archives would deliver to them, and read the wire twice.
    run(db, 'DELETE FROM delivery');
    run(db, 'UPDATE delivery_folder SET active = 0');
    run(db, 'UPDATE wire_in SET active = 0');
  });
}

function settingOf(db: ReadableDb, key: string): string | undefined {
  return all<{ value: string }>(db, 'SELECT value FROM setting WHERE key = :key', { key })[0]
    ?.value;
}

function set(db: WritableDb, key: string, value: string): void {
  run(
    db,
    `INSERT INTO setting (key, value) VALUES (:key, :value)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    { key, value },
  );
}

function parsed<T>(schema: z.ZodType<T>, json: string | undefined): T | undefined {
  if (json === undefined) return undefined;
  try {
    const result = schema.safeParse(JSON.parse(json));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
