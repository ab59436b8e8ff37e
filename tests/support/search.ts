import type { ReadableDb, WritableDb } from '../../src-main/archive/database';
import { countSearch } from '../../src-main/archive/queries/search-count';
import {
  searchArchive,
  searchBySets,
  type SearchInput,
  type SearchPage,
} from '../../src-main/archive/queries/search';
import { buildIndex } from '../../src-main/archive/search/progress';

const asked: Omit<SearchInput, 'text'> = {
  sort: 'date',
  after: null,
  limit: 50,
  asOf: null,
  now: Date.UTC(2017, 4, 10, 12),
  zone: 'UTC',
};

/** A page of what a query finds, by whichever way it has to be found. */
export function found(
  db: ReadableDb,
  text: string,
  input: Partial<Omit<SearchInput, 'text'>> = {},
): SearchPage {
  const wanted = { ...asked, ...input, text };
  const answer = searchArchive(db, wanted);
  return answer.is === 'page' ? answer : searchBySets(db, wanted);
}

/** What there is to say of everything a query finds. */
export function countOf(
  db: ReadableDb,
  text: string,
  input: Partial<Omit<SearchInput, 'text'>> = {},
) {
  return countSearch(db, { ...asked, ...input, text });
}

/** Builds the index of an archive that was migrated, to its end. */
export function buildWhole(db: WritableDb): void {
  while (buildIndex(db, { time: 1_000 }).building);
}
