import { z } from 'zod';
import { stampSchema, takeKindSchema } from './record';
import { idSchema, instantSchema, languageSchema } from './scalars';

const rangeSchema = z.object({ start: z.number().int(), end: z.number().int() });

/** Where a traced sentence stands in a text, near-verbatim. */
export const tracePassageSchema = z.object({
  /** Place of the sentence in {@link traceSchema}'s list. */
  sentence: z.number().int().nonnegative(),
  /** Share of its runs of three words that are here, up to 1. */
  containment: z.number(),
  /** UTF-16 offsets in the canonical text of the take or draft. */
  range: rangeSchema,
  /** The passage with some words around it, and in it what is to be marked. */
  excerpt: z.object({ text: z.string(), ranges: z.array(rangeSchema) }),
  /** The marked words as search sees them, run by run, to mark them in the whole text. */
  runs: z.array(z.array(z.string())),
});
export type TracePassage = z.infer<typeof tracePassageSchema>;

/** What holds traced sentences. */
export const traceHolderSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('take'),
    id: idSchema,
    ordinal: z.number().int().positive(),
    kind: takeKindSchema,
    stamp: stampSchema,
    /** Whether readers of that dispatch still have the words of this take. */
    running: z.boolean(),
  }),
  z.object({ is: z.literal('draft'), id: idSchema, savedAt: instantSchema }),
  z.object({ is: z.literal('discarded'), id: idSchema, savedAt: instantSchema }),
]);
export type TraceHolder = z.infer<typeof traceHolderSchema>;

/** A take or draft with the passages found in it. */
export const tracePlaceSchema = z.object({
  holder: traceHolderSchema,
  passages: z.array(tracePassageSchema),
});
export type TracePlace = z.infer<typeof tracePlaceSchema>;

/** A dispatch with everything found in it. */
export const traceDispatchSchema = z.object({
  dispatchId: idSchema,
  slug: z.string(),
  headline: z.string(),
  language: languageSchema,
  /** Withdrawn already: readers have only the notice. */
  killed: z.boolean(),
  hasDraft: z.boolean(),
  places: z.array(tracePlaceSchema),
});
export type TraceDispatch = z.infer<typeof traceDispatchSchema>;

/** How words leave the archive. */
export const exportWays = ['file', 'clipboard', 'print', 'delivery'] as const;
export type ExportWay = (typeof exportWays)[number];

/** Words that went out with traced sentences in them. */
export const traceExportSchema = z.object({
  id: z.number().int(),
  dispatchId: idSchema,
  slug: z.string(),
  way: z.enum(exportWays),
  format: z.string(),
  /** The file's path; empty where there is none. */
  destination: z.string(),
  at: instantSchema,
  /** The takes in it that hold traced sentences, by their numbers. */
  takes: z.array(z.number().int().positive()),
});
export type TraceExport = z.infer<typeof traceExportSchema>;

/** Where the sentences of a take stand in the archive. */
export const traceSchema = z.object({
  take: z.object({
    id: idSchema,
    dispatchId: idSchema,
    ordinal: z.number().int().positive(),
    kind: takeKindSchema,
    slug: z.string(),
    headline: z.string(),
  }),
  /** What is traced: the take's own words, those a kill withdrew, those a correction put right. */
  of: z.enum(['take', 'withdrawn', 'put-right']),
  sentences: z.array(
    z.object({
      text: z.string(),
      /** Other dispatches that hold it. */
      dispatches: z.number().int().nonnegative(),
      /** Whether so many hold it that it is taken for a formula: it alone makes no find. */
      formula: z.boolean(),
    }),
  ),
  /** Sentences too short to be known again. */
  tooShort: z.number().int().nonnegative(),
  /** Other dispatches, those that hold most of it first. */
  elsewhere: z.array(traceDispatchSchema),
  /** The same dispatch, but for what was traced; null when nothing else of it holds any. */
  own: traceDispatchSchema.nullable(),
  /** What went out with them, newest first: of this dispatch and of those listed. */
  exports: z.array(traceExportSchema),
  /** Dispatches that hold formulas only, and are not listed. */
  leftOut: z.number().int().nonnegative(),
  /** Whether there may be more: the search is bounded. */
  bounded: z.boolean(),
});
export type Trace = z.infer<typeof traceSchema>;
