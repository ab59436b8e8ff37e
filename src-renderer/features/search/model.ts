import type { AppError } from '@contract/errors';
import type { SearchHit } from '@contract/models';
import type { ResponseOf } from '@contract/requests';
import type { SearchSort } from '@contract/search';
import type { Result } from '@domain/result';

/** A page of what a search found. */
export type Answer = ResponseOf<'search.query'>;
/** What there is to say of everything it found. */
export type Count = ResponseOf<'search.count'>;

/** A search as one types: the newest answer stays on screen until the next one arrives. */
export type SearchState = {
  readonly text: string;
  readonly sort: SearchSort;
  /** Number of the newest question; answers to earlier ones are stale. */
  readonly asked: number;
  /** The text the answer on screen is to; null before any answer. */
  readonly answeredText: string | null;
  /** All pages that came, as one. */
  readonly answer: Answer | null;
  /** Of the answer on screen, or of the one before while the new count is awaited. */
  readonly count: Count | null;
  readonly error: AppError | null;
  readonly waiting: boolean;
  readonly loadingMore: boolean;
  /** Index of the hit that Enter opens. */
  readonly active: number;
};

/** Nothing asked yet. */
export const idle: SearchState = {
  text: '',
  sort: 'date',
  asked: 0,
  answeredText: null,
  answer: null,
  count: null,
  error: null,
  waiting: false,
  loadingMore: false,
  active: 0,
};

/** The state after something was typed. An empty field asks nothing and shows nothing. */
export function typed(state: SearchState, text: string): SearchState {
  const asked = state.asked + 1;
  if (text.trim() === '') return { ...idle, text, asked, sort: state.sort };
  return { ...state, text, asked, waiting: true, loadingMore: false };
}

/** The state after an answer came to question number `asked`; unchanged when it is stale. */
export function answered(
  state: SearchState,
  asked: number,
  outcome: Result<Answer, AppError>,
): SearchState {
  if (asked !== state.asked) return state;
  if (!outcome.ok) return { ...state, waiting: false, error: outcome.error };
  const same = state.answeredText === state.text;
  const last = Math.max(0, outcome.value.hits.length - 1);
  return {
    ...state,
    answeredText: state.text,
    answer: outcome.value,
    error: null,
    waiting: false,
    active: same ? Math.min(state.active, last) : 0,
  };
}

/** The state after question number `asked` was counted; one that failed leaves the count unknown. */
export function counted(
  state: SearchState,
  asked: number,
  outcome: Result<Count, AppError>,
): SearchState {
  if (asked !== state.asked) return state;
  return { ...state, count: outcome.ok ? outcome.value : null };
}

/** The state after a further page came to question number `asked`. */
export function continued(
  state: SearchState,
  asked: number,
  outcome: Result<Answer, AppError>,
): SearchState {
  if (asked !== state.asked || state.answer === null) return state;
  if (!outcome.ok) return { ...state, loadingMore: false, error: outcome.error };
  const { hits, next } = outcome.value;
  const before = state.answer.hits;
  const later = hits.map((hit) => ({
    ...hit,
    repeats: hit.repeats === null ? null : hit.repeats + before.length,
  }));
  return {
    ...state,
    loadingMore: false,
    answer: { ...state.answer, hits: [...before, ...later], next },
  };
}

/** The state with the active hit moved, staying within the hits. */
export function moved(state: SearchState, by: number): SearchState {
  const last = (state.answer?.hits.length ?? 0) - 1;
  return { ...state, active: Math.max(0, Math.min(last, state.active + by)) };
}

/** The hit that Enter opens. */
export function activeHit(state: SearchState): SearchHit | undefined {
  return state.answer?.hits[state.active];
}
