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
  /** ms: what was read then; null for everything, as it is now. */
  readonly asOf: number | null;
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
  /** Hits whose near repetitions are shown. */
  readonly unfolded: ReadonlySet<number>;
  /** The take that another is to be compared with. */
  readonly marked: SearchHit | null;
};

/** Nothing asked yet. */
export const idle: SearchState = {
  text: '',
  sort: 'date',
  asOf: null,
  asked: 0,
  answeredText: null,
  answer: null,
  count: null,
  error: null,
  waiting: false,
  loadingMore: false,
  active: 0,
  unfolded: new Set(),
  marked: null,
};

/** The state after something was typed. An empty field asks nothing and shows nothing. */
export function typed(state: SearchState, text: string): SearchState {
  const asked = state.asked + 1;
  if (text.trim() === '') return { ...idle, text, asked, sort: state.sort, asOf: state.asOf };
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
    unfolded: same ? state.unfolded : idle.unfolded,
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

/** A hit as a line of the list. */
export type Line = {
  readonly hit: SearchHit;
  readonly index: number;
  /** Whether it is of the dispatch of the line before. */
  readonly goesOn: boolean;
  /** Hits that say nearly the same, folded under it or shown after it. */
  readonly repeatedBy: number;
};

/** The lines of the list: what nearly repeats a hit before it is folded under that, unless shown. */
export function linesOf({
  answer,
  unfolded,
}: Pick<SearchState, 'answer' | 'unfolded'>): readonly Line[] {
  const hits = answer?.hits ?? [];
  const repeated = new Map<number, number>();
  for (const { repeats } of hits) {
    if (repeats !== null) repeated.set(repeats, (repeated.get(repeats) ?? 0) + 1);
  }
  const lines: Line[] = [];
  hits.forEach((hit, index) => {
    if (hit.repeats !== null && !unfolded.has(hit.repeats)) return;
    const goesOn = lines.at(-1)?.hit.dispatchId === hit.dispatchId;
    lines.push({ hit, index, goesOn, repeatedBy: repeated.get(index) ?? 0 });
  });
  return lines;
}

/** The state with the active hit moved by so many lines, staying within the list. */
export function moved(state: SearchState, by: number): SearchState {
  const lines = linesOf(state);
  const at = lines.findIndex(({ index }) => index === state.active);
  const next = lines[Math.max(0, Math.min(lines.length - 1, at + by))];
  return { ...state, active: next?.index ?? 0 };
}

/** The hit that Enter opens. */
export function activeHit(state: SearchState): SearchHit | undefined {
  return state.answer?.hits[state.active];
}
