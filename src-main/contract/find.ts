import { z } from 'zod';
import { bounds } from './bounds';
import { takeKindSchema } from './record';
import { idSchema } from './scalars';

/** What is looked for in many texts. */
export const wantedSchema = z.strictObject({
  text: z.string().min(1).max(bounds.line),
  is: z.enum(['words', 'pattern']),
  matchCase: z.boolean(),
  wholeWord: z.boolean(),
  accents: z.boolean(),
});

/** Which texts are looked through: open drafts, or what is published too. */
export const reaches = ['drafts', 'all'] as const;
export type Reach = (typeof reaches)[number];

const version = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

/** A text with places where it stands. */
export const foundTextSchema = z.object({
  /** A take is found, and never changed. */
  on: z.enum(['draft', 'take']),
  id: idSchema,
  dispatchId: idSchema,
  slug: z.string(),
  headline: z.string(),
  kind: takeKindSchema,
  /** Of a draft, as it was looked through. */
  version,
  count,
  /** How many of them are in quoted words. */
  quoted: count,
  /** The first places, each with the words around it. */
  places: z.array(
    z.object({ before: z.string(), words: z.string(), after: z.string(), quoted: z.boolean() }),
  ),
});
export type FoundText = z.infer<typeof foundTextSchema>;

/** A match of a text, as `domain/find` has it. */
const matchSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  groups: z.array(z.string().or(z.undefined())).readonly(),
  named: z.record(z.string(), z.string().or(z.undefined())).readonly(),
});

/** The channels of finding and replacing in many texts at once. */
export const findRequests = {
  'find.everywhere': {
    request: z.strictObject({ wanted: wantedSchema, reach: z.enum(reaches) }),
    response: z.object({
      found: z.array(foundTextSchema),
      /** Texts looked through, and how many there are: time is bounded. */
      read: count,
      of: count,
    }),
  },
  /** Finds words in texts, such as those of a draft as it is being written, in bounded time. */
  'find.in-texts': {
    request: z.strictObject({
      wanted: wantedSchema,
      texts: z.array(z.string().max(bounds.pastedText)).max(bounds.foundTexts),
    }),
    /** The matches of each text, in order. */
    response: z.object({ found: z.array(z.array(matchSchema).readonly()) }),
  },
  /** Replaces all places in these drafts, in one go; published text is never changed. */
  'find.replace': {
    request: z.strictObject({
      wanted: wantedSchema,
      replacement: z.string().max(bounds.line),
      /** Whether quoted words are changed too. */
      quotedToo: z.boolean(),
      /** Who does it, for drafts with suggestions. */
      author: z.string().max(bounds.line),
      drafts: z
        .array(z.strictObject({ id: idSchema, version }))
        .min(1)
        .max(bounds.pageRows),
    }),
    response: z.object({
      batchId: idSchema,
      replaced: count,
      /** The drafts that were changed, and the version each came to. */
      drafts: z.array(z.object({ id: idSchema, dispatchId: idSchema, version })),
      /** Drafts that were written in since they were looked through: nothing is replaced in these. */
      changed: count,
    }),
  },
  /** Takes back the last replacing that was not taken back, or a certain one, in all drafts it changed. */
  'find.undo-replace': {
    request: z.strictObject({ batchId: idSchema.nullable() }),
    response: z.object({
      drafts: z.array(z.object({ id: idSchema, dispatchId: idSchema, version })),
    }),
  },
} as const;
