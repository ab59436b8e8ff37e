import type { AppError } from '@contract/errors';
import type { DispatchModel, DraftModel } from '@contract/models';
import type { DraftMerge } from '@contract/merge';
import { resolveMerge, type MergeChoice } from '@domain/compare/merge';
import { call } from '../bridge/bridge';
import { showDialog, useDesk } from './desk';
import { useLiveDraft } from './draft';
import { knownDispatch, refresh } from './queries';
import { say } from './toasts';

/** Whether takes were published since a draft was begun that it takes no account of. */
export function isBaseMoved(
  lastTakeRevision: number,
  { baseRevision }: Pick<DraftModel, 'baseRevision'>,
): boolean {
  return baseRevision < lastTakeRevision;
}

/** Shows the draft of the open dispatch beside what was published since it was begun. */
export function mergeOpenDraft(): void {
  const dispatch = knownDispatch(useDesk.getState().dispatchId);
  if (dispatch === undefined || dispatch.draft === null) say('toast.no-draft');
  else if (!isBaseMoved(dispatch.lastTakeRevision, dispatch.draft)) say('toast.base-not-moved');
  else showDialog('merge');
}

/** Why a merge was not taken: the draft was written in meanwhile, or its words are not saved. */
export type NotMerged = 'draft-changed' | 'not-flushed' | AppError;

/**
 * Makes the open draft what a merge comes to, and keeps that it takes account of what was published.
 * Should the last step fail the draft has its new words all the same, and can be merged again.
 *
 * @returns null when all is kept
 */
export async function takeMerge(
  dispatch: DispatchModel,
  { version, baseRevision, merge }: DraftMerge,
  choices: ReadonlyMap<number, MergeChoice>,
): Promise<NotMerged | null> {
  const { handle } = useLiveDraft.getState();
  if (handle === null || !(await handle.flush())) return 'not-flushed';
  if (handle.version() !== version) return 'draft-changed';
  if (merge !== null) handle.become(resolveMerge(merge, choices));
  if (!(await handle.flush())) return 'not-flushed';
  const { draftId } = handle;
  const kept = await call('draft.set-base', { draftId, version: handle.version(), baseRevision });
  refresh([dispatch.id]);
  return kept.ok ? null : kept.error;
}
