import { z } from 'zod';
import { noteChanges, noteKinds, noteParts, type Anchor } from '../domain/annotation/annotation';
import { bounds } from './bounds';
import { idSchema, instantSchema, lineSchema } from './scalars';

export const anchorSchema = z.object({
  exact: z.string().max(bounds.note),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
}) satisfies z.ZodType<Anchor>;

export const noteKindSchema = z.enum(noteKinds);

/** Who signs a note or is asked: initials, or a short name. */
export const initialsSchema = z.string().max(12);
export const addresseeSchema = z.string().trim().max(40);
export const noteBodySchema = z.string().trim().min(1).max(bounds.note);
export const noteLinksSchema = z.array(idSchema).max(50);

/** What a note speaks of: words or a photo of a take or draft, the whole of it, or the dispatch. */
export const noteTargetSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal('take'), id: idSchema }),
  z.object({ on: z.literal('draft'), id: idSchema }),
  z.object({ on: z.literal('dispatch'), id: idSchema }),
]);
export type NoteTarget = z.infer<typeof noteTargetSchema>;

export const noteReplySchema = z.object({
  id: idSchema,
  author: lineSchema,
  body: z.string(),
  createdAt: instantSchema,
});

/** Something that became of a note, and what it said or was before. */
export const noteEventSchema = z.object({
  at: instantSchema,
  author: lineSchema,
  change: z.enum(noteChanges),
  before: z.string(),
});
export type NoteEventModel = z.infer<typeof noteEventSchema>;

/** A note on words or a photo (`anchor`), or on the whole of its target (`anchor: null`). */
export const noteSchema = z.object({
  id: idSchema,
  target: noteTargetSchema,
  part: z.enum(noteParts),
  anchor: anchorSchema.nullable(),
  /** Whether the anchor is of the very text its target has now; else its words are to be looked for. */
  settled: z.boolean(),
  kind: noteKindSchema,
  body: z.string(),
  author: lineSchema,
  /** To whom it is addressed; empty where it is to everybody. */
  addressee: z.string(),
  state: z.enum(['open', 'resolved']),
  createdAt: instantSchema,
  editedAt: instantSchema.nullable(),
  /** The take it was carried over from when that was corrected, and its words there. */
  origin: z.object({ takeId: idSchema, anchor: anchorSchema }).nullable(),
  /** The dispatches it links to. */
  links: z.array(z.object({ dispatchId: idSchema, slug: z.string(), headline: z.string() })),
  replies: z.array(noteReplySchema),
  /** What became of it, oldest first. */
  events: z.array(noteEventSchema),
});
export type NoteModel = z.infer<typeof noteSchema>;

/** A note among those of the whole desk, with the dispatch it is on. */
export const deskNoteSchema = noteSchema.extend({
  dispatchId: idSchema,
  slug: z.string(),
  headline: z.string(),
});
export type DeskNote = z.infer<typeof deskNoteSchema>;
