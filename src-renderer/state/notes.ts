import type { DispatchModel } from '@contract/models';
import type { NoteModel } from '@contract/notes';
import type { Anchor, NoteKind, NotePart } from '@domain/annotation/annotation';
import { call } from '../bridge/bridge';
import { markWords } from '../editor';
import { showMargin, useDesk, type Composing } from './desk';
import { flushDraft } from './draft';
import { initials, refresh } from './queries';
import { say, sayError } from './toasts';

const composingHighlight = 'composing';

/** A note about to be kept. */
export type NewNote = {
  readonly target: NoteModel['target'];
  readonly anchor: Anchor | null;
  readonly part: NotePart;
} & NoteWords;

/** What a person says in a note. */
export type NoteWords = {
  readonly kind: NoteKind;
  readonly body: string;
  /** To whom it is; empty for everybody. */
  readonly addressee: string;
  /** Ids of the dispatches it links to. */
  readonly links: readonly string[];
};

/** Keeps a new note; true when the archive has it. The draft's words are saved before it. */
export async function createNote(dispatchId: string, note: NewNote): Promise<boolean> {
  if (note.target.on === 'draft') await flushDraft();
  const outcome = await call('note.create', {
    ...note,
    links: [...note.links],
    dispatchId,
    author: initials(),
  });
  if (!outcome.ok) {
    sayError(outcome.error);
    return false;
  }
  say('toast.noted', undefined, 'good');
  useDesk.setState({ activeNoteId: outcome.value.id });
  refresh([dispatchId]);
  return true;
}

/** Changes what a note says. */
export async function editNote(
  dispatchId: string,
  noteId: string,
  words: NoteWords,
): Promise<boolean> {
  const request = { ...words, links: [...words.links], noteId, author: initials() };
  return settle(dispatchId, await call('note.edit', request));
}

/** Puts a note on the words that are selected; false when none are, or the archive refuses. */
export async function reattachNote(dispatchId: string, noteId: string): Promise<boolean> {
  const { selection } = useDesk.getState();
  if (selection === null) {
    say('toast.no-selection');
    return false;
  }
  const { target, anchor } = selection;
  if (target.on === 'draft') await flushDraft();
  const request = { noteId, target, anchor, author: initials() };
  return settle(dispatchId, await call('note.reattach', request));
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

/** Brings the notes of a file of Web Annotations into a dispatch, and says what became of them. */
export async function importNotes(dispatchId: string): Promise<void> {
  const outcome = await call('note.import', { dispatchId });
  if (outcome.ok) {
    const { added, unchanged, withoutWords } = outcome.value;
    const placed = added - withoutWords;
    say('toast.notes-imported', { placed, withoutWords, unchanged }, 'good');
    refresh([dispatchId]);
  } else if (outcome.error.code !== 'cancelled') {
    sayError(outcome.error);
  }
}

/** Goes to the words of a note on the sheet; on `focus` the caret too. */
export function showWords(noteId: string, how: 'show' | 'focus' = 'show'): void {
  useDesk.setState({ activeNoteId: noteId });
  markWords(noteId);
  const words = document.querySelector<HTMLElement>(`.ProseMirror [data-note-id="${noteId}"]`);
  words?.scrollIntoView({ block: 'center' });
  if (how === 'show' || words === null) return;
  words.closest<HTMLElement>('.ProseMirror')?.focus({ preventScroll: true });
  getSelection()?.setPosition(words.firstChild, 0);
}

/** Puts the focus on the card of a note, opening the margin for it. */
export function focusCard(noteId: string): void {
  useDesk.setState({ activeNoteId: noteId });
  showMargin('notes');
  // The card is drawn with the margin.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>(`[data-card="${noteId}"]`)
        ?.focus({ preventScroll: true }),
    ),
  );
}

/** Begins a note on the photo the caret is in; false when it is in none. */
export function composeOnPhoto(): boolean {
  const { photo } = useDesk.getState();
  if (photo === null) return false;
  const take = document.querySelector(`[data-take="${photo.target.id}"] figure`);
  beginComposing({ ...photo, part: 'photo', top: take?.getBoundingClientRect().top ?? 0 });
  return true;
}

/** Begins a note on the whole take the caret is in, else on the draft or the newest take. */
export function composeOnTake(dispatch: DispatchModel): boolean {
  const here = document.activeElement?.closest('[data-take]')?.getAttribute('data-take');
  const { draft, takes } = dispatch;
  const take = takes.find(({ id }) => id === here) ?? takes.at(-1);
  const onDraft = draft !== null && (here === draft.id || takes.every(({ id }) => id !== here));
  const id = onDraft ? draft.id : take?.id;
  if (id === undefined) return false;
  const top = document.querySelector(`[data-take="${id}"]`)?.getBoundingClientRect().top ?? 0;
  const target = { on: onDraft ? ('draft' as const) : ('take' as const), id };
  beginComposing({ target, part: 'words', anchor: null, top });
  return true;
}

/** Begins a note on the dispatch as a whole. */
export function composeOnDispatch(dispatchId: string): void {
  beginComposing({
    target: { on: 'dispatch', id: dispatchId },
    part: 'words',
    anchor: null,
    top: 0,
  });
}

function beginComposing(composing: Composing): void {
  useDesk.setState({ composing, activeNoteId: null });
  showMargin('notes');
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
  beginComposing({ ...selection, part: 'words', top });
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
