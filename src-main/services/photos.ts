import { appError, type AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import type { Picture, PictureType } from '../domain/document/picture';
import { inspectPicture, photoBounds } from '../domain/photo/inspect';
import { err, ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';
import { readInThisThread } from './take-in';

/** Use cases on the pictures of photos. */
export type PhotoService = ReturnType<typeof createPhotoService>;

export function createPhotoService({
  archive,
  now,
  readPicture = readInThisThread,
}: ServiceContext) {
  return {
    /** Takes a picture into the archive, with what its metadata say; refuses with `photo-…`. */
    async add({
      bytes,
      preview,
    }: RequestOf<'photo.add'>): Promise<Result<ResponseOf<'photo.add'>, AppError>> {
      if (bytes.byteLength > photoBounds.bytes) return refused('photo-too-large');
      const shown = preview === null ? null : inspectPicture(preview);
      if (shown !== null && (!shown.ok || shown.value.type !== 'image/jpeg')) {
        return refused('preview');
      }
      const read = await readPicture(bytes);
      if (!read.ok) return read;
      if (!read.value.ok) return refused(read.value.error);
      const { picture, words } = read.value.value;
      const { type, width, height } = picture;
      const added = await archive.write('addPicture', {
        picture: { type, width, height, bytes, preview },
        now: now(),
      });
      return added.ok ? ok({ picture, words }) : added;
    },

    /** A picture to be looked at; refuses with `not-found`. */
    preview: (sha256: string) => archive.read('readPicture', { sha256, what: 'preview' }),

    /** Drops pictures that nothing has referred to for a month; how many. */
    dropUnused: () => archive.write('dropUnusedPictures', { now: now() }),
  };
}

function refused(reason: string): Result<never, AppError> {
  return err(
    appError('validation', reason, { most: Math.round(photoBounds.bytes / (1024 * 1024)) }),
  );
}

/** The original of a picture, as it came. */
export type OriginalPicture = { readonly type: PictureType; readonly bytes: Uint8Array };

/** Reads the originals of pictures; one that is not there is left out. */
export async function readOriginals(
  { archive }: Pick<ServiceContext, 'archive'>,
  pictures: readonly Picture[],
): Promise<Result<ReadonlyMap<string, OriginalPicture>, AppError>> {
  const originals = new Map<string, OriginalPicture>();
  for (const { sha256 } of pictures) {
    // oxlint-disable-next-line no-await-in-loop -- one after another: each may be 64 MB
    const read = await archive.read('readPicture', { sha256, what: 'file' });
    if (read.ok) originals.set(sha256, read.value);
    else if (read.error.code !== 'not-found') return read;
  }
  return ok(originals);
}
