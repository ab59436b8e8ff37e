import type { NoteTarget } from '../../contract/notes';
import { makeAnchor, resolveAnchor } from '../../domain/annotation/anchor';
import type { Anchor, NoteChange, NoteKind, NotePart } from '../../domain/annotation/annotation';
import { canonicalText } from '../../domain/document/canonical-text';
import { first, inTransaction, run, type WritableDb } from '../database';
import { loadDraft } from '../queries/drafts';
import { publishedDocument } from '../queries/story-takes';
import { Refusal } from '../refusal';
import { indexNote, refreshStandings } from '../search/index-dispatch';
import { refreshWireRow } from './wire-row';

/** A note about to be made, on a take, a draft or the whole dispatch. */
export type NewNote = {
  readonly id: string;
  readonly dispatchId: string;
  readonly target: NoteTarget;
  /** Words, unless told otherwise. */
  readonly part?: NotePart;
  readonly anchor: Anchor | null;
  readonly kind: NoteKind;
  readonly body: string;
  readonly author: string;
  /** To whom it is; to everybody, unless told otherwise. */
  readonly addressee?: string;
  /** Ids of the dispatches it links to. */
  readonly links?: readonly string[];
  /** ms */
  readonly now: number;
};

/** The dispatch a change to a note concerns. */
type Noted = { readonly dispatchId: string };

/** Makes a note. Words of a published take have to be there; those of a draft may be gone by now. */
export function createNote(db: WritableDb, note: NewNote): Noted {
  return inTransaction(db, () => {
    insertNote(db, note);
    refreshWireRow(db, note.dispatchId);
    refreshStandings(db, note.dispatchId);
    return { dispatchId: note.dispatchId };
  });
}

/** Inserts a note with its links and puts it in the index; part of a caller's transaction. */
export function insertNote(db: WritableDb, note: NewNote): void {
  const place = placed(db, note);
  run(
    db,
    `INSERT INTO note (id, dispatch_id, take_id, draft_id, part, kind, body, author, addressee,
       state, anchor, anchor_version, created_at)
     VALUES (:id, :dispatchId, :takeId, :draftId, :part, :kind, :body, :author, :addressee, 'open',
       :anchor, :version, :now)`,
    {
      id: note.id,
      dispatchId: note.dispatchId,
      takeId: note.target.on === 'take' ? note.target.id : null,
      draftId: note.target.on === 'draft' ? note.target.id : null,
      part: note.part ?? 'words',
      kind: note.kind,
      body: note.body,
      author: note.author,
      addressee: note.addressee ?? '',
      anchor: place.anchor === null ? null : JSON.stringify(place.anchor),
      version: place.version,
      now: note.now,
    },
  );
  setLinks(db, note.id, note.links ?? []);
  indexNote(db, note.id);
}

/** Changes what a note says, its kind, to whom it is, what it links to; what was is kept. */
export function editNote(
  db: WritableDb,
  input: {
    readonly noteId: string;
    readonly body: string;
    readonly kind: NoteKind;
    readonly addressee: string;
    readonly links: readonly string[];
    readonly author: string;
    readonly now: number;
  },
): Noted {
  return inTransaction(db, () => {
    const note = noteRow(db, input.noteId);
    const links = linksOf(db, input.noteId);
    const keep = (change: NoteChange, before: string, after: string): boolean => {
      if (before !== after) keepEvent(db, { ...input, change, before });
      return before !== after;
    };
    const edited = keep('edited', note.body, input.body);
    keep('kind-changed', note.kind, input.kind);
    keep('addressed', note.addressee, input.addressee);
    keep('linked', links.join(' '), input.links.toSorted().join(' '));
    run(
      db,
      `UPDATE note SET body = :body, kind = :kind, addressee = :addressee,
         edited_at = CASE WHEN :edited THEN :now ELSE edited_at END WHERE id = :noteId`,
      {
        noteId: input.noteId,
        body: input.body,
        kind: input.kind,
        addressee: input.addressee,
        edited: edited ? 1 : 0,
        now: input.now,
      },
    );
    setLinks(db, input.noteId, input.links);
    indexNote(db, input.noteId);
    refreshWireRow(db, note.dispatchId);
    return { dispatchId: note.dispatchId };
  });
}

/** Puts a note on words chosen for it; those it was on are kept. */
export function reattachNote(
  db: WritableDb,
  input: {
    readonly noteId: string;
    readonly target: NoteTarget;
    readonly anchor: Anchor;
    readonly author: string;
    readonly now: number;
  },
): Noted {
  return inTransaction(db, () => {
    const { noteId, target } = input;
    const { dispatchId, anchor: before } = noteRow(db, noteId);
    const place = placed(db, { dispatchId, target, anchor: input.anchor });
    keepEvent(db, { ...input, change: 'reattached', before: before ?? '' });
    run(
      db,
      `UPDATE note SET take_id = :takeId, draft_id = :draftId, part = 'words', anchor = :anchor,
         anchor_version = :version WHERE id = :noteId`,
      {
        noteId,
        takeId: target.on === 'take' ? target.id : null,
        draftId: target.on === 'draft' ? target.id : null,
        anchor: JSON.stringify(place.anchor),
        version: place.version,
      },
    );
    refreshWireRow(db, dispatchId);
    return { dispatchId };
  });
}

/** Resolves or reopens a note. */
export function setNoteState(
  db: WritableDb,
  input: {
    readonly noteId: string;
    readonly state: 'open' | 'resolved';
    readonly author: string;
    readonly now: number;
  },
): Noted {
  return inTransaction(db, () => {
    const note = noteRow(db, input.noteId);
    if (note.state === input.state) return { dispatchId: note.dispatchId };
    const change = input.state === 'resolved' ? 'resolved' : 'reopened';
    keepEvent(db, { ...input, change, before: note.state });
    run(db, 'UPDATE note SET state = :state WHERE id = :noteId', {
      noteId: input.noteId,
      state: input.state,
    });
    refreshWireRow(db, note.dispatchId);
    refreshStandings(db, note.dispatchId);
    return { dispatchId: note.dispatchId };
  });
}

/** Answers a note. */
export function replyToNote(
  db: WritableDb,
  input: {
    readonly id: string;
    readonly noteId: string;
    readonly body: string;
    readonly author: string;
    readonly now: number;
  },
): Noted {
  return inTransaction(db, () => {
    const { dispatchId } = noteRow(db, input.noteId);
    insertReply(db, input);
    indexNote(db, input.noteId);
    return { dispatchId };
  });
}

/** Inserts an answer; part of a caller's transaction. */
export function insertReply(
  db: WritableDb,
  { id, noteId, author, body, now }: Parameters<typeof replyToNote>[1],
): void {
  run(
    db,
    `INSERT INTO note_reply (id, note_id, author, body, created_at)
     VALUES (:id, :noteId, :author, :body, :now)`,
    { id, noteId, author, body, now },
  );
}

/** Keeps that something became of a note, and what was before. */
export function keepEvent(
  db: WritableDb,
  event: {
    readonly noteId: string;
    readonly now: number;
    readonly author: string;
    readonly change: NoteChange;
    readonly before: string;
  },
): void {
  const { noteId, now, author, change, before } = event;
  run(
    db,
    `INSERT INTO note_event (note_id, at, author, change, before)
     VALUES (:noteId, :now, :author, :change, :before)`,
    { noteId, now, author, change, before },
  );
}

type NoteRow = {
  readonly dispatchId: string;
  readonly kind: string;
  readonly body: string;
  readonly addressee: string;
  readonly state: string;
  readonly anchor: string | null;
};

function noteRow(db: WritableDb, noteId: string): NoteRow {
  const note = first<NoteRow>(
    db,
    `SELECT dispatch_id AS dispatchId, kind, body, addressee, state, anchor
     FROM note WHERE id = :noteId`,
    { noteId },
  );
  if (note === undefined) throw new Refusal('not-found', 'note');
  return note;
}

function linksOf(db: WritableDb, noteId: string): readonly string[] {
  const found = first<{ ids: string | null }>(
    db,
    `SELECT group_concat(dispatch_id, ' ') AS ids FROM
       (SELECT dispatch_id FROM note_link WHERE note_id = :noteId ORDER BY dispatch_id)`,
    { noteId },
  );
  return found?.ids == null ? [] : found.ids.split(' ');
}

function setLinks(db: WritableDb, noteId: string, links: readonly string[]): void {
  run(db, 'DELETE FROM note_link WHERE note_id = :noteId', { noteId });
  for (const dispatchId of new Set(links)) {
    const known = first(db, 'SELECT 1 FROM dispatch WHERE id = :dispatchId', { dispatchId });
    if (known === undefined) throw new Refusal('not-found', 'dispatch');
    run(db, 'INSERT INTO note_link (note_id, dispatch_id) VALUES (:noteId, :dispatchId)', {
      noteId,
      dispatchId,
    });
  }
}

/**
 * Where a note is put: its anchor in the text its target has now, and the version of a draft that
 * is. A note may only speak of its own dispatch. Words that are not in a published take are refused;
 * those that are no longer in a draft leave the note without a place.
 */
function placed(
  db: WritableDb,
  { dispatchId, target, anchor }: Pick<NewNote, 'dispatchId' | 'target' | 'anchor'>,
): { readonly anchor: Anchor | null; readonly version: number | null } {
  if (target.on === 'dispatch') {
    const known = first(db, 'SELECT 1 FROM dispatch WHERE id = :id', { id: target.id });
    if (known === undefined || target.id !== dispatchId) throw new Refusal('not-found', 'dispatch');
    if (anchor !== null) throw new Refusal('validation', 'words-not-there');
    return { anchor: null, version: null };
  }
  const { text, version } =
    target.on === 'take'
      ? { text: takeText(db, target.id, dispatchId), version: null }
      : draftText(db, target.id, dispatchId);
  if (anchor === null) return { anchor, version: null };
  const found = isThere(text, anchor)
    ? { status: 'exact' as const, start: anchor.start, end: anchor.end }
    : resolveAnchor(text, anchor);
  if (found.status === 'exact' || found.status === 'moved') {
    return { anchor: makeAnchor(text, found.start, found.end), version };
  }
  if (target.on === 'take') throw new Refusal('validation', 'words-not-there');
  return { anchor, version: null };
}

/** Whether an anchor's words stand in a text where it says, with all its context. */
function isThere(text: string, { exact, prefix, suffix, start, end }: Anchor): boolean {
  return (
    exact !== '' &&
    end - start === exact.length &&
    start >= prefix.length &&
    text.startsWith(prefix + exact + suffix, start - prefix.length)
  );
}

function takeText(db: WritableDb, id: string, dispatchId: string): string {
  const take = first<{ document: string }>(
    db,
    'SELECT document FROM take WHERE id = :id AND dispatch_id = :dispatchId',
    { id, dispatchId },
  );
  if (take === undefined) throw new Refusal('not-found', 'take');
  return canonicalText(publishedDocument(id, take.document));
}

function draftText(
  db: WritableDb,
  id: string,
  dispatchId: string,
): { readonly text: string; readonly version: number } {
  const draft = loadDraft(db, id);
  if (draft.dispatchId !== dispatchId) throw new Refusal('not-found', 'draft');
  return { text: canonicalText(draft.document), version: draft.version };
}
