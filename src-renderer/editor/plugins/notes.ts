import { isHistoryTransaction } from 'prosemirror-history';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { NoteModel } from '@contract/models';
import { makeAnchor, resolveAnchor } from '@domain/annotation/anchor';
import type { Anchor } from '@domain/annotation/annotation';
import { canonicalText, offsetToPosition, positionToOffset } from '@domain/document/canonical-text';
import { isFromElsewhere } from '../sharing';

/** Where a note's words are in the editor; null once they are gone. ProseMirror positions. */
export type NotePlace = { readonly from: number; readonly to: number } | null;

type NotesState = {
  readonly notes: ReadonlyMap<string, NoteModel>;
  readonly places: ReadonlyMap<string, NotePlace>;
  /** What each note's words were before changes took some or all of them, oldest first. */
  readonly taken: ReadonlyMap<string, readonly Anchor[]>;
  /** Where notes were in the documents before, oldest first: undoing one brings back both. */
  readonly past: readonly Past[];
  readonly activeId: string | null;
  readonly marks: DecorationSet;
};

type Past = { readonly document: Node; readonly places: ReadonlyMap<string, NotePlace> };

type NotesMeta =
  | { readonly set: 'notes'; readonly notes: readonly NoteModel[] }
  | { readonly set: 'active'; readonly noteId: string | null };

/** How many such changes are remembered of a note. */
const remembered = 100;
const key = new PluginKey<NotesState>('notes');

/**
 * Notes on words: their places follow every change through the editor's own mapping, and are drawn
 * as inline decorations with `data-note-id`.
 */
export function notesPlugin(onActivated: (noteId: string) => void): Plugin<NotesState> {
  return new Plugin<NotesState>({
    key,
    state: {
      init: () => ({
        notes: new Map(),
        places: new Map(),
        taken: new Map(),
        past: [],
        activeId: null,
        marks: DecorationSet.empty,
      }),
      apply: (transaction, state) => {
        const next = applied(transaction, state, transaction.doc);
        return next === state ? state : { ...next, marks: marksOf(next, transaction.doc) };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClick: (_view, _position, event) => {
        const noteId = noteIdAt(event.target);
        if (noteId !== null) onActivated(noteId);
        return false;
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

/** Where each note's words now stand, as anchors; null for those whose words are gone. */
export function noteAnchors(
  state: EditorState,
): readonly { readonly noteId: string; readonly anchor: Anchor | null }[] {
  const text = canonicalText(state.doc);
  return placesOf(state).map(([noteId, place]) => ({
    noteId,
    anchor: place === null ? null : anchorOf(state.doc, text, place),
  }));
}

/** The ids of notes whose words are gone. */
export function orphanedNotes(state: EditorState): readonly string[] {
  return placesOf(state).flatMap(([noteId, place]) => (place === null ? [noteId] : []));
}

function placesOf(state: EditorState): readonly (readonly [string, NotePlace])[] {
  return [...(key.getState(state)?.places ?? [])];
}

function applied(transaction: Transaction, state: NotesState, document: Node): NotesState {
  const mapped = transaction.docChanged ? mappedPlaces(transaction, state, document) : state;
  const meta = transaction.getMeta(key) as NotesMeta | undefined;
  if (meta === undefined) return mapped;
  if (meta.set === 'active') return { ...mapped, activeId: meta.noteId };
  const notes = new Map(meta.notes.map((note) => [note.id, note]));
  const places = new Map<string, NotePlace>();
  const text = canonicalText(document);
  for (const note of meta.notes) {
    if (note.anchor === null) continue;
    const known = mapped.places.get(note.id);
    places.set(note.id, known === undefined ? placeOf(document, text, note.anchor) : known);
  }
  return { ...mapped, notes, places };
}

/** Words deleted leave no place; undoing the deletion brings back the words, and so the place. */
function mappedPlaces(transaction: Transaction, state: NotesState, document: Node): NotesState {
  const places = new Map<string, NotePlace>();
  const taken = new Map(state.taken);
  const text = once(() => canonicalText(document));
  const textBefore = once(() => canonicalText(transaction.before));
  const before = isHistoryTransaction(transaction)
    ? state.past.findLast((past) => past.document.eq(document))?.places
    : undefined;
  // Another window's undoing comes as any other change of its own.
  const undoes = isHistoryTransaction(transaction) || isFromElsewhere(transaction);
  for (const [noteId, place] of state.places) {
    const mapped = place === null ? null : mappedPlace(transaction, place);
    if (place !== null && lengthOf(mapped) < lengthOf(place)) {
      const words = anchorOf(transaction.before, textBefore(), place);
      taken.set(noteId, [...(taken.get(noteId) ?? []), words].slice(-remembered));
    }
    const mayComeBack = place === null || undoes;
    const kept = state.notes.get(noteId)?.anchor ?? null;
    const former = [...(taken.get(noteId) ?? []), ...(kept === null ? [] : [kept])];
    const found = mayComeBack ? widest(document, text, former, mapped) : mapped;
    places.set(noteId, before?.get(noteId) ?? found);
  }
  const past = [...state.past, { document: transaction.before, places: state.places }];
  return { ...state, places, taken, past: past.slice(-remembered) };
}

function mappedPlace({ mapping }: Transaction, { from, to }: Exclude<NotePlace, null>): NotePlace {
  const [start, end] = [mapping.map(from, 1), mapping.map(to, -1)];
  return start < end ? { from: start, to: end } : null;
}

/**
 * The first of a note's former words that are there again and hold what it has now. The last are
 * those the archive has: where it has lost its place, other words between the same ones will do.
 */
function widest(
  document: Node,
  text: () => string,
  former: readonly Anchor[],
  now: NotePlace,
): NotePlace {
  for (const anchor of former) {
    const resolved = resolveAnchor(text(), anchor);
    if (resolved.status !== 'exact' && resolved.status !== 'moved') continue;
    const from = offsetToPosition(document, resolved.start);
    const to = offsetToPosition(document, resolved.end);
    if (now === null || (from <= now.from && to >= now.to)) return { from, to };
  }
  const kept = former.at(-1);
  return now === null && kept !== undefined ? placeOf(document, text(), kept) : now;
}

function lengthOf(place: NotePlace): number {
  return place === null ? 0 : place.to - place.from;
}

function anchorOf(document: Node, text: string, { from, to }: Exclude<NotePlace, null>): Anchor {
  return makeAnchor(text, positionToOffset(document, from), positionToOffset(document, to));
}

/** Works a value out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function placeOf(document: Node, text: string, anchor: Anchor): NotePlace {
  const resolved = resolveAnchor(text, anchor);
  if (resolved.status === 'orphaned') return null;
  return {
    from: offsetToPosition(document, resolved.start),
    to: offsetToPosition(document, resolved.end),
  };
}

function marksOf({ notes, places, activeId }: NotesState, document: Node): DecorationSet {
  const decorations: Decoration[] = [];
  for (const [noteId, place] of places) {
    const note = notes.get(noteId);
    if (place === null || note === undefined || note.state === 'resolved') continue;
    decorations.push(
      Decoration.inline(place.from, place.to, {
        nodeName: 'span',
        class: noteId === activeId ? 'note-mark note-active' : 'note-mark',
        'data-note-id': noteId,
      }),
    );
  }
  return DecorationSet.create(document, decorations);
}

function noteIdAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('[data-note-id]')?.getAttribute('data-note-id') ?? null;
}
