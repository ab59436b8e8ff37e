import { z } from 'zod';
import { leavableKinds } from '../domain/style/marks';
import { bounds } from './bounds';
import { idSchema, languageSchema, nothingSchema } from './scalars';

const stretch = { start: z.number().int().nonnegative(), end: z.number().int().nonnegative() };

/** A finding on words that a person decided to leave as they are. */
export const leftSchema = z.object({
  kind: z.enum(leavableKinds),
  /** The words as they stand, or what tells the place from others. */
  words: z.string().min(1).max(bounds.line),
});
export type LeftModel = z.infer<typeof leftSchema>;

/** The request and response schema of the channels on spelling and style. */
export const styleRequests = {
  /** The language and the misspelled words of some text blocks; UTF-16 offsets. */
  'style.check': {
    request: z.strictObject({
      blocks: z
        .array(
          z.strictObject({
            text: z.string().max(bounds.styleText),
            /** Of the dispatch; holds where the block does not tell its own. */
            language: languageSchema,
            /** What is marked as being in another language. */
            parts: z
              .array(z.strictObject({ ...stretch, language: z.enum(['fr', 'en', 'other']) }))
              .max(bounds.styleParts),
          }),
        )
        .max(bounds.styleBlocks),
    }),
    response: z.object({
      blocks: z.array(
        z.object({
          language: languageSchema.nullable(),
          unknown: z.array(
            z.object({ ...stretch, is: z.enum(['unknown', 'wire']), name: z.boolean() }),
          ),
        }),
      ),
    }),
  },
  /** What may have been meant by a misspelled word, likeliest first. */
  'style.suggest': {
    request: z.strictObject({ word: z.string().min(1).max(200), language: languageSchema }),
    response: z.object({ suggestions: z.array(z.string()) }),
  },
  /** The findings left as they are in a dispatch. */
  'style.left': {
    request: z.strictObject({ dispatchId: idSchema }),
    response: z.object({ left: z.array(leftSchema) }),
  },
  /** Leaves a finding as it is from now on, or takes it up again. */
  'style.leave': {
    request: z.strictObject({ dispatchId: idSchema, left: leftSchema, stays: z.boolean() }),
    response: nothingSchema,
  },
} as const;
