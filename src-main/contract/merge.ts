import { z } from 'zod';
import type { Merge } from '../domain/compare/merge';
import { idSchema } from './scalars';

/** A draft beside what was published since it was begun. */
export const draftMergeSchema = z.object({
  /** The version of the draft that was merged, and the revision its takes go up to. */
  version: z.number().int().nonnegative(),
  baseRevision: z.number().int().nonnegative(),
  /** The takes published since, by id, in order. */
  since: z.array(idSchema).readonly(),
  /**
   * Both texts merged, made in main and only read elsewhere. Null where there is nothing to merge: a
   * draft with words of its own, or published words that read as they did.
   */
  merge: z
    .custom<Merge>((value) => typeof value === 'object' && value !== null && 'hunks' in value)
    .nullable(),
});
export type DraftMerge = z.infer<typeof draftMergeSchema>;
