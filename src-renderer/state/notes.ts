import type { DispatchModel, NoteModel } from '@contract/models';
import type { Anchor, NoteKind } from '@domain/annotation/annotation';
import { call } from '../bridge/bridge';
import { useDesk } from './desk';
import { flushDraft } from './draft';
import { initials, refresh } from './queries';
import { say, sayError } from './toasts';

const composingHighlight = 'composing';

/** A note about to be kept. */
export type NewNote = {
  readonly target: NoteModel['target'];
  readonly anchor: Anchor | null;
  readonly kind: NoteKind;
  readonly body: string;
};

/** Keeps a new note; true when the archive has it. The draft's words are saved before it. */
export async function createNote(dispatchId: string, note: NewNote): Promise<boolean> {
  if (note.target.on === 'draft') await flushDraft();
  const outcome = await call('note.create', { ...note, dispatchId, author: initials() });
  if (!outcome.ok) {
    sayError(outcome.error);
    return false;
  }
  say('toast.noted', undefined, 'good');
  useDesk.setState({ activeNoteId: outcome.value.id });
  refresh([dispatchId]);
  return true;
}

/** Changes the words of a note. */
export async function editNote(dispatchId: string, noteId: string, body: string): Promise<boolean> {
  return settle(dispatchId, await call('note.edit', { noteId, body, author: initials() }));
}

/** Answers a note. */
export async function replyToNote(
  dispatchId: string,
  noteId: string,
  body: string,
): Promise<boolean> {
  return settle(dispatchId, await call('note.reply', { noteId, body, author: initials() }));
}

/** Resolves a note, or opens it again. */
export async function setNoteState(
  dispatchId: string,
  noteId: string,
  state: NoteModel['state'],
): Promise<boolean> {
  return settle(dispatchId, await call('note.set-state', { noteId, state, author: initials() }));
}

/** Begins a note on the selected words; false when none are selected. */
export function composeOnSelection(): boolean {
  const { selection } = useDesk.getState();
  if (selection === null) return false;
  const selected = getSelection();
  const range =
    selected !== null && selected.rangeCount > 0 ? selected.getRangeAt(0).cloneRange() : null;
  const top = range?.getBoundingClientRect().top ?? 0;
  // The words stay marked while the caret is in the note.
  if (range !== null) CSS.highlights.set(composingHighlight, new Highlight(range));
  useDesk.setState({
    composing: { ...selection, top },
    activeNoteId: null,
    marginTab: 'notes',
    marginOpen: true,
  });
  return true;
}

/** Puts the note being written away. */
export function endComposing(): void {
  CSS.highlights.delete(composingHighlight);
  useDesk.setState({ composing: null });
}

/** The note after or before the active one, in the order of the sheet; undefined when there is none. */
export function neighbour(
  order: readonly string[],
  active: string | null,
  step: 1 | -1,
): string | undefined {
  if (order.length === 0) return undefined;
  const at = active === null ? -1 : order.indexOf(active);
  if (at < 0) return step === 1 ? order[0] : order.at(-1);
  return order[(at + step + order.length) % order.length];
}

/** The open notes of a dispatch in the order their words stand on the sheet, newest take first. */
export function noteOrder(dispatch: DispatchModel): readonly string[] {
  const surfaces = [
    ...(dispatch.draft === null ? [] : [dispatch.draft.id]),
    ...dispatch.takes.toReversed().map((take) => take.id),
  ];
  return dispatch.notes
    .filter((note) => note.state === 'open')
    .toSorted(
      (a, b) =>
        surfaces.indexOf(a.target.id) - surfaces.indexOf(b.target.id) ||
        (a.anchor?.start ?? 0) - (b.anchor?.start ?? 0),
    )
    .map((note) => note.id);
}

function settle(
  dispatchId: string,
  outcome: Awaited<ReturnType<typeof call<'note.edit'>>>,
): boolean {
  if (!outcome.ok) {
    sayError(outcome.error);
    return false;
  }
  refresh([dispatchId]);
  return true;
}
