import type { Node } from 'prosemirror-model';
import { create } from 'zustand';
import { useLiveDraft } from './draft';

/** How long typing must have rested, in ms. */
const pause = 200;

type Rested = { readonly document: Node | null };

const useRested = create<Rested>()(() => ({ document: null }));

let timer: ReturnType<typeof setTimeout> | undefined;

/** Takes in what was typed up to now, without waiting for a rest. */
export function restNow(): void {
  clearTimeout(timer);
  useRested.setState({ document: useLiveDraft.getState().document });
}

useLiveDraft.subscribe((live, before) => {
  if (live.document === before.document) return;
  clearTimeout(timer);
  // Another draft, or none, is not waited for.
  if (live.handle !== before.handle || live.document === null) restNow();
  else timer = setTimeout(restNow, pause);
});

/**
 * The open draft as it was when typing last rested: what goes through all of it (checks, offers)
 * does so then, for in a long text it would be felt at each key.
 */
export function useRestedDocument(): Node | null {
  return useRested((rested) => rested.document);
}
