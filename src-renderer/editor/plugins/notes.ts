import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { NoteModel } from '@contract/notes';
import { canonicalText, offsetToPosition, positionToOffset } from '@domain/document/canonical-text';
import { noPlaces, placeOf, placesAfter, type NotePlaces } from './note-places';
import { NotesInSight, blockAtPosition } from './notes-in-sight';
import { PlaceTable, type NotePlace, type Range } from './place-table';

type NotesState = {
  readonly notes: ReadonlyMap<string, NoteModel>;
  readonly placed: NotePlaces;
  readonly activeId: string | null;
  /** The stretch in sight, and around it, where words are marked; null before it is known. */
  readonly seen: Range | null;
  readonly marks: DecorationSet;
};

type NotesMeta =
  | { readonly set: 'notes'; readonly notes: readonly NoteModel[] }
  | { readonly set: 'active'; readonly noteId: string | null }
  | { readonly set: 'seen'; readonly seen: Range };

/** From so many notes on, only words in sight are marked: thousands of marks are felt at each key. */
const manyNotes = 300;

/** Where a note's words stand, in UTF-16 offsets of the canonical text; null once they are gone. */
export type NoteRange = {
  readonly noteId: string;
  readonly range: { readonly start: number; readonly end: number } | null;
};

const key = new PluginKey<NotesState>('notes');

/** The views that show notes now. */
const shown = new Set<EditorView>();

/**
 * Notes on words: their places follow every change through the editor's own mapping, and are drawn
 * as inline decorations with `data-note-id` and the note's kind. Alt+Enter goes from words to the
 * note on them, and Enter too in a text that is only read.
 */
export function notesPlugin(
  onActivated: (noteId: string) => void,
  onOpened: (noteId: string) => void,
  use: 'read' | 'write',
): Plugin<NotesState> {
  return new Plugin<NotesState>({
    key,
    state: {
      init: () => ({
        notes: new Map(),
        placed: noPlaces,
        activeId: null,
        seen: null,
        marks: DecorationSet.empty,
      }),
      apply: (transaction, state) => applied(transaction, state),
    },
    view: (view) => {
      shown.add(view);
      const sight = new NotesInSight(
        view,
        () => seenIn(view.state),
        (seen) => view.dispatch(setSeen(view.state, seen)),
      );
      return {
        update: () => sight.look(),
        destroy: () => {
          shown.delete(view);
          sight.end();
        },
      };
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClick: (_view, _position, event) => {
        const noteId = noteIdAt(event.target);
        if (noteId !== null) onActivated(noteId);
        return false;
      },
      handleKeyDown: (view, event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey) return false;
        if (!event.altKey && use === 'write') return false;
        const noteId = noteAt(view.state, view.state.selection.head);
        if (noteId === undefined) return false;
        onOpened(noteId);
        return true;
      },
    },
  });
}

/** The transaction that shows these notes; a note already shown keeps its place. */
export function setNotes(state: EditorState, notes: readonly NoteModel[]): Transaction {
  return state.tr.setMeta(key, { set: 'notes', notes } satisfies NotesMeta);
}

/** The transaction that marks one note as the active one. */
export function setActiveNote(state: EditorState, noteId: string | null): Transaction {
  return state.tr.setMeta(key, { set: 'active', noteId } satisfies NotesMeta);
}

/** Where each note's words now stand. */
export function noteRanges(state: EditorState): readonly NoteRange[] {
  return placesOf(state).map(([noteId, place]) => ({
    noteId,
    range:
      place === null
        ? null
        : {
            start: positionToOffset(state.doc, place.from),
            end: positionToOffset(state.doc, place.to),
          },
  }));
}

/** The ids of notes whose words are gone. */
export function orphanedNotes(state: EditorState): readonly string[] {
  return key.getState(state)?.placed.places.lost() ?? [];
}

/** Marks the words of a note, though they are out of sight; false where no view has them. */
export function markWords(noteId: string): boolean {
  for (const view of shown) {
    const place = key.getState(view.state)?.placed.places.get(noteId);
    if (place === undefined || place === null) continue;
    if (isWindowed(view.state)) view.dispatch(setSeen(view.state, place));
    return true;
  }
  return false;
}

/** The blocks with the words of notes that are not marked, by the notes, in the views in `page`. */
export function blocksOfUnmarked(page: Element): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  for (const view of shown) {
    if (!page.contains(view.dom)) continue;
    const state = key.getState(view.state);
    const blocks = blockAtPosition(view);
    for (const [noteId, place] of state?.placed.places ?? []) {
      if (place === null || state === undefined || isMarked(state, noteId, place)) continue;
      const block = blocks(place.from);
      if (block !== null) found.set(noteId, block);
    }
  }
  return found;
}

/** The note whose words hold a position, the shortest of several; undefined when there is none. */
export function noteAt(state: EditorState, position: number): string | undefined {
  const notes = key.getState(state)?.notes;
  return placesOf(state)
    .flatMap(([id, place]) =>
      place !== null && place.from <= position && position <= place.to ? [{ id, place }] : [],
    )
    .filter(({ id }) => notes?.get(id)?.state === 'open')
    .toSorted((a, b) => a.place.to - a.place.from - (b.place.to - b.place.from))[0]?.id;
}

function setSeen(state: EditorState, seen: Range): Transaction {
  return state.tr.setMeta(key, { set: 'seen', seen } satisfies NotesMeta);
}

/** What is marked of a text with many notes; undefined where all of it is. */
function seenIn(state: EditorState): Range | null | undefined {
  return isWindowed(state) ? (key.getState(state)?.seen ?? null) : undefined;
}

function isWindowed(state: EditorState): boolean {
  return (key.getState(state)?.placed.places.size ?? 0) > manyNotes;
}

function placesOf(state: EditorState): readonly (readonly [string, NotePlace])[] {
  return [...(key.getState(state)?.placed.places ?? [])];
}

function applied(transaction: Transaction, state: NotesState): NotesState {
  const meta = transaction.getMeta(key) as NotesMeta | undefined;
  const mapped = transaction.docChanged ? mappedState(transaction, state) : state;
  if (meta === undefined) return mapped;
  const next = changed(mapped, meta, transaction.doc);
  return { ...next, marks: marksOf(next, transaction.doc) };
}

/** Marks that only moved are mapped: drawing thousands anew at each key would be felt. */
function mappedState(transaction: Transaction, state: NotesState): NotesState {
  if (state.placed.places.size === 0) return state;
  const { now: placed, jumped } = placesAfter(
    transaction,
    state.placed,
    (noteId) => state.notes.get(noteId)?.anchor ?? null,
  );
  const { doc, mapping } = transaction;
  const seen =
    state.seen === null
      ? null
      : { from: mapping.map(state.seen.from, -1), to: mapping.map(state.seen.to, 1) };
  const next = { ...state, placed, seen };
  const marks = jumped ? marksOf(next, doc) : state.marks.map(mapping, doc);
  return { ...next, marks };
}

function changed(state: NotesState, meta: NotesMeta, document: Node): NotesState {
  if (meta.set === 'active') return { ...state, activeId: meta.noteId };
  if (meta.set === 'seen') return { ...state, seen: meta.seen };
  const notes = new Map(meta.notes.map((note) => [note.id, note]));
  const places = new Map<string, NotePlace>();
  const text = canonicalText(document);
  for (const note of meta.notes) {
    if (note.anchor === null) continue;
    const known = state.placed.places.get(note.id);
    const isNew = known === undefined || timesPut(note) > timesPut(state.notes.get(note.id));
    places.set(note.id, isNew ? placeOfNote(document, text, note) : known);
  }
  return { ...state, notes, placed: { ...state.placed, places: PlaceTable.of(places) } };
}

/** How often a person put a note on other words: then it is where the archive has it. */
function timesPut(note: NoteModel | undefined): number {
  return note?.events.filter(({ change }) => change === 'reattached').length ?? 0;
}

/** A settled anchor is of this very text, where its words and their context stand at its offsets. */
function placeOfNote(document: Node, text: string, { anchor, settled }: NoteModel): NotePlace {
  if (anchor === null) return null;
  const { exact, prefix, suffix, start, end } = anchor;
  const isThere = text.startsWith(prefix + exact + suffix, start - prefix.length);
  if (!settled || !isThere) return placeOf(document, text, anchor);
  return { from: offsetToPosition(document, start), to: offsetToPosition(document, end) };
}

function marksOf(state: NotesState, document: Node): DecorationSet {
  const { notes, placed, activeId } = state;
  const decorations: Decoration[] = [];
  for (const [noteId, place] of placed.places) {
    if (place === null || !isMarked(state, noteId, place)) continue;
    decorations.push(
      Decoration.inline(place.from, place.to, {
        nodeName: 'span',
        class: noteId === activeId ? 'note-mark note-active' : 'note-mark',
        'data-note-id': noteId,
        'data-note-kind': notes.get(noteId)?.kind ?? 'comment',
      }),
    );
  }
  return DecorationSet.create(document, decorations);
}

/** Whether the words of a note are marked: it is open, and they are in sight or nearly. */
function isMarked({ notes, placed, seen }: NotesState, noteId: string, place: Range): boolean {
  if (notes.get(noteId)?.state !== 'open') return false;
  if (placed.places.size <= manyNotes) return true;
  return seen !== null && place.to >= seen.from && place.from <= seen.to;
}

function noteIdAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-note-id]')?.getAttribute('data-note-id') ?? null;
}
