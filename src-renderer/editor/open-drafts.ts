import type { EditorState } from 'prosemirror-state';
import type { DraftJournal } from './journal';
import { shownAgain } from './unsaved';

/**
 * The drafts opened in this window since it loaded: their state, with what can be undone, and
 * their journals outlive the switch to another dispatch, so that nothing typed hangs on a
 * component being shown.
 */
export type OpenDraft = { state: EditorState; readonly journal: DraftJournal };

const open = new Map<string, OpenDraft>();

/** The draft as this window last had it. */
export function openDraft(draftId: string): OpenDraft | undefined {
  return open.get(draftId);
}

/** Keeps a draft for as long as it is open. */
export function keepDraft(draftId: string, draft: OpenDraft): void {
  open.set(draftId, draft);
}

/** Sends what is unsent of every draft opened here; true once all of it is committed. */
export async function flushDrafts(): Promise<boolean> {
  const flushed = await Promise.all([...open.values()].map(({ journal }) => journal.flush()));
  return flushed.every(Boolean);
}

/** Forgets a draft that is published or discarded. */
export function forgetDraft(draftId: string): void {
  open.get(draftId)?.journal.close();
  shownAgain(draftId);
  open.delete(draftId);
}
