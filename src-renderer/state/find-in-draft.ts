import { create } from 'zustand';
import { useLiveDraft } from './draft';
import { say } from './toasts';

/** Whether words are looked for in the open draft. */
export const useFind = create<{ readonly open: boolean }>()(() => ({ open: false }));

/** Opens the bar that finds and replaces words of the draft. */
export function openFind(): void {
  if (useLiveDraft.getState().handle === null) say('toast.no-draft');
  else useFind.setState({ open: true });
}
