import { create } from 'zustand';
import { setPanes, showMargin, useDesk } from './desk';

/** The steps of the tour, each beside the part of the window it speaks of. */
export const tourSteps = ['wire', 'writing', 'publishing', 'notes', 'search', 'safety'] as const;
export type TourStep = (typeof tourSteps)[number];

/** The part of the window a step points to, by its `data-pane`. */
export const tourPanes: Readonly<Record<TourStep, string>> = {
  wire: 'wire',
  writing: 'sheet',
  publishing: 'sheet',
  notes: 'margin',
  search: 'toolbar',
  safety: 'status',
};

const remembered = 'writethru.tour';

/** Where the tour is; null while none is taken. */
export const useTour = create<{ readonly step: TourStep | null }>()(() => ({ step: null }));

/** Takes the tour, or goes on where it was left. */
export function startTour(): void {
  const left = Number(read() ?? 0);
  goTo(tourSteps[left] ?? tourSteps[0]);
}

/** Goes a step on or back; after the last, the tour is over and begins anew the next time. */
export function moveTour(by: 1 | -1): void {
  const { step } = useTour.getState();
  if (step === null) return;
  const next = tourSteps[tourSteps.indexOf(step) + by];
  if (next !== undefined) goTo(next);
  else if (by === 1) {
    keep(0);
    useTour.setState({ step: null });
  }
}

/** Leaves the tour; it goes on from here the next time. */
export function leaveTour(): void {
  useTour.setState({ step: null });
}

function goTo(step: TourStep): void {
  keep(tourSteps.indexOf(step));
  // What a step speaks of can be seen.
  if (step === 'wire') {
    useDesk.setState({ mode: 'wire' });
    setPanes({ wireOpen: true });
  }
  if (step === 'publishing') showMargin('checks');
  if (step === 'notes') showMargin('notes');
  useTour.setState({ step });
}

function read(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

function keep(at: number): void {
  try {
    localStorage.setItem(remembered, String(at));
  } catch {
    // Without storage the tour begins anew each time; nothing else depends on it.
  }
}
