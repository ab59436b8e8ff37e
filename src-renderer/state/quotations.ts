import { create } from 'zustand';
import type { Anchor } from '@domain/annotation/annotation';
import { allowQuotations } from '../editor';
import { call } from '../bridge/bridge';
import { showDialog, useDesk } from './desk';
import { useLiveDraft } from './draft';
import { initials, refresh } from './queries';
import { sayError } from './toasts';

/** Quoted words that are about to be changed. */
type Asked = {
  readonly draftId: string;
  readonly words: Anchor;
  readonly proceed: () => void;
};

/** What is asked about quoted words; null while nothing is. */
export const useQuotationAsked = create<{ readonly asked: Asked | null }>()(() => ({
  asked: null,
}));

/** Asks whether quoted words may be changed. */
export function askQuotation(draftId: string, words: Anchor, proceed: () => void): void {
  useQuotationAsked.setState({ asked: { draftId, words, proceed } });
  showDialog('quotation');
}

/** Leaves the quoted words as they are. */
export function leaveQuotation(): void {
  useQuotationAsked.setState({ asked: null });
  showDialog(null);
  // The caret is where it was, once the dialog is gone.
  requestAnimationFrame(() => useLiveDraft.getState().handle?.focus());
}

/** Lets the words be changed, here and from now on in this draft; the archive keeps that they were. */
export async function changeQuotation(body: string): Promise<void> {
  const { asked } = useQuotationAsked.getState();
  if (asked === null) return;
  allowQuotations(asked.draftId);
  await recordQuotation(asked.draftId, asked.words, body);
  leaveQuotation();
  asked.proceed();
}

/** So much of what stands before a quotation tells it from others. */
const quotationKey = 24;
const recorded = new Set<string>();

/** Keeps that quoted words were changed by a deliberate act: a note on them, settled as it is made. */
export async function recordQuotation(
  draftId: string,
  anchor: Anchor,
  body: string,
): Promise<void> {
  const { dispatchId } = useDesk.getState();
  // What stands before a quotation stays while its words are written anew: it is told once.
  const key = `${draftId} ${anchor.prefix.slice(-quotationKey)}`;
  if (dispatchId === null || recorded.has(key)) return;
  recorded.add(key);
  const made = await call('note.create', {
    dispatchId,
    target: { on: 'draft', id: draftId },
    part: 'words',
    anchor,
    kind: 'source',
    body,
    addressee: '',
    links: [],
    author: initials(),
  });
  if (!made.ok) {
    sayError(made.error);
    return;
  }
  const { id: noteId } = made.value;
  await call('note.set-state', { noteId, state: 'resolved', author: initials() });
  refresh([dispatchId]);
}
