import type { PlacedNote } from '../../domain/annotation/place-annotations';
import { first, inTransaction, run, type WritableDb } from '../database';
import { indexNote, refreshStandings } from '../search/index-dispatch';
import { insertReply, keepEvent } from './notes';
import { refreshWireRow } from './wire-row';

/** A note to be brought into a dispatch; ids are this archive's own, where those of the file are taken. */
export type NoteToImport = PlacedNote & {
  /** The id to use where the note's own is missing, or already that of a note elsewhere. */
  readonly freshId: string;
  readonly freshReplyIds: readonly string[];
};

/** What became of a file of notes. */
export type NotesImported = {
  readonly added: number;
  /** Already in the dispatch, and left as they are. */
  readonly unchanged: number;
  /** Of those added, the ones whose words were not found: they wait to be put on others. */
  readonly withoutWords: number;
};

/** Brings notes into a dispatch, all of them or none; those it already has stay as they are. */
export function importNotes(
  db: WritableDb,
  {
    dispatchId,
    notes,
    now,
  }: { readonly dispatchId: string; readonly notes: readonly NoteToImport[]; readonly now: number },
): NotesImported {
  return inTransaction(db, () => {
    let [added, unchanged, withoutWords] = [0, 0, 0];
    for (const note of notes) {
      const known = first<{ dispatchId: string }>(
        db,
        'SELECT dispatch_id AS dispatchId FROM note WHERE id = :id',
        { id: note.id },
      );
      if (known?.dispatchId === dispatchId) {
        unchanged += 1;
        continue;
      }
      const id = note.id === '' || known !== undefined ? note.freshId : note.id;
      insertPortable(db, { ...note, id }, dispatchId, now);
      added += 1;
      if (!note.found) withoutWords += 1;
    }
    refreshWireRow(db, dispatchId);
    refreshStandings(db, dispatchId);
    return { added, unchanged, withoutWords };
  });
}

/** Inserts a note with its answers, history and links; part of a caller's transaction. */
export function insertPortable(
  db: WritableDb,
  note: NoteToImport,
  dispatchId: string,
  now: number,
): void {
  run(
    db,
    `INSERT INTO note (id, dispatch_id, take_id, part, kind, body, author, addressee, state, anchor,
       created_at, edited_at)
     VALUES (:id, :dispatchId, :takeId, :part, :kind, :body, :author, :addressee, :state, :anchor,
       :createdAt, :editedAt)`,
    {
      id: note.id,
      dispatchId,
      takeId: note.takeId,
      part: note.part,
      kind: note.kind,
      body: note.body,
      author: note.author,
      addressee: note.addressee,
      state: note.state,
      anchor: note.anchor === null || note.takeId === null ? null : JSON.stringify(note.anchor),
      createdAt: note.createdAt === 0 ? now : note.createdAt,
      editedAt: note.editedAt,
    },
  );
  for (const [at, { id, author, body, createdAt }] of note.replies.entries()) {
    const taken = first(db, 'SELECT 1 FROM note_reply WHERE id = :id', { id }) !== undefined;
    const ownId = id === '' || taken ? (note.freshReplyIds[at] ?? id) : id;
    insertReply(db, { id: ownId, noteId: note.id, author, body, now: createdAt });
  }
  for (const { at, ...event } of note.events) keepEvent(db, { noteId: note.id, now: at, ...event });
  // Links to dispatches this archive does not have stay in the file they came from.
  for (const linked of note.links) {
    if (first(db, 'SELECT 1 FROM dispatch WHERE id = :linked', { linked }) === undefined) continue;
    run(db, 'INSERT OR IGNORE INTO note_link (note_id, dispatch_id) VALUES (:id, :linked)', {
      id: note.id,
      linked,
    });
  }
  indexNote(db, note.id);
}
