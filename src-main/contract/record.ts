import { z } from 'zod';
import type { EmbargoEnd } from '../domain/record/canonical';
import type { Carries } from '../domain/record/carries';
import { takeKinds } from '../domain/record/take';
import type { KnownStamp, Stamp } from '../domain/record/stamp';
import { bounds } from './bounds';
import {
  documentSchema,
  idSchema,
  instantSchema,
  languageSchema,
  lineSchema,
  zoneSchema,
} from './scalars';

export const takeKindSchema = z.enum(takeKinds);

export const knownStampSchema = z.object({
  precision: z.enum(['second', 'minute', 'day']),
  instant: instantSchema,
  zone: zoneSchema,
}) satisfies z.ZodType<KnownStamp>;

export const stampSchema = z.discriminatedUnion('precision', [
  knownStampSchema,
  z.object({ precision: z.literal('unknown') }),
]) satisfies z.ZodType<Stamp>;

/** When an embargo ends, and the zone it was set in. */
export const embargoEndSchema = z.object({
  instant: instantSchema,
  zone: zoneSchema,
}) satisfies z.ZodType<EmbargoEnd>;

/** What a take of certain kinds must carry. */
export const carriesSchema = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('correction'),
    corrects: z.string().max(bounds.id),
    wrong: z.string().max(bounds.note),
    right: z.string().max(bounds.note),
  }),
  z.object({ of: z.literal('kill'), reason: z.string().max(bounds.note), decidedBy: lineSchema }),
  z.object({ of: z.literal('nothing') }),
]) satisfies z.ZodType<Carries>;

/** What a revision enters in the record. */
export const entrySchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('take'),
    takeId: idSchema,
    ordinal: z.number().int().positive(),
    kind: takeKindSchema,
    stamp: stampSchema,
    stampReason: z.string().nullable(),
    /** By how many ms main's clock was behind the newest stamp of the dispatch; 0 when it was not. */
    clockBehind: z.number().int().nonnegative(),
    author: z.string(),
  }),
  z.object({
    is: z.literal('stamp'),
    takeId: idSchema,
    stamp: knownStampSchema,
    reason: z.string(),
    author: z.string(),
  }),
  z.object({
    is: z.literal('embargo'),
    until: embargoEndSchema.nullable(),
    reason: z.string(),
    author: z.string(),
  }),
]);
export type EntryModel = z.infer<typeof entrySchema>;

/** One revision of a dispatch: an immutable entry of its record. */
export const revisionSchema = z.object({
  number: z.number().int().positive(),
  recordedAt: instantSchema,
  entry: entrySchema,
  /** SHA-256 over the previous hash and the entry's canonical bytes, in hexadecimal. */
  hash: z.string().length(64),
});
export type RevisionModel = z.infer<typeof revisionSchema>;

/** An entry of the record in which something is wrong, as a person knows it. */
export const problemPlaceSchema = z.object({
  dispatchId: idSchema,
  slug: z.string(),
  headline: z.string(),
  /** Number of the revision in the dispatch. */
  number: z.number().int(),
  /** Ordinal of the take; null for an entry that is no take. */
  ordinal: z.number().int().nullable(),
});
export type ProblemPlace = z.infer<typeof problemPlaceSchema>;

/** A state of a dispatch that can be shown and compared. */
export const stateRefSchema = z.discriminatedUnion('of', [
  /** One published take by itself. */
  z.object({ of: z.literal('take'), takeId: idSchema }),
  /** The story as it read at an instant (ms). */
  z.object({ of: z.literal('story-at'), dispatchId: idSchema, at: instantSchema }),
  /** The story as it read after the take with this ordinal; 0 is before the first. */
  z.object({
    of: z.literal('story-after'),
    dispatchId: idSchema,
    ordinal: z.number().int().nonnegative(),
  }),
  /** A draft as it read at a kept version; null is as last saved. */
  z.object({
    of: z.literal('draft'),
    draftId: idSchema,
    version: z.number().int().nonnegative().nullable(),
  }),
]);
export type StateRef = z.infer<typeof stateRefSchema>;

/** A state that was asked for: its text, and what is to be known of it. */
export const stateSchema = z.object({
  dispatchId: idSchema,
  slug: z.string(),
  language: languageSchema,
  document: documentSchema,
  /** What readers had: nothing yet, a running story, or the notice that it was withdrawn. */
  standing: z.enum(['nothing', 'running', 'killed']),
  /** Ordinal of the last take it holds; 0 where it holds none. */
  ordinal: z.number().int().nonnegative(),
  /** Whether a take whose time nobody knows decides what it holds. */
  uncertain: z.boolean(),
});
export type StateModel = z.infer<typeof stateSchema>;
