import { create } from 'zustand';
import type { SearchHit } from '@contract/models';
import { call } from '../../bridge/bridge';
import { openHit, useDesk } from '../../state/desk';
import { flushDraft } from '../../state/draft';
import { answered, idle, moved, typed, type SearchState } from './model';

const shown = 50;

/** The search as it stands. */
export const useSearch = create<SearchState>()(() => idle);

/** Searches for what was typed; an answer to an earlier text is dropped. */
export async function search(text: string): Promise<void> {
  useSearch.setState((state) => typed(state, text));
  const { asked, waiting } = useSearch.getState();
  if (!waiting) return;
  const outcome = await call('search.query', { text, limit: shown });
  useSearch.setState((state) => answered(state, asked, outcome));
}

/** Searches again, because the archive changed. */
export function searchAgain(): void {
  const { text } = useSearch.getState();
  if (text.trim() !== '') void search(text);
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
  useSearch.setState({ ...idle, asked: useSearch.getState().asked + 1 });
  useDesk.setState({ mode: 'wire' });
}
