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

const position = z.number().int().nonnegative();
/** Where a selection was: positions in the document. */
const placeSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('text'), anchor: position, head: position }),
  z.strictObject({ is: z.literal('node'), anchor: position }),
  z.strictObject({ is: z.literal('all') }),
]);
/** What one undo takes back, oldest first. */
const undoGroupSchema = z.strictObject({
  place: placeSchema,
  items: z
    .array(
      z.union([
        /** The step that takes one back. */
        z.strictObject({ step: stepSchema }),
        /** What moved in between: of each range its start before, and its size before and after. */
        z.strictObject({
          map: z.array(position).max(bounds.undoItems).readonly(),
          /** How many items before stands the one that this one takes back. */
          mirror: position.nullable(),
        }),
      ]),
    )
    .max(bounds.undoItems)
    .readonly(),
});
/** A stack of such groups: from one on it is now as said, and what is below the first is let go. */
const undoStackSchema = z.strictObject({
  first: position,
  from: position,
  groups: z.array(undoGroupSchema).max(bounds.undoGroups),
});

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
  /** Says whether typography is set right as one types in this draft alone. */
  'draft.set-typography': {
    request: z.strictObject({ draftId: idSchema, typography: z.enum(['on', 'off']) }),
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
  /** The drafts that were discarded and can be brought back, the last one first. */
  'draft.discarded': {
    request: nothing,
    response: z.object({
      drafts: z.array(
        z.object({
          draftId: idSchema,
          dispatchId: idSchema,
          slug: z.string(),
          headline: z.string(),
          /** The beginning of its words after the headline. */
          words: z.string(),
          kind: takeKindSchema,
          discardedAt: instantSchema,
          /** Whether its dispatch has another draft by now, which is to be published or discarded first. */
          isTaken: z.boolean(),
        }),
      ),
    }),
  },
  /** Brings back a draft that was discarded; null is the last one of the dispatch. */
  'draft.restore': {
    request: z.strictObject({ dispatchId: idSchema, draftId: idSchema.nullable() }),
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
      /** What can be undone and done again after them, as far as it changed; null where that is not known. */
      undo: z.strictObject({ undo: undoStackSchema, redo: undoStackSchema }).nullable(),
    }),
    response: z.object({ version: draftVersion, savedAt: instantSchema }),
  },
  /** Takes over what could be undone before the window, or the workstation, was started again. */
  'draft.undo': {
    request: z.strictObject({
      draftId: idSchema,
      clientId: idSchema,
      /** The version the window has. */
      version: draftVersion,
    }),
    response: z.discriminatedUnion('is', [
      z.object({ is: z.literal('none') }),
      z.object({
        is: z.literal('kept'),
        undo: undoStackSchema.omit({ from: true }),
        redo: undoStackSchema.omit({ from: true }),
        /** The steps since, which others made. */
        since: z.array(stepSchema),
      }),
    ]),
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
