import { picturesOf, type Picture } from '../../domain/document/picture';
import type { Node } from 'prosemirror-model';
import { all, first, inTransaction, run, type WritableDb } from '../database';
import { sha256 } from '../sha256';

/** A picture about to be kept: what it is, and its bytes as they came. */
export type NewPicture = {
  readonly type: Picture['type'];
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** A JPEG of 1,600 pixels at most; null where nobody could make one. */
  readonly preview: Uint8Array | null;
};

/** Keeps a picture under its hash; one that is there already is kept once. */
export function addPicture(
  db: WritableDb,
  input: { readonly picture: NewPicture; readonly now: number },
): { readonly sha256: string } {
  return inTransaction(db, () => ({ sha256: putPicture(db, input.picture, input.now) }));
}

/** Keeps a picture; part of a caller's transaction. Its hash. */
export function putPicture(db: WritableDb, picture: NewPicture, now: number): string {
  const { type, width, height, bytes, preview } = picture;
  const hash = sha256(bytes);
  run(
    db,
    `INSERT INTO picture (sha256, type, width, height, added_at)
     VALUES (:hash, :type, :width, :height, :now)
     ON CONFLICT DO UPDATE SET unused_since = NULL, added_at = :now`,
    { hash, type, width, height, now },
  );
  const put = (table: 'picture_file' | 'picture_preview', content: Uint8Array): void => {
    run(
      db,
      `INSERT INTO ${table} (sha256, bytes) VALUES (:hash, :content) ON CONFLICT DO NOTHING`,
      {
        hash,
        content,
      },
    );
  };
  put('picture_file', bytes);
  if (preview !== null) put('picture_preview', preview);
  return hash;
}

/** The pictures of a take stay for good; part of the transaction that records it. */
export function holdPictures(db: WritableDb, document: Node): void {
  for (const { sha256: hash } of picturesOf(document)) {
    run(db, 'UPDATE picture SET published = 1 WHERE sha256 = :hash AND published = 0', { hash });
  }
}

/** How long nothing must have referred to a picture before it is dropped (ms): 30 days. */
const unusedFor = 30 * 24 * 3_600_000;

/**
 * Drops pictures that nothing has referred to for 30 days. No take shows them, and neither the words
 * of a draft, open or discarded, nor its journal, nor any version kept of it names them: every text
 * of every table of drafts is looked through. What is found unused for the first time is only noted.
 *
 * @returns the number of pictures dropped
 */
export function dropUnusedPictures(db: WritableDb, input: { readonly now: number }): number {
  const { now } = input;
  const candidates = all<{ hash: string; unusedSince: number | null }>(
    db,
    `SELECT sha256 AS hash, unused_since AS unusedSince FROM picture
     WHERE published = 0 AND added_at < :before`,
    { before: now - unusedFor },
  );
  if (candidates.length === 0) return 0;
  const texts = textsOfDrafts(db);
  let dropped = 0;
  for (const { hash, unusedSince } of candidates) {
    inTransaction(db, () => {
      if (texts.some((isNamed) => isNamed(hash))) {
        if (unusedSince !== null) note(db, hash, null);
      } else if (unusedSince === null) note(db, hash, now);
      else if (unusedSince < now - unusedFor) {
        dropped += run(db, 'DELETE FROM picture WHERE sha256 = :hash AND published = 0', { hash });
      }
    });
  }
  return dropped;
}

function note(db: WritableDb, hash: string, since: number | null): void {
  run(db, 'UPDATE picture SET unused_since = :since WHERE sha256 = :hash', { hash, since });
}

/** For each table of drafts, whether any of its texts names a hash; tables yet to come included. */
function textsOfDrafts(db: WritableDb): readonly ((hash: string) => boolean)[] {
  const tables = all<{ name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND (name = 'draft' OR name GLOB 'draft_*')`,
  );
  return [...tables.map(({ name }) => name), 'take'].flatMap((table) => {
    const columns = all<{ name: string; type: string }>(
      db,
      'SELECT name, type FROM pragma_table_info(:table)',
      { table },
    ).filter(({ type }) => type === 'TEXT' || type === 'BLOB');
    if (columns.length === 0) return [];
    const named = columns.map(({ name }) => `instr(${name}, :hash) > 0`).join(' OR ');
    return [
      (hash: string) =>
        first(db, `SELECT 1 FROM ${table} WHERE ${named} LIMIT 1`, { hash }) !== undefined,
    ];
  });
}
