import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { TraceHolder, TracePassage } from '@contract/trace';
import { takeToTrace } from '@domain/trace/which';
import { fetchFrom, queryClient } from './client';
import { openHit, setPanes, stopMarking, useDesk } from './desk';
import { knownDispatch } from './queries';
import { say } from './toasts';

/** The take whose sentences are traced, and whether formulas count. */
export type Tracing = { readonly takeId: string | null; readonly formulas: boolean };

/** What is being traced. */
export const useTracing = create<Tracing>()(() => ({ takeId: null, formulas: false }));

const key = 'trace';

/**
 * Shows where the sentences of a take stand elsewhere, in place of the wire: after a kill or a
 * correction, or when asked for.
 */
export function openTrace(takeId: string): void {
  useTracing.setState({ takeId, formulas: false });
  setPanes({ wireOpen: true });
  useDesk.setState({ mode: 'trace' });
}

/** {@link openTrace} for the dispatch on the sheet: its newest kill or correction, or else its newest take. */
export function traceShown(): void {
  const take = takeToTrace(knownDispatch(useDesk.getState().dispatchId)?.takes ?? []);
  if (take === undefined) say('trace.nothing-published');
  else openTrace(take.id);
}

/** Back to the wire. */
export function closeTrace(): void {
  useTracing.setState({ takeId: null });
  useDesk.setState({ mode: 'wire' });
  stopMarking();
}

/** What was found; read anew when the archive changed. */
export function useTrace({ takeId, formulas }: Tracing) {
  return useQuery({
    queryKey: [key, takeId, formulas],
    queryFn: () => fetchFrom('take.trace', { takeId: takeId ?? '', formulas }),
    enabled: takeId !== null,
    placeholderData: (before) => (before?.take.id === takeId ? before : undefined),
  });
}

/** Traces again: something was written. */
export function traceAgain(): void {
  void queryClient.invalidateQueries({ queryKey: [key] });
}

/** Opens a take or draft at a passage, with its traced words marked. */
export function openPassage(dispatchId: string, holder: TraceHolder, passage: TracePassage): void {
  const source = holder.is === 'take' ? 'take' : 'draft';
  const matchers = passage.runs.map((run) => ({
    sequence: run.map((term) => ({ anyOf: [term], prefix: null })),
    field: null,
    written: null,
  }));
  openHit({ dispatchId, source, sourceId: holder.id }, matchers);
}
