import type { QueryName } from './operations';

/** Queries that count everything: they have a thread of their own, which keeps what it counts over. */
export const countingQueries: ReadonlySet<string> = new Set<QueryName>([
  'searchBySets',
  'countSearch',
  'countNew',
  'countDays',
]);

/** Queries that read the whole archive: each in a thread begun for it, so that nothing waits behind it. */
export const longQueries: ReadonlySet<QueryName> = new Set(['verifyRecord']);
