import { z } from 'zod';
import { takeKinds } from '../domain/record/take';
import { bounds } from './bounds';
import { matcherSchema, searchHitSchema } from './models';
import { idSchema, instantSchema } from './scalars';

/** What a search is asked for. */
export const searchTextSchema = z.string().max(bounds.query);
export const searchSortSchema = z.enum(['date', 'relevance']);
export type SearchSort = z.infer<typeof searchSortSchema>;

/** What could not be understood in a query, at its UTF-16 offsets, and what to put in its place. */
export const queryProblemSchema = z.object({
  code: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  suggestion: z.string().optional(),
});

/** How an answer came about. */
export const answeredSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('index') }),
  /** By reading so many dispatches, the newest first: the index is not to be had. */
  z.object({
    by: z.literal('reading'),
    read: z.number().int(),
    of: z.number().int(),
    why: z.enum(['building', 'damaged']),
  }),
]);

/** A page of what a search found. */
export const searchPageSchema = z.object({
  hits: z.array(searchHitSchema),
  /** Where the next page begins; null after the last. */
  next: z.number().nullable(),
  problems: z.array(queryProblemSchema),
  /** What was looked for, to mark it in a whole text. */
  matchers: z.array(matcherSchema),
  /** Whether a beginning stood for more words than were looked up. */
  bounded: z.boolean(),
  /** Among how many of the newest hits relevance was reckoned, where there are more. */
  rankedAmong: z.number().int().nullable(),
  answered: answeredSchema,
  /** Time in the archive's threads, in ms. */
  tookMs: z.number(),
});
export type SearchPageModel = z.infer<typeof searchPageSchema>;

const facetSchema = z.array(
  z.object({
    value: z.string(),
    count: z.number().int(),
    /** What it is called in each language, where that is not its value. */
    names: z.object({ fr: z.string(), en: z.string() }).optional(),
  }),
);

/** The facets, in the order they are shown. */
export const facetNames = [
  'year',
  'source',
  'kind',
  'language',
  'desk',
  'agency',
  'place',
  'subject',
  'person',
  'urgency',
] as const;
export type FacetName = (typeof facetNames)[number];

/** What there is to say of everything a search finds. */
export const searchCountSchema = z.object({
  total: z.number().int(),
  dispatches: z.number().int(),
  facets: z.object({
    year: facetSchema,
    desk: facetSchema,
    agency: facetSchema,
    place: facetSchema,
    subject: facetSchema,
    person: facetSchema,
    language: facetSchema,
    kind: facetSchema,
    urgency: facetSchema,
    source: facetSchema,
  }),
  histogram: z.object({
    unit: z.enum(['day', 'month', 'year']),
    /** Without gaps, oldest first; `from` is the first day, YYYY-MM-DD. */
    bars: z.array(z.object({ from: z.string(), count: z.number().int() })),
  }),
  /** Entries whose time nobody knows. */
  undated: z.number().int(),
  /** False where there may be more than was counted. */
  whole: z.boolean(),
  /** The query with unknown words put right; null where there is nothing to put right. */
  didYouMean: z.string().nullable(),
  tookMs: z.number(),
});
export type SearchCountModel = z.infer<typeof searchCountSchema>;

const dayNumberSchema = z.number().int();
const countsSchema = z.object({
  report: z.number().int(),
  /** Writethrus and advisories with them. */
  update: z.number().int(),
  correction: z.number().int(),
  kill: z.number().int(),
});

/** What was published when, over the whole archive. */
export const timeLineSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('counted'),
    /** Oldest first; `day` in days since 1970-01-01 of the desk; dispatches by their first take. */
    days: z.array(countsSchema.extend({ day: dayNumberSchema, dispatches: z.number().int() })),
    /** Takes whose time nobody knows. */
    undated: z.number().int(),
    /** The day it is at the desk. */
    today: dayNumberSchema,
  }),
  /** The index, over which is counted, is being built. */
  z.object({ state: z.literal('building') }),
]);
export type TimeLineModel = z.infer<typeof timeLineSchema>;

/** What was published on a day, oldest first. */
export const dayTakesSchema = z.object({
  takes: z.array(
    z.object({
      takeId: idSchema,
      dispatchId: idSchema,
      slug: z.string(),
      headline: z.string(),
      kind: z.enum(takeKinds),
      /** ms. */
      at: instantSchema,
      /** The hour clocks at the desk showed; null where only the day is known. */
      hour: z.number().int().nullable(),
    }),
  ),
  /** Whether there are more than are told. */
  more: z.boolean(),
});
export type DayTakesModel = z.infer<typeof dayTakesSchema>;

/** A search kept in the archive. */
export const savedSearchSchema = z.object({
  id: idSchema,
  name: z.string(),
  query: z.string(),
  sort: searchSortSchema,
  /** Takes it finds that came since it was last looked at. */
  fresh: z.number().int(),
});
export type SavedSearchModel = z.infer<typeof savedSearchSchema>;

/** How far the index is. */
export const indexProgressSchema = z.object({
  building: z.boolean(),
  done: z.number().int(),
  of: z.number().int(),
  why: z.string(),
});

const nothing = z.strictObject({});
const asked = { text: searchTextSchema, asOf: instantSchema.nullable() };

/** The channels of the search. */
export const searchRequests = {
  'search.query': {
    request: z.strictObject({
      ...asked,
      sort: searchSortSchema,
      after: z.number().nullable(),
      limit: z.number().int().min(1).max(bounds.pageRows),
    }),
    response: searchPageSchema,
  },
  'search.count': { request: z.strictObject(asked), response: searchCountSchema },
  /** Dispatches and takes by day, over the whole archive. */
  'search.days': { request: nothing, response: timeLineSchema },
  /** What was published on a day, in days since 1970-01-01 of the desk. */
  'search.day': {
    request: z.strictObject({ day: z.number().int().min(-400_000).max(2_900_000) }),
    response: dayTakesSchema,
  },
  /** Words of the archive that begin so, or desks, agencies, places whose names have words that do. */
  'search.complete': {
    request: z.strictObject({
      of: z.enum(['word', 'desk', 'agency', 'place', 'person']),
      typed: z.string().max(200),
    }),
    response: z.object({
      items: z.array(z.object({ text: z.string(), count: z.number().int() })),
    }),
  },
  'search.similar': {
    request: z.strictObject({ dispatchId: idSchema }),
    response: z.object({ hits: z.array(searchHitSchema), terms: z.array(z.string()) }),
  },
  'search.saved': {
    request: nothing,
    response: z.object({ searches: z.array(savedSearchSchema) }),
  },
  'search.save': {
    request: z.strictObject({
      name: z.string().trim().min(1).max(120),
      query: searchTextSchema,
      sort: searchSortSchema,
    }),
    response: nothing,
  },
  /** Notes that a saved search was looked at. */
  'search.seen': { request: z.strictObject({ id: idSchema }), response: nothing },
  'search.remove': { request: z.strictObject({ id: idSchema }), response: nothing },
  /** Saves the list of everything found where the person says; what is under embargo is left out. */
  'search.export': {
    request: z.strictObject({ ...asked, sort: searchSortSchema }),
    response: z.object({
      path: z.string(),
      rows: z.number().int(),
      /** Left out because an embargo holds. */
      embargoed: z.number().int(),
    }),
  },
  /** Has the index built anew. */
  'search.reindex': { request: nothing, response: indexProgressSchema },
  'search.progress': { request: nothing, response: indexProgressSchema },
} as const;
