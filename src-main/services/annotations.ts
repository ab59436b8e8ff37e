import type { AppError } from '../contract/errors';
import type { NoteModel } from '../contract/models';
import type { RequestOf } from '../contract/requests';
import type { Result } from '../domain/result';
import type { ServiceContext } from './context';

/** Use cases on notes. Each gives the note as it now stands. */
export type AnnotationService = ReturnType<typeof createAnnotationService>;

export function createAnnotationService({ archive, now, newId, changed }: ServiceContext) {
  const noteAfter = async (
    written: Result<{ readonly dispatchId: string }, AppError>,
    id: string,
  ): Promise<Result<NoteModel, AppError>> => {
    if (!written.ok) return written;
    changed([written.value.dispatchId]);
    return archive.read('readNote', { id });
  };
  return {
    /** Makes a note on words of a take or draft, or on the whole of it. */
    async create(request: RequestOf<'note.create'>) {
      const id = newId();
      return noteAfter(await archive.write('createNote', { ...request, id, now: now() }), id);
    },

    /** Changes what a note says; what it said is kept. */
    async edit(request: RequestOf<'note.edit'>) {
      const edited = await archive.write('editNote', { ...request, now: now() });
      return noteAfter(edited, request.noteId);
    },

    /** Resolves or reopens a note. */
    async setState(request: RequestOf<'note.set-state'>) {
      const set = await archive.write('setNoteState', { ...request, now: now() });
      return noteAfter(set, request.noteId);
    },

    /** Answers a note. */
    async reply(request: RequestOf<'note.reply'>) {
      const input = { ...request, id: newId(), now: now() };
      return noteAfter(await archive.write('replyToNote', input), request.noteId);
    },
  };
}
