import { inspectPicture } from '../../domain/photo/inspect';
import { putPicture } from '../commands/pictures';
import { all, first, inTransaction, type ReadableDb, type WritableDb } from '../database';
import { sha256 } from '../sha256';

/**
 * Brings every picture whose bytes still have their hash into the base. What is known of one is read
 * from its bytes: its own row may be what was damaged.
 *
 * @returns the number of pictures that are not as they came, and not in the base either
 */
export function salvagePictures(gathered: ReadableDb, base: WritableDb, now: number): number {
  let lost = 0;
  const names = all<{ name: string }>(gathered, 'SELECT sha256 AS name FROM picture_file');
  for (const { name } of names) {
    const here = first(base, 'SELECT 1 FROM picture_file WHERE sha256 = :name', { name });
    if (here !== undefined) continue;
    const bytes = first<{ bytes: Uint8Array }>(
      gathered,
      'SELECT bytes FROM picture_file WHERE sha256 = :name',
      { name },
    )?.bytes;
    const facts = bytes === undefined ? undefined : inspectPicture(bytes);
    if (bytes === undefined || facts?.ok !== true || sha256(bytes) !== name) {
      lost += 1;
      continue;
    }
    const preview = first<{ bytes: Uint8Array }>(
      gathered,
      'SELECT bytes FROM picture_preview WHERE sha256 = :name',
      { name },
    );
    const picture = { ...facts.value, bytes, preview: preview?.bytes ?? null };
    inTransaction(base, () => putPicture(base, picture, now));
  }
  return lost;
}
