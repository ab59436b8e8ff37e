import type { QueryName } from './operations';

/** Queries that count everything: they have a thread of their own, which keeps what it counts over. */
export const countingQueries: ReadonlySet<string> = new Set<QueryName>([
  'searchBySets',
  'countSearch',
  'countNew',
]);
