import { z } from 'zod';
import { longestPerson, mostPersons } from '../domain/exchange/persons';
import { subjectSchema } from './models';
import { idSchema, instantSchema, nothingSchema } from './scalars';
import { searchTextSchema } from './search';

/** A subject of the IPTC Media Topics, with its names; one may be empty. */
export const topicSchema = z.object({
  code: z.string().length(8),
  fr: z.string(),
  en: z.string(),
  broader: z.string(),
});

const knownShape = {
  /** Topics that may be chosen. */
  count: z.number().int(),
  /** ISO 8601, of the newest file that was loaded; null where none was. */
  release: z.string().nullable(),
};

/** The channels of subjects. */
export const topicRequests = {
  /** Topics by their name in either language, or by the beginning of their code. */
  'topic.find': {
    request: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(100) }),
    response: z.object({ topics: z.array(topicSchema), ...knownShape }),
  },
  /** Takes in files of the vocabulary that the person chooses. */
  'topic.load': { request: nothingSchema, response: z.object(knownShape) },
  /** Adds a subject to every dispatch a search finds, up to 10,000. */
  'topic.add-to-found': {
    request: z.strictObject({
      text: searchTextSchema,
      asOf: instantSchema.nullable(),
      subject: subjectSchema,
    }),
    response: z.object({
      /** The dispatches that were not about it before. */
      ids: z.array(idSchema),
      /** Dispatches that were found. */
      found: z.number().int(),
      /** Whether more were found than are given a subject at once. */
      more: z.boolean(),
    }),
  },
  'topic.take-away': {
    request: z.strictObject({ ids: z.array(idSchema).max(10_000), subject: subjectSchema }),
    response: nothingSchema,
  },
  'dispatch.set-subjects': {
    request: z.strictObject({ id: idSchema, subjects: z.array(subjectSchema).max(100) }),
    response: nothingSchema,
  },
  /** Says whom a dispatch speaks of, in place of what was said before. */
  'dispatch.set-persons': {
    request: z.strictObject({
      id: idSchema,
      persons: z.array(z.string().max(longestPerson)).max(mostPersons),
    }),
    response: nothingSchema,
  },
} as const;
