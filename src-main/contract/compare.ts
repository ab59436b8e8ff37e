import { z } from 'zod';
import type { Comparison } from '../domain/compare/comparison';
import type { ComparisonWords } from '../domain/compare/words-of-comparison';
import { stateSchema } from './record';
import { lineSchema } from './scalars';

/** Two texts compared. It is made in main and only read elsewhere. */
export const comparisonSchema = z.custom<Comparison>(
  (value) => typeof value === 'object' && value !== null && 'rows' in value && 'counts' in value,
);

/** What is to be known of a compared state besides its text. */
export const comparedStateSchema = stateSchema.omit({ document: true });
export type ComparedState = z.infer<typeof comparedStateSchema>;

/** The words around a comparison that is written out, in the language of the window. */
export const comparisonWordsSchema = z.strictObject({
  language: lineSchema,
  heading: lineSchema,
  left: lineSchema,
  right: lineSchema,
  summary: lineSchema,
  inserted: lineSchema,
  deleted: lineSchema,
  formatted: lineSchema,
  movedHere: lineSchema,
  movedAway: lineSchema,
}) satisfies z.ZodType<ComparisonWords>;
