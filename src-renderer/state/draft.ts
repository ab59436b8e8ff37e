import type { Node } from 'prosemirror-model';
import { create } from 'zustand';
import type { DraftHandle, Heading, SaveState } from '../editor/types';
import { showDialog } from './desk';

/** The draft open in the sheet, live: what is typed, and what of it the archive has. */
export type LiveDraft = {
  readonly handle: DraftHandle | null;
  readonly saveState: SaveState | null;
  readonly document: Node | null;
  /** What was written of its slug, dateline and byline since it was opened. */
  readonly heading: Heading;
};

const none: LiveDraft = { handle: null, saveState: null, document: null, heading: {} };

/** The notes whose words are not there, by the take or draft they are on. */
export const useOrphans = create<Readonly<Record<string, readonly string[]>>>()(() => ({}));

/** Keeps which notes of a take or draft have lost their words. */
export function setOrphans(targetId: string, noteIds: readonly string[]): void {
  useOrphans.setState({ [targetId]: noteIds });
}

/** The state of the open draft. */
export const useLiveDraft = create<LiveDraft>()(() => none);

/** Takes the handle of an editor that is ready; null when it is gone. */
export function setDraftHandle(handle: DraftHandle | null): void {
  useLiveDraft.setState(
    handle === null ? none : { handle, document: handle.document(), heading: {} },
  );
}

/** Sends what is unsaved. True when nothing is left to send, also when no draft is open. */
export async function flushDraft(): Promise<boolean> {
  const { handle } = useLiveDraft.getState();
  return handle === null ? true : handle.flush();
}

/** Closes the dialog and puts the caret back where it was in the draft. */
export function closeToCaret(): void {
  showDialog(null);
  requestAnimationFrame(() => useLiveDraft.getState().handle?.focus());
}
