import { create } from 'zustand';

/** What a screen reader is told beside what is seen. `turn` makes the same words count as new. */
export const useAnnouncement = create<{ readonly text: string; readonly turn: number }>()(() => ({
  text: '',
  turn: 0,
}));

/** Tells screen readers something, politely. */
export function announce(text: string): void {
  useAnnouncement.setState(({ turn }) => ({ text, turn: turn + 1 }));
}
