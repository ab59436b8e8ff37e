import { create } from 'zustand';
import type { DispatchModel } from '@contract/models';
import type { StateRef } from '@contract/record';
import type { ResponseOf } from '@contract/requests';
import { call } from '../bridge/bridge';
import { showDialog, useDesk } from './desk';
import { flushDraft } from './draft';
import { knownDispatch, readDispatch } from './queries';
import { say } from './toasts';

/** A state of a dispatch chosen to be compared. */
export type PickedState = { readonly dispatchId: string; readonly ref: StateRef };

/** The two texts side by side, or one text with what was taken out and put in. */
export const compareLayouts = ['beside', 'one-column'] as const;
export type CompareLayout = (typeof compareLayouts)[number];

type Comparing = {
  readonly left: PickedState | null;
  readonly right: PickedState | null;
  readonly layout: CompareLayout;
};

const remembered = 'writethru.compare';

/** What the comparison shows. */
export const useComparing = create<Comparing>()(() => ({
  left: null,
  right: null,
  layout: keptLayout(),
}));

/** Opens the comparison on two states, the earlier first. */
export function openCompare(left: PickedState, right: PickedState): void {
  useComparing.setState({ left, right });
  showDialog('compare');
}

/** Changes a side of the comparison. */
export function pickState(side: 'left' | 'right', picked: PickedState): void {
  useComparing.setState({ [side]: picked });
}

/** Puts each text where the other was. */
export function swapSides(): void {
  useComparing.setState(({ left, right }) => ({ left: right, right: left }));
}

/** Chooses between the layouts; the choice is remembered. */
export function setCompareLayout(layout: CompareLayout): void {
  useComparing.setState({ layout });
  try {
    localStorage.setItem(remembered, layout);
  } catch {
    // Without storage the layout starts as it is drawn; nothing else depends on it.
  }
}

/** Opens the comparison of the open dispatch on what changed last in it. */
export async function compareOpenDispatch(): Promise<void> {
  const { dispatchId } = useDesk.getState();
  // What is being written is compared as it is saved.
  await flushDraft();
  const dispatch = knownDispatch(dispatchId);
  if (dispatch === undefined) {
    say('toast.no-dispatch');
    return;
  }
  const pair = lastChange(dispatch, await versionsOf(dispatch));
  if (pair === null) say('compare.nothing');
  else openCompare(pair[0], pair[1]);
}

/** Opens the comparison of a recovered draft with how it was last saved whole before the workstation stopped. */
export async function compareRecovered(dispatchId: string, draftId: string): Promise<void> {
  await flushDraft();
  const [dispatch, answer] = await Promise.all([
    readDispatch(dispatchId),
    call('draft.versions', { draftId }),
  ]);
  const now = dispatch.draft?.version ?? 0;
  const before = answer.ok ? answer.value.versions.find(({ version }) => version < now) : undefined;
  if (before === undefined) {
    say('compare.nothing');
    return;
  }
  const picked = (version: number | null): PickedState => ({
    dispatchId,
    ref: { of: 'draft', draftId, version },
  });
  openCompare(picked(before.version), picked(null));
}

async function versionsOf({ takes, draft }: DispatchModel): Promise<Versions> {
  if (draft === null || takes.length > 0) return [];
  const answer = await call('draft.versions', { draftId: draft.id });
  return answer.ok ? answer.value.versions : [];
}

type Versions = ResponseOf<'draft.versions'>['versions'];

/**
 * What to compare at first: a correction or a writethru being written with what it puts right or
 * replaces; else the story after its last take with the story before; else the draft with what was
 * kept of it first. Null where there is only one state.
 */
export function lastChange(
  dispatch: DispatchModel,
  versions: Versions,
): readonly [PickedState, PickedState] | null {
  const { id: dispatchId, takes, draft } = dispatch;
  const picked = (ref: StateRef): PickedState => ({ dispatchId, ref });
  const last = takes.at(-1)?.ordinal ?? 0;
  const after = (ordinal: number) => picked({ of: 'story-after', dispatchId, ordinal });
  if (draft !== null) {
    const now = picked({ of: 'draft', draftId: draft.id, version: null });
    const { carries } = draft.facts;
    if (carries.of === 'correction' && takes.some(({ id }) => id === carries.corrects)) {
      return [picked({ of: 'take', takeId: carries.corrects }), now];
    }
    if (last > 0 && (draft.kind === 'writethru' || last === 1)) return [after(last), now];
    const first = versions.at(-1);
    if (last === 0 && first !== undefined) {
      return [picked({ of: 'draft', draftId: draft.id, version: first.version }), now];
    }
  }
  return last > 1 ? [after(last - 1), after(last)] : null;
}

/** The newest state of a dispatch: its story, or its draft while nothing is published. */
export function newestState({ id, takes, draft }: DispatchModel): PickedState {
  const last = takes.at(-1)?.ordinal ?? 0;
  const ref: StateRef =
    last === 0 && draft !== null
      ? { of: 'draft', draftId: draft.id, version: null }
      : { of: 'story-after', dispatchId: id, ordinal: last };
  return { dispatchId: id, ref };
}

function keptLayout(): CompareLayout {
  try {
    const kept = localStorage.getItem(remembered);
    return compareLayouts.find((layout) => layout === kept) ?? 'beside';
  } catch {
    return 'beside';
  }
}
