import type { EventOf } from '@contract/events';
import { call } from '../bridge/bridge';
import { forgetDraft } from '../editor';
import { openDispatch, useDesk } from './desk';
import { flushDraft, useLiveDraft } from './draft';
import { knownDispatch, refresh } from './queries';
import { say, sayError } from './toasts';

/** Opens another window: on a dispatch, or on what the wire has newest. */
export async function openWindow(dispatchId: string | null): Promise<void> {
  void flushDraft();
  const outcome = await call('window.open', { dispatchId });
  if (!outcome.ok) sayError(outcome.error);
}

/** Opens the dispatch this window was opened on, if it was opened on one. */
export function openAsked(): void {
  const dispatchId = new URLSearchParams(location.search).get('dispatch');
  if (dispatchId !== null) openDispatch(dispatchId);
}

/** Closes a draft that was published or discarded elsewhere, and says so where it is shown. */
export function draftEnded({ draftId, how }: EventOf<'draft-ended'>): void {
  const isShown = useLiveDraft.getState().handle?.draftId === draftId;
  const words = forgetDraft(draftId);
  if (words !== undefined && words.trim() !== '') say('toast.ended-unsent', { words }, 'bad');
  else if (isShown) say(`toast.ended.${how}`);
  const dispatch = knownDispatch(useDesk.getState().dispatchId);
  if (!isShown || dispatch === undefined) return;
  // Of a dispatch of which nothing is published, nothing is left to show.
  if (how === 'discarded' && dispatch.takes.length === 0) openDispatch(null);
  else refresh([dispatch.id]);
}

/** Whether the window died twice within a minute and came back without a dispatch. */
export function isSafeMode(): boolean {
  return new URLSearchParams(location.search).has('safe');
}
