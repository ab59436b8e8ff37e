import type { DispatchModel } from '@contract/models';
import type { RequestOf } from '@contract/requests';
import type { TakeKind } from '@domain/record/take';
import { forgetDraft, type DraftHandle } from '../editor';
import { call } from '../bridge/bridge';
import { openDispatch, showDialog, useDesk } from './desk';
import { flushDraft, setDraftHandle } from './draft';
import { showHeadOfFocused } from './focus';
import { forgetDispatch, initials, knownDispatch, knownPreferences, refresh } from './queries';
import { say, sayAndOffer, sayError } from './toasts';

let focusWhenReady = false;

/** Takes the handle of the draft's editor; a draft just begun gets the caret. */
export function draftReady(handle: DraftHandle | null): void {
  setDraftHandle(handle);
  if (handle === null && useDesk.getState().selection?.target.on === 'draft') {
    useDesk.setState({ selection: null });
  }
  if (handle !== null && focusWhenReady) {
    focusWhenReady = false;
    handle.focus();
    handle.run('format.next-field');
    showHeadOfFocused();
  }
}

/** Begins a dispatch, by a template where one is given, and puts the caret in its headline or first field. */
export async function createDispatch(
  language: 'fr' | 'en',
  template?: RequestOf<'dispatch.create'>['template'],
): Promise<void> {
  void flushDraft();
  const outcome = await call('dispatch.create', {
    language,
    author: initials(),
    ...signOff(),
    ...(template !== undefined && { template }),
  });
  if (!outcome.ok) {
    sayError(outcome.error);
    return;
  }
  focusWhenReady = true;
  useDesk.setState({ mode: 'wire' });
  openDispatch(outcome.value.dispatchId);
  refresh([]);
}

/** Begins a take on the open dispatch and puts the caret in it. `corrects` is the take a correction puts right. */
export async function appendDraft(kind: TakeKind, corrects: string | null = null): Promise<void> {
  const dispatch = knownDispatch(useDesk.getState().dispatchId);
  if (dispatch === undefined) {
    say('toast.no-dispatch');
    return;
  }
  if (dispatch.draft !== null) {
    say('toast.has-draft');
    return;
  }
  await begin(dispatch.id, kind, corrects);
}

/** Opens a dispatch, begins a take on it, and puts the caret in it; or in the draft already open there. */
export async function appendDraftTo(
  dispatchId: string,
  kind: TakeKind,
  corrects: string | null,
): Promise<void> {
  openDispatch(dispatchId);
  await begin(dispatchId, kind, corrects);
}

async function begin(dispatchId: string, kind: TakeKind, corrects: string | null): Promise<void> {
  const outcome = await call('draft.append', {
    dispatchId,
    kind,
    corrects,
    author: initials(),
    ...signOff(),
  });
  if (!outcome.ok) {
    sayError(outcome.error);
    return;
  }
  focusWhenReady = true;
  refresh([dispatchId]);
}

/** Discards the open draft, and offers to take that back. A dispatch of which nothing is published goes with it. */
export async function discardDraft(dispatch: DispatchModel): Promise<void> {
  if (dispatch.draft === null) return;
  const draftId = dispatch.draft.id;
  const outcome = await call('draft.discard', { draftId });
  showDialog(null);
  if (!outcome.ok) {
    sayError(outcome.error);
    return;
  }
  forgetDraft(draftId);
  sayAndOffer(dispatch.takes.length === 0 ? 'toast.discarded-whole' : 'toast.discarded', {
    label: 'toast.undo',
    run: () => void bringBack(dispatch.id, draftId),
  });
  if (dispatch.takes.length === 0) openDispatch(null);
  refresh(dispatch.takes.length === 0 ? [] : [dispatch.id]);
}

/** Brings back the draft of the open dispatch that was discarded last. */
export async function restoreDraft(): Promise<void> {
  const dispatchId = useDesk.getState().dispatchId;
  if (dispatchId === null) {
    say('toast.no-dispatch');
    return;
  }
  await bringBack(dispatchId, null);
}

/**
 * Brings back a discarded draft of a dispatch, or the last one, and opens it. Where something was
 * published meanwhile, the sheet offers to merge.
 */
export async function bringBack(dispatchId: string, draftId: string | null): Promise<boolean> {
  const outcome = await call('draft.restore', { dispatchId, draftId });
  if (!outcome.ok) {
    if (outcome.error.code === 'not-found') say('toast.none-discarded');
    else if (outcome.error.reason === 'draft-open') say('toast.has-draft');
    else sayError(outcome.error);
    return false;
  }
  focusWhenReady = true;
  // What is known of it is from before: an editor must not begin with those words.
  forgetDispatch(dispatchId);
  useDesk.setState({ mode: 'wire' });
  openDispatch(dispatchId);
  say('toast.restored', undefined, 'good');
  refresh([dispatchId]);
  return true;
}

/** Takes back that a draft is published by itself. */
export async function unschedule(dispatchId: string, draftId: string): Promise<void> {
  const outcome = await call('draft.schedule', { draftId, schedule: null });
  if (!outcome.ok) sayError(outcome.error);
  else say('toast.unscheduled');
  refresh([dispatchId]);
}

/** What a draft that is begun is signed with, where the person has such a sign-off. */
function signOff(): { readonly signoff?: string } {
  const signoff = knownPreferences()?.preferences.signOff ?? '';
  return signoff === '' ? {} : { signoff };
}
