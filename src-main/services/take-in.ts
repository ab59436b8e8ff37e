import { createHash } from 'node:crypto';
import type { AppError } from '../contract/errors';
import type { Picture } from '../domain/document/picture';
import { inspectPicture, type PhotoFault } from '../domain/photo/inspect';
import { ok, type Result } from '../domain/result';
import { creditLine, dayTaken, readPhotoMetadata, type PhotoMetadata } from './photo-words';

/** A picture looked into: what a document says of it, and the words it brings. */
export type PictureRead = {
  readonly picture: Picture;
  readonly words: { readonly caption: string; readonly credit: string; readonly alt: string };
  readonly metadata: PhotoMetadata;
};

/** Looks into the bytes of a picture; refuses what is none, or is more than is taken in. */
export function readPictureBytes(bytes: Uint8Array): Result<PictureRead, PhotoFault> {
  const inspected = inspectPicture(bytes);
  if (!inspected.ok) return inspected;
  const metadata = readPhotoMetadata(bytes);
  const { type, width, height } = inspected.value;
  const taken = dayTaken(metadata);
  const picture: Picture = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    type,
    ...(metadata.turned ? { width: height, height: width } : { width, height }),
    ...(taken !== undefined && { taken }),
  };
  const { caption, alt } = metadata;
  return ok({ picture, words: { caption, credit: creditLine(metadata), alt }, metadata });
}

/** Looks into the bytes of a picture, in this thread or in another. */
export type PictureReader = (
  bytes: Uint8Array,
) => Promise<Result<Result<PictureRead, PhotoFault>, AppError>>;

/** Looks into pictures in the thread that asks, for the command line and for tests. */
export const readInThisThread: PictureReader = (bytes) =>
  Promise.resolve(ok(readPictureBytes(bytes)));
