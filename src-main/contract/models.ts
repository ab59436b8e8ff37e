import { z } from 'zod';
import { longestHeading } from '../domain/document/heading-step';
import { readFormats } from '../domain/exchange/reading';
import { searchFields } from '../domain/query/query';
import { bounds } from './bounds';
import { exportFormatSchema } from './exchange';
import { noteSchema } from './notes';
import { carriesSchema, embargoEndSchema, stampSchema, takeKindSchema } from './record';
import {
  documentSchema,
  idSchema,
  instantSchema,
  languageSchema,
  lineSchema,
  zoneSchema,
} from './scalars';

/** What was mended while reading a text, as a stable code with the line (from 1) it happened on. */
export const repairSchema = z.object({
  code: z.string().max(80),
  line: z.number().int().positive().optional(),
  detail: z.string().max(bounds.line).optional(),
});

/** A published take as the window shows it. */
export const takeSchema = z.object({
  id: idSchema,
  ordinal: z.number().int().positive(),
  kind: takeKindSchema,
  /** As it stands now: the time supplied last, else the one it was published with. */
  stamp: stampSchema,
  /** Whether the stamp was supplied after the take was published. */
  stampSupplied: z.boolean(),
  /** Why the stamp was set by hand at publishing; null when it was not. */
  stampReason: z.string().nullable(),
  /** The stamp line as it stood in the imported text; null for a take written here. */
  label: z.string().nullable(),
  document: documentSchema,
  /** The line that tells editors what changed; empty where there is none. */
  advisoryLine: z.string(),
  carries: carriesSchema,
  author: lineSchema,
  origin: z.enum(['written', 'imported']),
  /** When it came into this archive. */
  recordedAt: instantSchema,
});
export type TakeModel = z.infer<typeof takeSchema>;

/** When a draft is to be published by itself. */
export const scheduleSchema = z.object({
  /** ms */
  at: instantSchema,
  zone: zoneSchema,
  /** The version that was made ready; a later one is not published without being asked. */
  version: z.number().int().nonnegative(),
  author: lineSchema,
});
export type ScheduleModel = z.infer<typeof scheduleSchema>;

/** A draft take, brought up to its last journaled step. */
export const draftSchema = z.object({
  id: idSchema,
  kind: takeKindSchema,
  document: documentSchema,
  /** Number of journaled steps since the draft began. */
  version: z.number().int().nonnegative(),
  createdAt: instantSchema,
  savedAt: instantSchema,
  /** Number of the dispatch's last take revision when the draft began, or was last merged with it. */
  baseRevision: z.number().int().nonnegative(),
  author: lineSchema,
  /** Whose it says it is when it goes out; empty for the initials of who publishes it. */
  byline: z.string().max(longestHeading),
  /** What it will carry when it is published. */
  facts: z.object({ advisoryLine: z.string().max(bounds.line), carries: carriesSchema }),
  /** Null when it is not to be published by itself. */
  schedule: scheduleSchema.nullable(),
  /** Whether its spaces and signs are set right as one types; null: as the preferences have it. */
  typography: z.enum(['on', 'off']).nullable(),
});
export type DraftModel = z.infer<typeof draftSchema>;

/** What may be changed about a dispatch besides its takes. */
export const detailsSchema = z.object({
  slug: z.string().max(120),
  language: languageSchema,
  /** IPTC urgency, 1 (alert) to 8; 5 is routine. */
  urgency: z.number().int().min(1).max(8),
  desk: z.string().max(120),
  agency: z.string().max(120),
  place: z.string().max(120),
});
export type DetailsModel = z.infer<typeof detailsSchema>;

/** The byte-exact file a dispatch was imported from. */
export const originalSchema = z.object({
  sha256: z.string().length(64),
  name: z.string(),
  byteLength: z.number().int().nonnegative(),
  encoding: z.string(),
  importedAt: instantSchema,
  repairs: z.array(repairSchema),
});
export type OriginalModel = z.infer<typeof originalSchema>;

/** A subject: a Media Topic by its eight digits, or one that only has a name. */
export const subjectSchema = z.object({
  code: z.string().regex(/^(?:\d{8})?$/),
  name: z.string().max(200),
});

/** One dispatch, whole. Takes are in order, first to last. */
export const dispatchSchema = detailsSchema.extend({
  id: idSchema,
  createdAt: instantSchema,
  /** The embargo last set, whether it still holds or not; null where there is none. */
  embargo: embargoEndSchema.nullable(),
  /** Number of the last revision that is a take; 0 before the first. */
  lastTakeRevision: z.number().int().nonnegative(),
  takes: z.array(takeSchema),
  draft: draftSchema.nullable(),
  notes: z.array(noteSchema),
  originals: z.array(originalSchema),
  /** What it is about. */
  subjects: z.array(subjectSchema),
  /** The names of the persons it speaks of. */
  persons: z.array(z.string()),
});
export type DispatchModel = z.infer<typeof dispatchSchema>;

/** The views of the wire. */
export const wireViews = ['all', 'drafts', 'published', 'embargoed', 'to-answer'] as const;
export type WireView = (typeof wireViews)[number];

/** One row of the wire. */
export const wireRowSchema = z.object({
  id: idSchema,
  slug: z.string(),
  headline: z.string(),
  language: languageSchema,
  urgency: z.number().int(),
  /** What the row is ordered by, in ms: the newest known stamp, else the time of saving or of entering the archive. */
  at: instantSchema,
  /** What `at` is: a stamp, the last save of a draft, or the entry of a take whose time is unknown. */
  atIs: z.enum(['stamp', 'saved', 'entered']),
  takes: z.number().int(),
  photos: z.number().int(),
  hasDraft: z.boolean(),
  openNotes: z.number().int(),
  corrected: z.boolean(),
  killed: z.boolean(),
  embargoUntil: instantSchema.nullable(),
});
export type WireRow = z.infer<typeof wireRowSchema>;

/** A range of UTF-16 offsets, `end` exclusive. */
export const rangeSchema = z.object({ start: z.number().int(), end: z.number().int() });
export const markedTextSchema = z.object({ text: z.string(), ranges: z.array(rangeSchema) });

/** What to mark in a text that was found: terms side by side, in one field or anywhere. */
export const matcherSchema = z.object({
  sequence: z.array(z.object({ anyOf: z.array(z.string()), prefix: z.string().nullable() })),
  field: z.enum(searchFields).nullable(),
  /** How each word is written, case and accents too; null: however it is. */
  written: z.array(z.string()).nullable(),
});

/** Something found: a take, a draft, a note, or an original, of one dispatch. */
export const searchHitSchema = z.object({
  dispatchId: idSchema,
  source: z.enum(['take', 'draft', 'note', 'original']),
  /** Its id; of an original, the SHA-256 of the file. */
  sourceId: z.string().max(64),
  kind: z.string(),
  slug: z.string(),
  language: languageSchema,
  stamp: stampSchema.nullable(),
  at: instantSchema,
  headline: markedTextSchema,
  passage: markedTextSchema,
  /** Number of highlighted places in the whole text. */
  places: z.number().int(),
  /** What became of a take's words since; null while they stand. */
  ended: z.enum(['corrected', 'rewritten', 'killed']).nullable(),
  /** Whether the dispatch holds still under an embargo. */
  embargoed: z.boolean(),
  /** The place among these hits of one before it that says nearly the same in another dispatch. */
  repeats: z.number().int().nonnegative().nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Why a file is not taken in. */
export const importRefusals = [
  'empty',
  'binary',
  'too-large',
  'no-text',
  'photo-without-words',
  'photo-broken',
  'not-well-formed',
  'too-deep',
  'too-many-parts',
  'not-news',
  'unknown-format',
  'unreadable',
  'archive',
] as const;

const importedShape = {
  dispatchId: idSchema,
  headline: z.string(),
  takes: z.number().int(),
  encoding: z.string(),
  format: z.enum(readFormats),
  repairs: z.array(repairSchema),
};

/** What became of one dispatch of a file or text given for import. */
export const importItemSchema = z.object({
  name: z.string(),
  byteLength: z.number().int(),
  outcome: z.discriminatedUnion('is', [
    z.object({ is: z.literal('added'), ...importedShape }),
    /** Further takes of a dispatch that was there; `takes` is how many. */
    z.object({ is: z.literal('updated'), ...importedShape }),
    z.object({ is: z.literal('unchanged'), dispatchId: idSchema, headline: z.string() }),
    /** A newer version is there already: the file is kept, nothing else is done with it. */
    z.object({ is: z.literal('older'), dispatchId: idSchema, headline: z.string() }),
    /** A file of notes beside a dispatch: they came in with it. */
    z.object({
      is: z.literal('notes'),
      dispatchId: idSchema,
      headline: z.string(),
      added: z.number().int(),
      unchanged: z.number().int(),
      /** Of those added, the ones whose words were not found. */
      withoutWords: z.number().int(),
    }),
    z.object({
      is: z.literal('refused'),
      reason: z.enum(importRefusals),
      /** What the file looks like, what is wrong with it, or the archive's error code. */
      detail: z.string().optional(),
      /** Line of the file, from 1, where it has a place. */
      line: z.number().int().optional(),
    }),
  ]),
});
export type ImportItem = z.infer<typeof importItemSchema>;

export const importReportSchema = z.object({
  items: z.array(importItemSchema),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  cancelled: z.boolean(),
  durationMs: z.number(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** The widths a line of the sheet can have, in characters, and the sizes of its text, in px. */
export const sheetBounds = { measure: { least: 56, most: 84 }, textSize: { least: 14, most: 28 } };

/** A length that is asked of texts, in characters. */
const lengthSchema = z.number().int().min(10).max(100_000);

/** What the person prefers, kept outside the archive. */
export const preferencesSchema = z.object({
  language: z.enum(['system', 'fr', 'en']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Initials for takes, notes and sign-offs. */
  initials: z.string().max(12),
  /** IANA zone of the desk, or `system`. */
  zone: z.string().max(80),
  /** Whether spaces, quotation marks and other signs are set right as one types. */
  typography: z.boolean(),
  /** Whether spaces and the ends of blocks are shown in drafts. */
  invisibles: z.boolean(),
  /** Whether spelling and style are marked in the text. */
  styleMarks: z.boolean(),
  /** Whether capitals may lack their accents, as in wire copy. */
  wireCapitals: z.boolean(),
  /** Words this person says are right. */
  words: z.array(z.string().min(1).max(bounds.listEntry)).max(bounds.listEntries),
  /** Names as the desk writes them: "preferred" or "preferred | other | other". */
  houseForms: z.array(z.string().min(1).max(bounds.listEntry)).max(bounds.listEntries),
  /** What is written short, and what it stands for: "md | Maison Blanche". */
  abbreviations: z.array(z.string().min(1).max(bounds.listEntry)).max(bounds.listEntries),
  /** Languages whose typography is set right as one types, where `typography` is on. */
  typographyLanguages: z.array(languageSchema).max(2),
  /** What drafts are signed with when they are begun: "atl/mbr"; may be empty. */
  signOff: z.string().max(80),
  /** The longest a headline, an alert and a crosshead should be, in characters; and a feuillet's length. */
  limits: z.strictObject({
    headline: lengthSchema,
    alert: lengthSchema,
    crosshead: lengthSchema,
    feuillet: lengthSchema,
  }),
  /** Whether the line in hand stays at one height of the window. */
  typewriter: z.boolean(),
  /** Characters in a line of the sheet. */
  measure: z.number().int().min(sheetBounds.measure.least).max(sheetBounds.measure.most),
  /** Size of the sheet's text, in px. */
  textSize: z.number().int().min(sheetBounds.textSize.least).max(sheetBounds.textSize.most),
  /** Shortcuts that were changed, by command; null where one was taken away. */
  keymap: z.record(z.string().max(60), z.string().min(1).max(40).nullable()),
  /** The format that exports begin with. */
  exportFormat: exportFormatSchema,
  /** Where new versions are looked for (https); empty: nowhere, and no network. */
  updateFeed: z.string().max(500),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** Who has an archive open for writing, as it noted beside the archive. */
export const archiveHolderSchema = z.object({
  program: z.enum(['workstation', 'command-line']),
  pid: z.number().int(),
  /** Name of the machine. */
  host: z.string(),
  /** Since when, ms. */
  since: instantSchema,
});
export type ArchiveHolder = z.infer<typeof archiveHolderSchema>;

/** Whether the open archive may be written, or why it is only read. */
export const archiveAccessSchema = z.union([
  z.object({ is: z.literal('write') }),
  z.object({ is: z.literal('read'), why: z.literal('asked') }),
  z.object({
    is: z.literal('read'),
    why: z.literal('open-elsewhere'),
    /** Null when it could not be read. */
    holder: archiveHolderSchema.nullable(),
  }),
  z.object({
    is: z.literal('read'),
    why: z.literal('copy'),
    /** Path of the archive it is a copy of. */
    original: z.string(),
  }),
]);
export type ArchiveAccess = z.infer<typeof archiveAccessSchema>;

/** The state of the open archive, or why none is open. */
export const archiveStatusSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('open'),
    id: idSchema,
    name: z.string(),
    path: z.string(),
    sample: z.boolean(),
    dispatches: z.number().int(),
    access: archiveAccessSchema,
    /** By how much the machine's clock is behind the newest entry of the record, in ms. */
    clockBehind: z.number().int().nonnegative(),
    /** When it was last verified, and how many problems were found; null while it never was. */
    verified: z.object({ at: instantSchema, problems: z.number().int() }).nullable(),
    /** Drafts that were being written when the workstation last stopped without closing. */
    recovered: z.array(
      z.object({
        dispatchId: idSchema,
        draftId: idSchema,
        headline: z.string(),
        savedAt: instantSchema,
      }),
    ),
  }),
  z.object({
    state: z.literal('problem'),
    code: z.string(),
    path: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type ArchiveStatus = z.infer<typeof archiveStatusSchema>;
