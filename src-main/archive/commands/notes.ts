import type { Anchor, NoteKind } from '../../domain/annotation/annotation';
import { first, inTransaction, run, type WritableDb } from '../database';
import { Refusal } from '../refusal';
import { indexNote, refreshStandings } from '../search/index-dispatch';
import { refreshWireRow } from './wire-row';

/** A note about to be made, on a take or on a draft. */
export type NewNote = {
  readonly id: string;
  readonly dispatchId: string;
  readonly target: { readonly on: 'take' | 'draft'; readonly id: string };
  readonly anchor: Anchor | null;
  readonly kind: NoteKind;
  readonly body: string;
  readonly author: string;
  /** ms */
  readonly now: number;
};

/** The dispatch a change to a note concerns. */
type Noted = { readonly dispatchId: string };

/** Makes a note on the words of a take or draft. */
export function createNote(db: WritableDb, note: NewNote): Noted {
  return inTransaction(db, () => {
    refuseForeignTarget(db, note);
    run(
      db,
      `INSERT INTO note (id, dispatch_id, take_id, draft_id, kind, body, author, state, anchor,
         created_at)
       VALUES (:id, :dispatchId, :takeId, :draftId, :kind, :body, :author, 'open', :anchor, :now)`,
      {
        id: note.id,
        dispatchId: note.dispatchId,
        takeId: note.target.on === 'take' ? note.target.id : null,
        draftId: note.target.on === 'draft' ? note.target.id : null,
        kind: note.kind,
        body: note.body,
        author: note.author,
        anchor: note.anchor === null ? null : JSON.stringify(note.anchor),
        now: note.now,
      },
    );
    indexNote(db, note.id);
    refreshWireRow(db, note.dispatchId);
    refreshStandings(db, note.dispatchId);
    return { dispatchId: note.dispatchId };
  });
}

/** Changes what a note says; what it said before is kept. */
export function editNote(
  db: WritableDb,
  input: {
    readonly noteId: string;
    readonly body: string;
    readonly author: string;
    readonly now: number;
  },
): Noted {
  return inTransaction(db, () => {
    const note = noteRow(db, input.noteId);
    if (note.body === input.body) return { dispatchId: note.dispatchId };
    keepEvent(db, { ...input, change: 'edited', before: note.body });
    run(db, 'UPDATE note SET body = :body, edited_at = :now WHERE id = :noteId', {
      noteId: input.noteId,
      body: input.body,
      now: input.now,
    });
    indexNote(db, input.noteId);
    return { dispatchId: note.dispatchId };
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
    run(
      db,
      `INSERT INTO note_reply (id, note_id, author, body, created_at)
       VALUES (:id, :noteId, :author, :body, :now)`,
      { ...input },
    );
    indexNote(db, input.noteId);
    return { dispatchId };
  });
}

type NoteRow = {
  readonly dispatchId: string;
  readonly kind: string;
  readonly body: string;
  readonly state: string;
};

function noteRow(db: WritableDb, noteId: string): NoteRow {
  const note = first<NoteRow>(
    db,
    'SELECT dispatch_id AS dispatchId, kind, body, state FROM note WHERE id = :noteId',
    { noteId },
  );
  if (note === undefined) throw new Refusal('not-found', 'note');
  return note;
}

function keepEvent(
  db: WritableDb,
  event: {
    readonly noteId: string;
    readonly now: number;
    readonly author: string;
    readonly change: string;
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

/** A note may only speak of a take or an open draft of its own dispatch. */
function refuseForeignTarget(db: WritableDb, { target, dispatchId }: NewNote): void {
  const sql =
    target.on === 'take'
      ? 'SELECT 1 FROM take WHERE id = :id AND dispatch_id = :dispatchId'
      : 'SELECT 1 FROM draft WHERE id = :id AND dispatch_id = :dispatchId AND discarded_at IS NULL';
  if (first(db, sql, { id: target.id, dispatchId }) === undefined) {
    throw new Refusal('not-found', target.on);
  }
}
