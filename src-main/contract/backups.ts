import { z } from 'zod';
import { instantSchema, nothingSchema } from './scalars';

/** A backup of the archive, verified when it was made. */
export const backupSchema = z.object({
  path: z.string(),
  at: instantSchema,
  /** By the clock, asked for, or before something that changes much. */
  reason: z.enum(['clock', 'asked', 'migration', 'restore']),
  /** Bytes. */
  byteLength: z.number().int().nonnegative(),
});
export type BackupModel = z.infer<typeof backupSchema>;

const failureSchema = z.object({ at: instantSchema, code: z.string() });

/** The channels of the archive's own backups. */
export const backupRequests = {
  'archive.backups': {
    request: nothingSchema,
    response: z.object({
      folder: z.string(),
      /** Newest first. */
      backups: z.array(backupSchema),
      /** Why the last backup could not be made; null when it could. */
      failure: failureSchema.nullable(),
      /** Where they are kept too, and why the last one could not be; null for nowhere. */
      second: z.object({ folder: z.string(), failure: failureSchema.nullable() }).nullable(),
    }),
  },
  /** Asks for the second folder, or for none, and makes a backup there. */
  'archive.set-second-folder': {
    request: z.strictObject({ choose: z.boolean() }),
    response: nothingSchema,
  },
  /** Makes a backup now, among the others. */
  'archive.back-up-now': { request: nothingSchema, response: nothingSchema },
  /** Puts one of the archive's own backups in its place. What is there is kept. */
  'archive.restore': {
    request: z.strictObject({ path: z.string().max(4_096) }),
    response: z.object({
      /** Where the archive as it was is kept. */
      kept: z.string(),
    }),
  },
} as const;
