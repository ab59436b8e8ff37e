import { appError, type AppError } from '../contract/errors';
import type { NoteModel } from '../contract/notes';
import type { RequestOf } from '../contract/requests';
import { err, type Result } from '../domain/result';
import type { ServiceContext } from './context';
import { portableNotes } from './portable-notes';
import type { ReleaseService } from './release';

/** Use cases on notes. Each gives the note as it now stands. */
export type AnnotationService = ReturnType<typeof createAnnotationService>;

type NewNoteRequest = Omit<RequestOf<'note.create'>, 'part' | 'addressee' | 'links'> &
  Partial<Pick<RequestOf<'note.create'>, 'part' | 'addressee' | 'links'>>;

export function createAnnotationService(context: ServiceContext, release: ReleaseService) {
  const { archive, now, newId, changed } = context;
  const noteAfter = async (
    written: Result<{ readonly dispatchId: string }, AppError>,
    id: string,
  ): Promise<Result<NoteModel, AppError>> => {
    if (!written.ok) return written;
    changed([written.value.dispatchId]);
    return archive.read('readNote', { id });
  };
  return {
    ...portableNotes(context, release),

    /** Makes a note on words or a photo of a take or draft, on the whole of it, or on the dispatch. */
    async create(request: NewNoteRequest) {
      const id = newId();
      return noteAfter(await archive.write('createNote', { ...request, id, now: now() }), id);
    },

    /** Changes what a note says, its kind, addressee or links; what was is kept. */
    async edit(request: RequestOf<'note.edit'>) {
      const edited = await archive.write('editNote', { ...request, now: now() });
      return noteAfter(edited, request.noteId);
    },

    /** Puts a note on words chosen for it. */
    async reattach(request: RequestOf<'note.reattach'>) {
      const put = await archive.write('reattachNote', { ...request, now: now() });
      return noteAfter(put, request.noteId);
    },

    /** The open notes of the whole desk: those that want an answer, or all. */
    listOpen: (request: RequestOf<'note.list-open'>) => archive.read('listOpenNotes', request),

    /** The note whose id begins so, if that is one only. */
    async find(beginning: string): Promise<Result<NoteModel, AppError>> {
      const found = await archive.read('findNotes', { beginning });
      if (!found.ok) return found;
      const [only, second] = found.value;
      if (only === undefined || beginning === '') return err(appError('not-found', 'note'));
      if (second !== undefined) return err(appError('validation', 'id-not-unique'));
      return archive.read('readNote', { id: only.id });
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
