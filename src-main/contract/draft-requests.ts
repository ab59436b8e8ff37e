import { z } from 'zod';
import { bounds } from './bounds';
import { draftMergeSchema } from './merge';
import { draftSchema, rangeSchema, scheduleSchema, takeSchema } from './models';
import { knownStampSchema, revisionSchema, takeKindSchema } from './record';
import {
  authorSchema as author,
  documentSchema,
  idSchema,
  instantSchema,
  nothingSchema as nothing,
  reasonSchema as reason,
  signoffSchema,
} from './scalars';

const draftVersion = z.number().int().nonnegative();
const stepSchema = z.record(z.string(), z.unknown());
const placedNotes = z
  .array(
    z.strictObject({
      noteId: idSchema,
      /** UTF-16 offsets of the document's canonical text, `end` exclusive. */
      range: rangeSchema.strict().nullable(),
    }),
  )
  .max(bounds.notes);

/** The channels of a draft: beginning it, its journal, what it carries, publishing it. */
export const draftRequests = {
  'draft.append': {
    request: z.strictObject({
      dispatchId: idSchema,
      kind: takeKindSchema,
      /** The take a correction puts right; null for other kinds, or to be chosen later. */
      corrects: idSchema.nullable(),
      author,
      signoff: signoffSchema,
    }),
    response: z.object({ draftId: idSchema }),
  },
  'draft.set-facts': {
    request: z.strictObject({ draftId: idSchema, facts: draftSchema.shape.facts.strict() }),
    response: nothing,
  },
  /** Has a draft published by itself at an instant; null takes that back. */
  'draft.schedule': {
    request: z.strictObject({ draftId: idSchema, schedule: scheduleSchema.nullable() }),
    response: nothing,
  },
  /** The draft beside what was published since it was begun. */
  'draft.merge': { request: z.strictObject({ draftId: idSchema }), response: draftMergeSchema },
  /** Says that a draft takes account of the takes up to a revision. */
  'draft.set-base': {
    request: z.strictObject({
      draftId: idSchema,
      version: draftVersion,
      baseRevision: z.number().int().nonnegative(),
    }),
    response: nothing,
  },
  /** The versions of a draft that are kept, newest first. */
  'draft.versions': {
    request: z.strictObject({ draftId: idSchema }),
    response: z.object({
      versions: z.array(z.object({ version: draftVersion, savedAt: instantSchema })),
    }),
  },
  /** Brings back the draft of a dispatch that was discarded last. */
  'draft.restore': {
    request: z.strictObject({ dispatchId: idSchema }),
    response: z.object({ draftId: idSchema }),
  },
  'draft.journal': {
    request: z.strictObject({
      draftId: idSchema,
      /** The version these steps start from. */
      baseVersion: draftVersion,
      /** ProseMirror steps as JSON, in order. */
      steps: z.array(stepSchema).min(1).max(bounds.stepsPerBatch),
      /** The page that made them. */
      clientId: idSchema,
    }),
    response: z.object({ version: draftVersion, savedAt: instantSchema }),
  },
  /** What a window lacks of a draft that another one has written in. */
  'draft.steps-since': {
    request: z.strictObject({
      draftId: idSchema,
      /** The version the window has; null asks for the whole draft. */
      version: draftVersion.nullable(),
    }),
    response: z.discriminatedUnion('is', [
      z.object({
        is: z.literal('steps'),
        batches: z.array(z.object({ clientId: z.string(), steps: z.array(stepSchema) })),
        version: draftVersion,
        savedAt: instantSchema,
      }),
      z.object({
        is: z.literal('whole'),
        document: documentSchema,
        version: draftVersion,
        savedAt: instantSchema,
      }),
    ]),
  },
  'draft.checkpoint': {
    request: z.strictObject({
      draftId: idSchema,
      version: draftVersion,
      document: documentSchema,
      /** Where the draft's notes now stand; null once their words are gone. */
      notes: placedNotes,
    }),
    response: z.object({ savedAt: instantSchema }),
  },
  'draft.discard': { request: z.strictObject({ draftId: idSchema }), response: nothing },
  'draft.publish': {
    request: z.strictObject({
      draftId: idSchema,
      /** The version that was shown for confirmation. */
      version: draftVersion,
      /** Idempotency key: the same key twice gives the same take. */
      key: idSchema,
      author,
      /** The clock's stamp, or one set by hand with the reason that is kept. */
      stamp: z.discriminatedUnion('by', [
        z.strictObject({ by: z.literal('clock') }),
        z.strictObject({ by: z.literal('hand'), stamp: knownStampSchema, reason }),
      ]),
    }),
    response: z.object({
      dispatchId: idSchema,
      take: takeSchema,
      revision: revisionSchema,
    }),
  },
} as const;
