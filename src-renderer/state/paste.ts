import { create } from 'zustand';
import { droppedKinds, type Dropped } from '../editor';
import { showDialog } from './desk';
import { useLiveDraft } from './draft';
import { say, sayAndOffer } from './toasts';

/** What was pasted last in this window; null before. */
type LastPaste = { readonly draftId: string; readonly dropped: Dropped } | null;

/** What the last paste left behind. */
export const usePaste = create<{ readonly last: LastPaste }>()(() => ({ last: null }));

/**
 * Takes note of a paste, and says quietly where something was left behind; null: it was too much. Looks
 * alone are not said: they are dropped from nearly all that is pasted.
 */
export function pasted(draftId: string, dropped: Dropped | null): void {
  if (dropped === null) {
    say('paste.too-much', undefined, 'bad');
    return;
  }
  usePaste.setState({ last: { draftId, dropped } });
  const told = droppedKinds.filter((kind) => kind !== 'styles');
  const count = told.reduce((sum, kind) => sum + dropped[kind], 0);
  if (count === 0) return;
  const changes = pastedChanges();
  sayAndOffer(
    'paste.dropped',
    [
      { label: 'paste.show', run: showDropped },
      ...(changes > 0 ? [{ label: 'paste.typeset', run: typesetPasted } as const] : []),
    ],
    { count },
  );
}

/** Shows what the last paste left behind. */
export function showDropped(): void {
  if (usePaste.getState().last === null) say('paste.none');
  else showDialog('pasted');
}

/** How many signs and spaces of what was pasted last are not as the house has them. */
export function pastedChanges(): number {
  return handleOfPaste()?.typesetPasted('count') ?? 0;
}

/** Sets spaces and signs of what was pasted last right, by the rules of the house. */
export function typesetPasted(): void {
  const handle = handleOfPaste();
  if (handle === null) say('paste.none');
  else say('toast.typeset', { count: handle.typesetPasted('set') });
}

/** The draft that something was pasted in last, where it is the one in hand. */
function handleOfPaste() {
  const { handle } = useLiveDraft.getState();
  return handle?.draftId === usePaste.getState().last?.draftId ? handle : null;
}
