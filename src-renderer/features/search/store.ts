import { create } from 'zustand';
import type { SearchHit } from '@contract/models';
import type { SearchSort } from '@contract/search';
import { call } from '../../bridge/bridge';
import { openCompare } from '../../state/compare';
import { enterSearch, openHit, useDesk } from '../../state/desk';
import { flushDraft } from '../../state/draft';
import { backToSearchField } from '../../state/focus';
import { say } from '../../state/toasts';
import { remember } from './history';
import { answered, continued, counted, idle, moved, typed, type SearchState } from './model';

const pageSize = 50;

/** The search as it stands. */
export const useSearch = create<SearchState>()(() => idle);

/** Searches for what was typed; an answer to an earlier text is dropped. The list does not wait for the count. */
export async function search(text: string): Promise<void> {
  useSearch.setState((state) => typed(state, text));
  const { asked, waiting, sort, asOf } = useSearch.getState();
  if (!waiting) return;
  const listed = call('search.query', { text, sort, after: null, limit: pageSize, asOf });
  const count = call('search.count', { text, asOf });
  const outcome = await listed;
  useSearch.setState((state) => answered(state, asked, outcome));
  const found = await count;
  useSearch.setState((state) => counted(state, asked, found));
}

/** Searches for a text that was chosen instead of typed; the caret goes after it. */
export function searchChosen(text: string): void {
  void search(text);
  requestAnimationFrame(backToSearchField);
}

/** Searches again, because the archive changed. */
export function searchAgain(): void {
  const { text } = useSearch.getState();
  if (text.trim() !== '') void search(text);
}

/** Orders what was found another way. */
export function sortBy(sort: SearchSort): void {
  useSearch.setState({ sort, answeredText: null });
  searchAgain();
}

/** Searches what was read at an instant (ms); null searches everything, as it is now. */
export function searchAsOf(asOf: number | null): void {
  useSearch.setState({ asOf, answeredText: null });
  searchAgain();
}

/** Gets the page after the last one, where there is one. */
export async function loadMore(): Promise<void> {
  const { answer, asked, loadingMore, waiting, text, sort, asOf } = useSearch.getState();
  if (answer?.next == null || loadingMore || waiting) return;
  useSearch.setState({ loadingMore: true });
  const { next: after } = answer;
  const outcome = await call('search.query', { text, sort, after, limit: pageSize, asOf });
  useSearch.setState((state) => continued(state, asked, outcome));
}

/** Moves the active hit. */
export function moveHit(by: number): void {
  useSearch.setState((state) => moved(state, by));
}

/** Shows or folds what nearly repeats a hit. */
export function toggleRepeats(index: number): void {
  useSearch.setState(({ unfolded }) => {
    const next = new Set(unfolded);
    if (!next.delete(index)) next.add(index);
    return { unfolded: next };
  });
}

/** Opens a hit in the sheet, its words marked. */
export function chooseHit(index: number): void {
  useSearch.setState({ active: index });
  const { answer, text } = useSearch.getState();
  const hit: SearchHit | undefined = answer?.hits[index];
  if (hit === undefined || answer === null) return;
  remember(text);
  void flushDraft();
  openHit(hit, answer.matchers);
}

/** Marks a take to be compared; the second one marked opens the comparison, the earlier first. */
export function markForComparison(index: number): void {
  const { answer, marked } = useSearch.getState();
  const hit = answer?.hits[index];
  if (hit?.source !== 'take') {
    say('search.compare-takes');
    return;
  }
  if (marked === null || marked.sourceId === hit.sourceId) {
    useSearch.setState({ marked: marked === null ? hit : null });
    return;
  }
  useSearch.setState({ marked: null });
  const [left, right] = [marked, hit]
    .toSorted((a, b) => a.at - b.at)
    .map(({ dispatchId, sourceId }) => ({
      dispatchId,
      ref: { of: 'take', takeId: sourceId } as const,
    }));
  if (left !== undefined && right !== undefined) openCompare(left, right);
}

/** Shows the results in place of the wire. */
export function showSearch(): void {
  enterSearch();
}

/** Puts the search away: the wire is back. */
export function leaveSearch(): void {
  const { asked, sort } = useSearch.getState();
  useSearch.setState({ ...idle, asked: asked + 1, sort });
  useDesk.setState({ mode: 'wire' });
}
