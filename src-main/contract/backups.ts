import { z } from 'zod';
import { comparisonSchema } from './compare';
import { bounds } from './bounds';
import {
  authorSchema,
  documentSchema,
  idSchema,
  instantSchema,
  languageSchema,
  lineSchema,
  nothingSchema,
} from './scalars';

/** A backup of the archive, verified when it was made. */
export const backupSchema = z.object({
  path: z.string(),
  at: instantSchema,
  /** By the clock, asked for, or before something that changes much. */
  reason: z.enum(['clock', 'asked', 'migration', 'restore']),
  /** Whether it opens with a passphrase only. */
  sealed: z.boolean(),
  /** Bytes. */
  byteLength: z.number().int().nonnegative(),
});
export type BackupModel = z.infer<typeof backupSchema>;

/** Fewer letters than this are no secret. */
export const shortestPassphrase = 10;
const passphraseSchema = z.string().min(shortestPassphrase).max(bounds.line);

const failureSchema = z.object({ at: instantSchema, code: z.string() });

/** How far a dispatch is in an archive. */
export type Standing = {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly takes: number;
  /** Entries of its record. */
  readonly entries: number;
  readonly lastHash: string | null;
  /** ms; null without an open draft. */
  readonly draftSavedAt: number | null;
  readonly notes: number;
  /** ms; null where no note was ever changed. */
  readonly notesChangedAt: number | null;
};

/** The words of a dispatch: those of its draft, else the story as it reads. */
export const backedUpWordsSchema = z.object({
  slug: lineSchema,
  language: languageSchema,
  of: z.enum(['draft', 'story']),
  document: documentSchema,
});
export type BackedUpWords = z.infer<typeof backedUpWordsSchema>;

/** What a dispatch in a backup is beside today's. */
export const backedUpStandings = ['same', 'gone', 'behind', 'ahead', 'other'] as const;
export type BackedUpStanding = (typeof backedUpStandings)[number];

const backedUpDispatchSchema = z.object({
  id: idSchema,
  slug: z.string(),
  headline: z.string(),
  takes: z.number().int(),
  draftSavedAt: instantSchema.nullable(),
  /**
   * `gone`: not in the archive; `behind`: the archive has newer; `ahead`: the backup has takes or
   * notes that the archive has not; `other`: its record tells another history.
   */
  standing: z.enum(backedUpStandings),
});
export type BackedUpDispatch = z.infer<typeof backedUpDispatchSchema>;

const inBackup = z.strictObject({ path: z.string().max(bounds.path), id: idSchema });

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
      second: z
        .object({
          folder: z.string(),
          failure: failureSchema.nullable(),
          /** Whether backups there are sealed with a passphrase. */
          sealed: z.boolean(),
        })
        .nullable(),
    }),
  },
  /** Asks for the second folder, or for none, and makes a backup there. */
  'archive.set-second-folder': {
    request: z.strictObject({ choose: z.boolean() }),
    response: nothingSchema,
  },
  /** Makes a backup now, among the others. */
  'archive.back-up-now': { request: nothingSchema, response: nothingSchema },
  /**
   * Has backups in the second folder sealed with a passphrase from now on, or no longer (null), and
   * makes one there.
   */
  'archive.seal-second': {
    request: z.strictObject({ passphrase: passphraseSchema.nullable() }),
    response: nothingSchema,
  },
  /** Puts one of the archive's own backups in its place. What is there is kept. */
  'archive.restore': {
    request: z.strictObject({
      path: z.string().max(bounds.path),
      /** For one that is sealed. */
      passphrase: z.string().max(bounds.line).optional(),
    }),
    response: z.object({
      /** Where the archive as it was is kept. */
      kept: z.string(),
    }),
  },
  /** Dispatches of a backup whose slug or headline has words that begin as typed; else its newest. */
  'backup.dispatches': {
    request: z.strictObject({ path: z.string().max(bounds.path), typed: z.string().max(200) }),
    response: z.object({ dispatches: z.array(backedUpDispatchSchema) }),
  },
  /** A dispatch as a backup has it, beside today's. */
  'backup.dispatch': {
    request: inBackup,
    response: z.object({
      past: backedUpWordsSchema,
      /** Null where the archive has it no more: it is then compared with itself. */
      today: backedUpWordsSchema.nullable(),
      comparison: comparisonSchema,
    }),
  },
  /** Brings back what the archive has not of a dispatch; what is there is not changed. */
  'backup.bring-back': {
    request: inBackup,
    response: z.object({
      dispatchId: idSchema,
      takes: z.number().int(),
      notes: z.number().int(),
      draft: z.boolean(),
    }),
  },
  /** Begins a dispatch of its own with the words a backup has of one. */
  'backup.copy-dispatch': {
    request: inBackup.extend({ author: authorSchema }),
    response: z.object({ dispatchId: idSchema }),
  },
} as const;
