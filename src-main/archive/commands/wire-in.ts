import { all, first, inTransaction, run, type ReadableDb, type WritableDb } from '../database';

/** The folder the wire comes in by. */
export type WireInFolder = { readonly path: string; readonly active: boolean };

/** A file of a watched folder, and what tells it from what it was before: its size and time. */
export type WatchedFile = { readonly path: string; readonly mark: string };

/** Chooses the folder the wire comes in by, and whether it is watched. */
export function setWireIn(db: WritableDb, { path, active }: WireInFolder): void {
  run(
    db,
    `INSERT INTO wire_in (id, path, active) VALUES (1, :path, :active)
     ON CONFLICT (id) DO UPDATE SET path = :path, active = :active`,
    { path, active: active ? 1 : 0 },
  );
}

/** The folder the wire comes in by; null where none was chosen. */
export function readWireIn(db: ReadableDb): WireInFolder | null {
  const row = first<{ path: string; active: number }>(db, 'SELECT path, active FROM wire_in');
  return row === undefined ? null : { path: row.path, active: row.active === 1 };
}

/** Keeps which files of a watched folder were read, so that none is read twice. */
export function noteWatchedFiles(
  db: WritableDb,
  {
    folder,
    files,
    now,
  }: {
    readonly folder: string;
    readonly files: readonly WatchedFile[];
    readonly now: number;
  },
): void {
  inTransaction(db, () => {
    for (const { path, mark } of files) {
      run(
        db,
        `INSERT INTO wire_in_file (folder, path, mark, read_at) VALUES (:folder, :path, :mark, :now)
         ON CONFLICT (folder, path) DO UPDATE SET mark = :mark, read_at = :now`,
        { folder, path, mark, now },
      );
    }
  });
}

/** The files of a watched folder that were read. */
export function readWatchedFiles(
  db: ReadableDb,
  input: { readonly folder: string },
): readonly WatchedFile[] {
  return all<WatchedFile>(db, 'SELECT path, mark FROM wire_in_file WHERE folder = :folder', input);
}
