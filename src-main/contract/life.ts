import { z } from 'zod';
import { noteKindSchema } from './notes';
import { stampSchema, takeKindSchema } from './record';
import { idSchema, instantSchema } from './scalars';
import { exportWays } from './trace';

/** What happened in the life of a dispatch. */
const lifeDeedSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('take'),
    takeId: idSchema,
    ordinal: z.number().int().positive(),
    kind: takeKindSchema,
    stamp: stampSchema,
  }),
  /** The time of a take was supplied afterwards. */
  z.object({ is: z.literal('stamp'), takeId: idSchema }),
  z.object({ is: z.literal('embargo'), change: z.enum(['set', 'lifted']) }),
  /** Drafts that are open, or were discarded; those that were published are takes. */
  z.object({
    is: z.literal('draft'),
    kind: takeKindSchema,
    change: z.enum(['begun', 'saved', 'discarded']),
  }),
  z.object({
    is: z.literal('note'),
    noteId: idSchema,
    kind: noteKindSchema,
    change: z.enum(['opened', 'answered', 'resolved', 'reopened']),
  }),
  z.object({
    is: z.literal('sent'),
    way: z.enum(exportWays),
    format: z.string(),
    /** The file's path; empty where there is none. */
    destination: z.string(),
    /** The takes 1 to this one went out. */
    ordinal: z.number().int().positive(),
  }),
]);

/** Something that happened to a dispatch. */
export const lifeEventSchema = z.object({
  /** ms. Of a take its stamp, or where nobody knows that, the instant it was entered. */
  at: instantSchema,
  /** Initials; empty where nobody is known. */
  author: z.string(),
  deed: lifeDeedSchema,
});
export type LifeEvent = z.infer<typeof lifeEventSchema>;

/** The life of a dispatch. */
export const lifeSchema = z.object({
  /** Oldest first. */
  events: z.array(lifeEventSchema),
  /** Whether there are more notes or exports than are told. */
  more: z.boolean(),
});
export type Life = z.infer<typeof lifeSchema>;
