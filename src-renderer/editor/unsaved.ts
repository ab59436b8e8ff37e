import { create } from 'zustand';
import type { AppError } from '@contract/errors';
import type { SaveState } from './types';

/** Drafts not shown whose last words the archive has not taken, and why. */
export const useUnsavedElsewhere = create<ReadonlyMap<string, AppError>>()(() => new Map());

/** Hears of the saved state of a draft that is no longer shown. */
export function tellElsewhere(draftId: string, state: SaveState): void {
  const known = useUnsavedElsewhere.getState();
  if (state.is === 'failed') {
    useUnsavedElsewhere.setState(new Map([...known, [draftId, state.error]]), true);
  } else if (state.is === 'saved') {
    shownAgain(draftId);
  }
}

/** Forgets a draft that is shown again, saved, or gone: its own state is told from now on. */
export function shownAgain(draftId: string): void {
  const known = useUnsavedElsewhere.getState();
  if (!known.has(draftId)) return;
  useUnsavedElsewhere.setState(new Map([...known].filter(([id]) => id !== draftId)), true);
}
