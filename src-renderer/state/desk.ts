import { create } from 'zustand';
import type { SearchHit, WireView } from '@contract/models';
import type { NoteTarget } from '@contract/notes';
import type { Anchor, NotePart } from '@domain/annotation/annotation';
import type { Matcher } from '@domain/query/highlight';
import type { WordSelection } from '../editor/types';

/** The tabs of the margin, in order. */
export const marginTabs = ['notes', 'details', 'history', 'checks'] as const;
export type MarginTab = (typeof marginTabs)[number];

/** What may stand over the desk; one at a time. */
export type DialogName =
  | 'publish'
  | 'discard'
  | 'discarded'
  | 'find-everywhere'
  | 'quotation'
  | 'something-wrong'
  | 'embargo'
  | 'stamp'
  | 'compare'
  | 'merge'
  | 'export'
  | 'library'
  | 'templates'
  | 'new-from-template'
  | 'draft-from-template'
  | 'folders'
  | 'subjects'
  | 'persons'
  | 'found-subject'
  | 'time-line'
  | 'life-line'
  | 'preferences'
  | 'shortcuts'
  | 'licences'
  | 'help'
  | 'diagnostics'
  | 'verify'
  | 'backups'
  | 'make-own'
  | 'paste'
  | 'pasted'
  | 'palette'
  | 'open-quickly';

/** What a note is being written on, at a height of the window. */
export type Composing = {
  readonly target: NoteTarget;
  readonly part: NotePart;
  /** Null for the whole of the target. */
  readonly anchor: Anchor | null;
  readonly top: number;
};

/** The ways a dispatch can be read. */
export const sheetViews = ['takes', 'story', 'as-it-read'] as const;
export type SheetView = (typeof sheetViews)[number];

/** What the window shows. */
export type Desk = {
  readonly dispatchId: string | null;
  readonly wireView: WireView;
  readonly mode: 'wire' | 'search' | 'trace';
  /** Whether the margin was open before the search took its room; null outside of it. */
  readonly marginBefore: boolean | null;
  readonly marginTab: MarginTab;
  readonly wireOpen: boolean;
  readonly marginOpen: boolean;
  /** Whether both side panes are away and only the paragraph in hand is at full ink. */
  readonly focusMode: boolean;
  readonly wireWidth: number;
  readonly searchWidth: number;
  readonly marginWidth: number;
  readonly dialog: DialogName | null;
  /** The take a dialog is about, where it is about one. */
  readonly dialogTakeId: string | null;
  readonly sheetView: SheetView;
  readonly takesOrder: 'newest' | 'oldest';
  /** ms; the instant asked for in "as it read at"; null is the newest. */
  readonly readAt: number | null;
  readonly activeNoteId: string | null;
  readonly selection: WordSelection | null;
  /** The photo the caret is in. */
  readonly photo: WordSelection | null;
  readonly composing: Composing | null;
  /** What to mark in the open dispatch; empty when no search led to it. */
  readonly searchMatchers: readonly Matcher[];
  /** The take or draft of the search hit last opened; its first passage is gone to. */
  readonly hitSourceId: string | null;
  /** Rises with each search hit opened, so that the sheet goes to its first passage again. */
  readonly hitOpened: number;
  /** Whether the person has a dispatch open by choice, or wants none: then none is chosen for them. */
  readonly chosen: boolean;
};

const nothingFound: readonly Matcher[] = [];
const remembered = 'writethru.panes';

/** The state of the desk. Changed by the functions below and by `useDesk.setState`. */
export const useDesk = create<Desk>()(() => ({
  dispatchId: null,
  wireView: 'all',
  mode: 'wire',
  marginBefore: null,
  marginTab: 'notes',
  dialog: null,
  dialogTakeId: null,
  sheetView: 'takes',
  takesOrder: 'newest',
  readAt: null,
  activeNoteId: null,
  selection: null,
  photo: null,
  composing: null,
  searchMatchers: nothingFound,
  hitSourceId: null,
  hitOpened: 0,
  chosen: false,
  ...panes(),
}));

/** Shows the search in place of the wire; the margin makes room, until it is asked for. */
export function enterSearch(): void {
  const { mode, marginOpen } = useDesk.getState();
  if (mode === 'search') return;
  useDesk.setState({ mode: 'search', marginBefore: marginOpen, marginOpen: false });
  setPanes({ wireOpen: true });
}

// However the search is left, the margin is as it was before, or as it was opened since.
useDesk.subscribe(({ mode, marginBefore, marginOpen }) => {
  if (mode === 'search' || marginBefore === null) return;
  useDesk.setState({ marginBefore: null, marginOpen: marginOpen || marginBefore });
});

/** Opens a dispatch in the sheet; null closes the one that is open. */
export function openDispatch(id: string | null): void {
  open(id, { searchMatchers: nothingFound, hitSourceId: null });
}

/** Opens a dispatch as it read at an instant (ms). */
export function openAsItRead(id: string, readAt: number): void {
  open(id, { searchMatchers: nothingFound, hitSourceId: null, sheetView: 'as-it-read', readAt });
}

/** Shows the open dispatch take by take, as one story, or as it read at an instant. */
export function showView(sheetView: SheetView): void {
  useDesk.setState({ sheetView, readAt: null });
}

/** Opens a dispatch at one of its notes. */
export function openNote(dispatchId: string, noteId: string): void {
  open(dispatchId, { sheetView: 'takes', readAt: null });
  useDesk.setState({ activeNoteId: noteId });
  showMargin('notes');
}

/** Opens what a search found: its words are marked, and the first of them is gone to. */
export function openHit(
  hit: Pick<SearchHit, 'dispatchId' | 'source' | 'sourceId'>,
  searchMatchers: readonly Matcher[],
): void {
  open(hit.dispatchId, {
    searchMatchers,
    hitSourceId: hit.source === 'note' ? null : hit.sourceId,
    hitOpened: useDesk.getState().hitOpened + 1,
    // What was found stands in a take or draft.
    sheetView: 'takes',
    readAt: null,
  });
  if (hit.source === 'note') {
    useDesk.setState({ activeNoteId: hit.sourceId });
    showMargin('notes');
  }
}

function open(id: string | null, change: Partial<Desk>): void {
  const moved = useDesk.getState().dispatchId !== id;
  useDesk.setState({
    chosen: true,
    ...(moved && {
      dispatchId: id,
      activeNoteId: null,
      selection: null,
      photo: null,
      composing: null,
      sheetView: 'takes',
      readAt: null,
    }),
    ...change,
  });
}

/** Stops marking what a search found. */
export function stopMarking(): void {
  useDesk.setState({ searchMatchers: nothingFound, hitSourceId: null });
}

/** Shows a tab of the margin, opening the margin if it is closed; focus mode ends for it. */
export function showMargin(tab: MarginTab): void {
  useDesk.setState({ marginTab: tab, marginOpen: true });
  leaveFocusMode();
}

/** Shows or hides a side pane; one that focus mode keeps away is shown. */
export function togglePane(pane: 'wireOpen' | 'marginOpen'): void {
  const desk = useDesk.getState();
  setPanes({ [pane]: desk.focusMode || !desk[pane] });
}

/** Brings the side panes back as they were before focus mode. */
export function leaveFocusMode(): void {
  if (useDesk.getState().focusMode) setPanes({ focusMode: false });
}

/** Puts a dialog over the desk, about a take where it is about one; null takes it away. */
export function showDialog(dialog: DialogName | null, dialogTakeId: string | null = null): void {
  useDesk.setState({ dialog, dialogTakeId });
}

/**
 * Changes the panes, and remembers them: for this window, and for those opened from now on. A pane
 * that is opened ends focus mode.
 */
export function setPanes(change: Partial<Panes>): void {
  const opens = change.wireOpen === true || change.marginOpen === true;
  useDesk.setState({ ...(opens && { focusMode: false }), ...change });
  const { wireOpen, focusMode, wireWidth, searchWidth, marginWidth, ...desk } = useDesk.getState();
  const marginOpen = desk.marginBefore ?? desk.marginOpen;
  try {
    const widths = { wireWidth, searchWidth, marginWidth };
    const kept = JSON.stringify({ wireOpen, marginOpen, focusMode, ...widths });
    sessionStorage.setItem(remembered, kept);
    localStorage.setItem(remembered, kept);
  } catch {
    // Without storage the panes start as they are drawn; nothing else depends on it.
  }
}

type Panes = Pick<
  Desk,
  'wireOpen' | 'marginOpen' | 'focusMode' | 'wireWidth' | 'searchWidth' | 'marginWidth'
>;

function panes(): Panes {
  const drawn: Panes = {
    wireOpen: true,
    marginOpen: true,
    focusMode: false,
    wireWidth: 300,
    searchWidth: 800,
    marginWidth: 324,
  };
  try {
    // Windows share the local storage, and each has a session of its own.
    const stored = sessionStorage.getItem(remembered) ?? localStorage.getItem(remembered);
    const kept: unknown = JSON.parse(stored ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...drawn, ...kept } : drawn;
  } catch {
    return drawn;
  }
}
