import { z } from 'zod';
import { pictureTypes } from '../domain/document/picture';
import { photoBounds } from '../domain/photo/inspect';
import { lineSchema, nothingSchema } from './scalars';

const bytesWithin = (most: number) =>
  z.custom<Uint8Array<ArrayBuffer>>(
    (value) => value instanceof Uint8Array && value.byteLength <= most,
  );

/** The channels of photos. Bytes of more than is taken in never reach main. */
export const photoRequests = {
  /** Takes a picture into the archive, with a smaller JPEG of it where one could be made. */
  'photo.add': {
    request: z.strictObject({
      bytes: bytesWithin(photoBounds.bytes),
      preview: bytesWithin(photoBounds.previewBytes).nullable(),
    }),
    response: z.object({
      picture: z.object({
        sha256: z.string().length(64),
        type: z.enum(pictureTypes),
        width: z.number().int(),
        height: z.number().int(),
        taken: z.string().exactOptional(),
      }),
      /** What its metadata say; empty where they say nothing. */
      words: z.object({ caption: z.string(), credit: z.string(), alt: lineSchema }),
    }),
  },
  /** The files of pictures a person chooses, as they are. */
  'photo.choose': {
    request: nothingSchema,
    response: z.object({ bytes: z.array(z.custom<Uint8Array<ArrayBuffer>>()) }),
  },
} as const;
