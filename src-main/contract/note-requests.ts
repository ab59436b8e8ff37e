import { z } from 'zod';
import { bounds } from './bounds';
import {
  addresseeSchema,
  anchorSchema,
  deskNoteSchema,
  initialsSchema,
  noteBodySchema,
  noteKindSchema,
  noteLinksSchema,
  noteSchema,
  noteTargetSchema,
} from './notes';
import { idSchema } from './scalars';

const author = initialsSchema;

/** The request and response schema of every channel on notes. */
export const noteRequests = {
  'note.create': {
    request: z.strictObject({
      dispatchId: idSchema,
      target: noteTargetSchema,
      part: noteSchema.shape.part,
      anchor: anchorSchema.nullable(),
      kind: noteKindSchema,
      body: noteBodySchema,
      addressee: addresseeSchema,
      links: noteLinksSchema,
      author,
    }),
    response: noteSchema,
  },
  /** Changes what a note says, its kind, to whom it is and what it links to; what was is kept. */
  'note.edit': {
    request: z.strictObject({
      noteId: idSchema,
      body: noteBodySchema,
      kind: noteKindSchema,
      addressee: addresseeSchema,
      links: noteLinksSchema,
      author,
    }),
    response: noteSchema,
  },
  /** Puts a note on words chosen for it. */
  'note.reattach': {
    request: z.strictObject({
      noteId: idSchema,
      target: noteTargetSchema,
      anchor: anchorSchema,
      author,
    }),
    response: noteSchema,
  },
  'note.set-state': {
    request: z.strictObject({ noteId: idSchema, state: z.enum(['open', 'resolved']), author }),
    response: noteSchema,
  },
  'note.reply': {
    request: z.strictObject({ noteId: idSchema, body: noteBodySchema, author }),
    response: noteSchema,
  },
  /** Asks for a file of Web Annotations, and brings its notes into a dispatch: all, or none. */
  'note.import': {
    request: z.strictObject({ dispatchId: idSchema }),
    response: z.object({
      added: z.number().int(),
      /** In the dispatch already. */
      unchanged: z.number().int(),
      /** Of those added, the ones whose words were not found. */
      withoutWords: z.number().int(),
    }),
  },
  /** The open notes of the whole desk, oldest first: those that want an answer, or all. */
  'note.list-open': {
    request: z.strictObject({
      which: z.enum(['to-answer', 'all']),
      limit: z.number().int().min(1).max(bounds.pageRows),
    }),
    response: z.object({ notes: z.array(deskNoteSchema), total: z.number().int() }),
  },
} as const;
