import type { PictureType } from '../../domain/document/picture';
import { first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';

/** The bytes of a picture and their kind. */
export type PictureBytes = { readonly type: PictureType; readonly bytes: Uint8Array };

/**
 * A picture as it came (`file`), or as it is looked at (`preview`; the original where there is no
 * smaller one). Refuses with `not-found`.
 */
export function readPicture(
  db: ReadableDb,
  input: { readonly sha256: string; readonly what: 'file' | 'preview' },
): PictureBytes {
  const { sha256 } = input;
  if (input.what === 'preview') {
    const preview = first<{ bytes: Uint8Array }>(
      db,
      'SELECT bytes FROM picture_preview WHERE sha256 = :sha256',
      { sha256 },
    );
    if (preview !== undefined) return { type: 'image/jpeg', bytes: preview.bytes };
  }
  const file = first<PictureBytes>(
    db,
    'SELECT type, bytes FROM picture JOIN picture_file USING (sha256) WHERE sha256 = :sha256',
    { sha256 },
  );
  if (file === undefined) throw new Refusal('not-found', 'picture');
  return file;
}
