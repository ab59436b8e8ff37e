import { create } from 'zustand';
import type { SearchHit } from '@contract/models';
import type { SearchSort } from '@contract/search';
import { call } from '../../bridge/bridge';
import { openHit, useDesk } from '../../state/desk';
import { flushDraft } from '../../state/draft';
import { answered, continued, counted, idle, moved, typed, type SearchState } from './model';

const pageSize = 50;

/** The search as it stands. */
export const useSearch = create<SearchState>()(() => idle);

/** Searches for what was typed; an answer to an earlier text is dropped. The list does not wait for the count. */
export async function search(text: string): Promise<void> {
  useSearch.setState((state) => typed(state, text));
  const { asked, waiting, sort } = useSearch.getState();
  if (!waiting) return;
  const listed = call('search.query', { text, sort, after: null, limit: pageSize, asOf: null });
  const count = call('search.count', { text, asOf: null });
  const outcome = await listed;
  useSearch.setState((state) => answered(state, asked, outcome));
  const found = await count;
  useSearch.setState((state) => counted(state, asked, found));
}

/** Searches again, because the archive changed. */
export function searchAgain(): void {
  const { text } = useSearch.getState();
  if (text.trim() !== '') void search(text);
}

/** Orders what was found another way. */
export function sortBy(sort: SearchSort): void {
  useSearch.setState({ sort, active: 0 });
  searchAgain();
}

/** Gets the page after the last one, where there is one. */
export async function loadMore(): Promise<void> {
  const { answer, asked, loadingMore, waiting, text, sort } = useSearch.getState();
  if (answer?.next == null || loadingMore || waiting) return;
  useSearch.setState({ loadingMore: true });
  const outcome = await call('search.query', {
    text,
    sort,
    after: answer.next,
    limit: pageSize,
    asOf: null,
  });
  useSearch.setState((state) => continued(state, asked, outcome));
}

/** Moves the active hit. */
export function moveHit(by: number): void {
  useSearch.setState((state) => moved(state, by));
}

/** Opens a hit in the sheet, its words marked. */
export function chooseHit(index: number): void {
  useSearch.setState({ active: index });
  const { answer } = useSearch.getState();
  const hit: SearchHit | undefined = answer?.hits[index];
  if (hit === undefined || answer === null) return;
  void flushDraft();
  openHit(hit, answer.matchers);
}

/** Shows the results in place of the wire. */
export function showSearch(): void {
  useDesk.setState({ mode: 'search', wireOpen: true });
}

/** Puts the search away: the wire is back. */
export function leaveSearch(): void {
  const { asked, sort } = useSearch.getState();
  useSearch.setState({ ...idle, asked: asked + 1, sort });
  useDesk.setState({ mode: 'wire' });
}
