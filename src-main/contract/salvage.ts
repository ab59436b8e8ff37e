import { z } from 'zod';
import { instantSchema, nothingSchema } from './scalars';

/** An entry of the record that could not be saved as what it was recorded as. */
export const lostEntrySchema = z.object({
  dispatchId: z.string(),
  slug: z.string(),
  headline: z.string(),
  /** Number of the revision in the dispatch. */
  number: z.number().int(),
  /** Ordinal of the take; null for an entry that is no take. */
  ordinal: z.number().int().nullable(),
  /** The words of the take as far as they could be read: nobody can vouch for them. */
  text: z.string(),
});
export type LostEntry = z.infer<typeof lostEntrySchema>;

/** What a salvage found and did. */
export const salvageReportSchema = z.object({
  /** Where the damaged archive is kept as it lies, its journal beside it. */
  kept: z.string(),
  /** The backup it was mended on; null where there was none that verified. */
  base: z
    .object({
      path: z.string(),
      at: instantSchema,
      /** It is of a history that a restore had put away: no other backup verified. */
      putAway: z.boolean(),
    })
    .nullable(),
  /** In the mended archive. */
  dispatches: z.number().int(),
  takes: z.number().int(),
  /** Takes that the backup did not have. */
  added: z.number().int(),
  drafts: z.number().int(),
  lost: z.array(lostEntrySchema),
  lostDrafts: z.number().int(),
  lostOriginals: z.number().int(),
  /** Tables of which not every row could be read. */
  torn: z.array(z.string()),
});
export type SalvageReport = z.infer<typeof salvageReportSchema>;

/** The channels of mending an archive. */
export const salvageRequests = {
  /** Mends the archive that is open, or that could not be opened; the windows are loaded again. */
  'archive.mend': { request: nothingSchema, response: salvageReportSchema },
  /** What the last mending since the start found and did, until somebody has seen it. */
  'archive.mended': {
    request: nothingSchema,
    response: z.object({ report: salvageReportSchema.nullable() }),
  },
  'archive.acknowledge-mending': { request: nothingSchema, response: nothingSchema },
} as const;
