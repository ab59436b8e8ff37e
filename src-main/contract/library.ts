import { z } from 'zod';
import { libraryBounds, libraryUses } from '../domain/library/entry';
import { authorSchema, idSchema, instantSchema, languageSchema, nothingSchema } from './scalars';

const termSchema = z.string().trim().min(1).max(libraryBounds.term);

const libraryWordsSchema = z.object({
  term: termSchema,
  forms: z.array(termSchema).max(libraryBounds.forms),
  language: languageSchema,
  use: z.enum(libraryUses),
  text: z.string().trim().min(1).max(libraryBounds.text),
});

/** An entry of the house library. */
export const libraryEntrySchema = libraryWordsSchema.extend({
  id: idSchema,
  author: z.string(),
  createdAt: instantSchema,
  editedAt: instantSchema.nullable(),
});
export type LibraryEntryModel = z.infer<typeof libraryEntrySchema>;

/** The request and response schema of every channel on the house library. */
export const libraryRequests = {
  'library.list': {
    request: nothingSchema,
    response: z.object({ entries: z.array(libraryEntrySchema) }),
  },
  /** Keeps an entry; without an id a new one. */
  'library.save': {
    request: z.strictObject({
      ...libraryWordsSchema.shape,
      id: idSchema.nullable(),
      author: authorSchema,
    }),
    response: z.object({ id: idSchema }),
  },
  'library.remove': { request: z.strictObject({ id: idSchema }), response: nothingSchema },
  /** Asks for a file of entries, and takes them in. */
  'library.import': {
    request: z.strictObject({ author: authorSchema }),
    response: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
    }),
  },
  /** Asks where to save the library as a file, and saves it there. */
  'library.export': {
    request: nothingSchema,
    response: z.object({ path: z.string(), entries: z.number().int() }),
  },
} as const;
