import { z } from 'zod';
import { listFormats, textFormats } from '../domain/exchange/write';
import { appErrorSchema } from './errors';
import { idSchema } from './scalars';

/**
 * Formats of a file for each dispatch which its published words alone do not make: a Word document,
 * its notes, and all that the archive has of it.
 */
export const otherFormats = ['docx', 'webanno', 'bundle'] as const;
export type OtherFormat = (typeof otherFormats)[number];

/** Every format a dispatch can be written in, by the names of the command line. */
export const exportFormats = [...textFormats, ...otherFormats, ...listFormats] as const;
export type ExportFormat = (typeof exportFormats)[number];
export const exportFormatSchema = z.enum(exportFormats);

/** What is exported: some dispatches, what a query finds, or all that is published. */
export const exportScopeSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('dispatches'), ids: z.array(idSchema).min(1).max(10_000) }),
  z.object({ of: z.literal('query'), text: z.string().max(1_000) }),
  z.object({ of: z.literal('all') }),
]);
export type ExportScope = z.infer<typeof exportScopeSchema>;

/** What became of an export. */
export const exportReportSchema = z.object({
  /** The file, or the folder of the files. */
  path: z.string(),
  format: exportFormatSchema,
  /** Dispatches that were written. */
  written: z.number().int(),
  files: z.number().int(),
  byteLength: z.number().int(),
  /** Dispatches with nothing of what the format carries, for instance without notes. */
  empty: z.number().int(),
  /** Dispatches that were not written, and why; the first thousand. */
  refused: z.array(z.object({ dispatchId: idSchema, slug: z.string(), error: appErrorSchema })),
  refusedCount: z.number().int(),
  /** Whether a query found more than are exported at once. */
  more: z.boolean(),
  cancelled: z.boolean(),
});
export type ExportReport = z.infer<typeof exportReportSchema>;
