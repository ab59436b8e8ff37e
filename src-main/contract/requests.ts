import { z } from 'zod';
import { backupRequests } from './backups';
import { salvageRequests } from './salvage';
import { bounds } from './bounds';
import { exportFormatSchema, exportReportSchema, exportScopeSchema } from './exchange';
import type { ChannelName } from './channels';
import { comparedStateSchema, comparisonSchema, comparisonWordsSchema } from './compare';
import { deliveryRequests } from './deliveries';
import { draftRequests } from './draft-requests';
import { findRequests } from './find';
import { lifeSchema } from './life';
import {
  archiveStatusSchema,
  detailsSchema,
  dispatchSchema,
  importReportSchema,
  preferencesSchema,
  wireRowSchema,
  wireViews,
} from './models';
import {
  embargoEndSchema,
  knownStampSchema,
  problemPlaceSchema,
  revisionSchema,
  stateRefSchema,
  stateSchema,
} from './record';
import { photoRequests } from './photos';
import { libraryRequests } from './library';
import { licenceRequests } from './licences';
import { noteRequests } from './note-requests';
import {
  authorSchema,
  documentSchema,
  idSchema,
  instantSchema,
  languageSchema,
  nothingSchema,
  reasonSchema,
  signoffSchema,
} from './scalars';
import { searchRequests } from './search';
import { templateRequests } from './templates';
import { topicRequests } from './topics';
import { styleRequests } from './style';
import { traceSchema } from './trace';

const nothing = nothingSchema;
const twoStates = z.strictObject({ left: stateRefSchema, right: stateRefSchema });
const author = authorSchema;
const reason = reasonSchema;

/** The request and response schema of every channel. Requests are strict: an unknown key is refused. */
export const requests = {
  'archive.status': { request: nothing, response: archiveStatusSchema },
  'archive.retry': { request: nothing, response: nothing },
  'archive.choose': { request: nothing, response: nothing },
  'archive.create': { request: nothing, response: nothing },
  'archive.open-sample': { request: nothing, response: nothing },
  /** Leaves the sample archive for the person's own. */
  'archive.open-own': { request: nothing, response: nothing },
  /** Leaves a copy for the archive it is a copy of. */
  'archive.open-original': { request: nothing, response: nothing },
  /** Gives the copy that is open an identity of its own, and opens it for writing. */
  'archive.make-own': { request: nothing, response: nothing },
  /** Copies the archive that is not in a safe place to one the person chooses, and opens it there. */
  'archive.bring-home': { request: nothing, response: nothing },
  'archive.verify': {
    request: nothing,
    response: z.object({
      dispatches: z.number().int(),
      revisions: z.number().int(),
      /** Each a stable code and what it concerns; empty when the record is whole. */
      problems: z.array(
        z.object({
          code: z.string(),
          subject: z.string(),
          where: problemPlaceSchema.nullable(),
        }),
      ),
    }),
  },
  'archive.backup': {
    request: nothing,
    response: z.object({ path: z.string(), byteLength: z.number().int() }),
  },
  ...backupRequests,
  ...salvageRequests,
  'archive.acknowledge-recovery': { request: nothing, response: nothing },
  'wire.list': {
    request: z.strictObject({
      view: z.enum(wireViews),
      /** The last row of the page before: rows after it in the order (newest first) follow. */
      after: z.strictObject({ at: instantSchema, id: idSchema }).nullable(),
      limit: z.number().int().min(1).max(bounds.pageRows),
    }),
    response: z.object({
      rows: z.array(wireRowSchema),
      counts: z.record(z.enum(wireViews), z.number().int()),
    }),
  },
  'dispatch.get': { request: z.strictObject({ id: idSchema }), response: dispatchSchema },
  'dispatch.create': {
    request: z.strictObject({
      language: languageSchema,
      author,
      signoff: signoffSchema,
      /** What it begins with, where it begins by a template. */
      template: z
        .strictObject({
          document: documentSchema,
          desk: detailsSchema.shape.desk,
          urgency: detailsSchema.shape.urgency,
        })
        .optional(),
    }),
    response: z.object({ dispatchId: idSchema, draftId: idSchema }),
  },
  'dispatch.set-details': {
    request: z.strictObject({ id: idSchema, details: detailsSchema }),
    response: detailsSchema,
  },
  'dispatch.history': {
    request: z.strictObject({ id: idSchema }),
    response: z.object({ revisions: z.array(revisionSchema), chainIsWhole: z.boolean() }),
  },
  /** What happened to a dispatch, over time. */
  'dispatch.life': { request: z.strictObject({ id: idSchema }), response: lifeSchema },
  'dispatch.save-original': {
    request: z.strictObject({ sha256: z.string().length(64) }),
    response: z.object({ path: z.string() }),
  },
  ...draftRequests,
  ...findRequests,
  /** Where the sentences of a take stand elsewhere in the archive. */
  'take.trace': {
    request: z.strictObject({
      takeId: idSchema,
      /** Whether to list dispatches too that share nothing but formulas. */
      formulas: z.boolean(),
    }),
    response: traceSchema,
  },
  /** Supplies the time of a published take, or puts it right; the record keeps both. */
  'take.set-stamp': {
    request: z.strictObject({ takeId: idSchema, stamp: knownStampSchema, reason, author }),
    response: nothing,
  },
  /** Sets, moves or lifts (null) the embargo of a dispatch. */
  'dispatch.set-embargo': {
    request: z.strictObject({
      id: idSchema,
      until: embargoEndSchema.nullable(),
      reason,
      author,
    }),
    response: nothing,
  },
  /** The published text of a dispatch to be given out; refused while an embargo holds. */
  'dispatch.release': {
    request: z.strictObject({ id: idSchema }),
    response: z.object({
      /** A name for a file of it, without an extension. */
      name: z.string(),
      /** The wire form. */
      text: z.string(),
      html: z.string(),
    }),
  },
  /** Lets a person drag the dispatch out as a file of the preferred format; refused under an embargo. */
  'dispatch.drag': { request: z.strictObject({ id: idSchema }), response: nothing },
  /** Saves the published text of a dispatch where the person says. */
  'dispatch.export': {
    request: z.strictObject({ id: idSchema }),
    response: z.object({ path: z.string() }),
  },
  /** Prints the published text of a dispatch. */
  /** Saves the proof file of a dispatch where the person says. */
  'dispatch.save-proof': {
    request: z.strictObject({ id: idSchema }),
    response: z.object({ path: z.string() }),
  },
  /** Prints the list of what was found, which the page has ready. */
  'search.print': { request: nothing, response: nothing },
  'dispatch.print': { request: z.strictObject({ id: idSchema }), response: nothing },
  'state.read': {
    request: z.strictObject({ ref: stateRefSchema }),
    response: stateSchema,
  },
  /** Compares two states, of one dispatch or of two; the left one is usually the earlier. */
  'compare.states': {
    request: twoStates,
    response: z.object({
      left: comparedStateSchema,
      right: comparedStateSchema,
      comparison: comparisonSchema,
    }),
  },
  /** A comparison to be copied; refused while an embargo on either dispatch holds. */
  'compare.release': {
    request: twoStates.extend({ words: comparisonWordsSchema }),
    response: z.object({ html: z.string(), text: z.string() }),
  },
  /** Saves a comparison as an HTML page where the person says; refused like `compare.release`. */
  'compare.export': {
    request: twoStates.extend({ words: comparisonWordsSchema }),
    response: z.object({ path: z.string() }),
  },
  /** The drafts whose hour has passed without their being published. */
  'schedule.missed': {
    request: nothing,
    response: z.object({
      missed: z.array(
        z.object({
          draftId: idSchema,
          dispatchId: idSchema,
          /** ms; the hour that was set, in its zone. */
          at: instantSchema,
          zone: z.string(),
          /** The machine slept or the workstation was closed; the draft was written on; a refusal. */
          why: z.enum(['late', 'changed', 'refused']),
          /** The check that refused it, if one did. */
          check: z.string().nullable(),
        }),
      ),
    }),
  },
  ...libraryRequests,
  ...templateRequests,
  ...noteRequests,
  ...searchRequests,
  ...styleRequests,
  'import.choose': { request: nothing, response: importReportSchema },
  'import.text': {
    request: z.strictObject({ text: z.string().max(bounds.pastedText), name: z.string().max(200) }),
    response: importReportSchema,
  },
  'import.paths': {
    request: z.strictObject({ paths: z.array(z.string().min(1).max(4_096)).min(1).max(10_000) }),
    response: importReportSchema,
  },
  /** Imports the files the workstation was opened with; `cancelled` where none wait. */
  'import.opened': { request: nothing, response: importReportSchema },
  'import.cancel': { request: nothing, response: nothing },
  /** Saves the words of a report where the person says. */
  'import.save-report': {
    request: z.strictObject({ text: z.string().max(bounds.pastedText), name: z.string().max(200) }),
    response: z.object({ path: z.string() }),
  },
  /** Writes dispatches as files of a format where the person says. */
  'export.run': {
    request: z.strictObject({ scope: exportScopeSchema, format: exportFormatSchema }),
    response: exportReportSchema,
  },
  'export.cancel': { request: nothing, response: nothing },
  ...deliveryRequests,
  ...topicRequests,
  ...licenceRequests,
  /** What helps somebody else to understand a fault; no words, names or paths. */
  'app.diagnostics': { request: nothing, response: z.object({ text: z.string() }) },
  ...photoRequests,
  'preferences.get': {
    request: nothing,
    response: z.object({
      preferences: preferencesSchema,
      /** What `system` stands for now. */
      resolved: z.object({ language: languageSchema, zone: z.string() }),
      platform: z.enum(['mac', 'windows', 'linux']),
      version: z.string(),
    }),
  },
  'preferences.set': { request: preferencesSchema.partial().strict(), response: preferencesSchema },
  /** Saves the preferences as a file where the person says. */
  'preferences.export': { request: nothing, response: z.object({ path: z.string() }) },
  /** Takes in the preferences of a file the person chooses, all or none; how many differ from before. */
  'preferences.import': {
    request: nothing,
    response: z.object({ taken: z.number().int().nonnegative() }),
  },
  /** The link the workstation was last opened with, once. */
  'window.take-link': {
    request: nothing,
    response: z.object({
      link: z.object({ dispatchId: idSchema, at: instantSchema.nullable() }).nullable(),
    }),
  },
  'window.flushed': {
    request: z.strictObject({
      token: z.number().int(),
      /** Whether everything typed reached the archive. */
      clean: z.boolean(),
    }),
    response: nothing,
  },
  /** Opens another window: on a dispatch, or on what the wire has newest. */
  'window.open': {
    request: z.strictObject({ dispatchId: idSchema.nullable() }),
    response: nothing,
  },
  /** Opens the application menu at a place of the page, in its pixels. */
  'window.show-menu': {
    request: z.strictObject({ x: z.number().nonnegative(), y: z.number().nonnegative() }),
    response: nothing,
  },
} satisfies Record<ChannelName, { request: z.ZodType; response: z.ZodType }>;

export type RequestOf<C extends ChannelName> = z.infer<(typeof requests)[C]['request']>;
export type ResponseOf<C extends ChannelName> = z.infer<(typeof requests)[C]['response']>;
