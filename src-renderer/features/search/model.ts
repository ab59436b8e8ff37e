import type { AppError } from '@contract/errors';
import type { SearchHit } from '@contract/models';
import type { ResponseOf } from '@contract/requests';
import type { Result } from '@domain/result';

/** What a search answered. */
export type Answer = ResponseOf<'search.query'>;

/** A search as one types: the newest answer stays on screen until the next one arrives. */
export type SearchState = {
  readonly text: string;
  /** Number of the newest question; answers to earlier ones are stale. */
  readonly asked: number;
  /** The text the answer on screen is to; null before any answer. */
  readonly answeredText: string | null;
  readonly answer: Answer | null;
  readonly error: AppError | null;
  readonly waiting: boolean;
  /** Index of the hit that Enter opens. */
  readonly active: number;
};

/** Nothing asked yet. */
export const idle: SearchState = {
  text: '',
  asked: 0,
  answeredText: null,
  answer: null,
  error: null,
  waiting: false,
  active: 0,
};

/** The state after something was typed. An empty field asks nothing and shows nothing. */
export function typed(state: SearchState, text: string): SearchState {
  const asked = state.asked + 1;
  if (text.trim() === '') return { ...idle, text, asked };
  return { ...state, text, asked, waiting: true };
}

/** The state after an answer came to question number `asked`; unchanged when it is stale. */
export function answered(
  state: SearchState,
  asked: number,
  outcome: Result<Answer, AppError>,
): SearchState {
  if (asked !== state.asked) return state;
  if (!outcome.ok) return { ...state, waiting: false, error: outcome.error };
  return {
    ...state,
    answeredText: state.text,
    answer: outcome.value,
    error: null,
    waiting: false,
    active: state.answeredText === state.text ? state.active : 0,
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
