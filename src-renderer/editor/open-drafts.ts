import type { SharedDraft } from './shared-draft';
import { unsentWords } from './sharing';
import { shownAgain } from './unsaved';

/**
 * The drafts opened in this window since it loaded: their state, with what can be undone, and
 * their journals outlive the switch to another dispatch, so that nothing typed hangs on a
 * component being shown.
 */
const open = new Map<string, SharedDraft>();

/** The draft as this window last had it. */
export function openDraft(draftId: string): SharedDraft | undefined {
  return open.get(draftId);
}

/** Keeps a draft for as long as it is open. */
export function keepDraft(draftId: string, draft: SharedDraft): void {
  open.set(draftId, draft);
}

/** Sends what is unsent of every draft opened here; true once all of it is committed. */
export async function flushDrafts(): Promise<boolean> {
  const flushed = await Promise.all([...open.values()].map(({ journal }) => journal.flush()));
  return flushed.every(Boolean);
}

/** Hears that another window brought a draft to a version. */
export function draftAdvanced(draftId: string, version: number): void {
  open.get(draftId)?.journal.hear(version);
}

/**
 * Forgets a draft that is published or discarded. Nothing more can be written in it.
 *
 * @returns the words typed here that the archive never took; undefined when the draft was not open
 */
export function forgetDraft(draftId: string): string | undefined {
  const known = open.get(draftId);
  if (known === undefined) return undefined;
  const unsent = unsentWords(known.state);
  known.view?.setProps({ editable: () => false });
  known.journal.close();
  shownAgain(draftId);
  open.delete(draftId);
  return unsent;
}
