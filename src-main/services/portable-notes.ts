import { createHash } from 'node:crypto';
import type { NotesImported } from '../archive/client';
import { appError, type AppError } from '../contract/errors';
import type { DispatchModel } from '../contract/models';
import type { NoteModel } from '../contract/notes';
import { placeAnnotations } from '../domain/annotation/place-annotations';
import { readAnnotations } from '../domain/annotation/read-annotations';
import {
  annotationPage,
  type PortableNote,
  type PortableTake,
} from '../domain/annotation/web-annotation';
import { canonicalText } from '../domain/document/canonical-text';
import { parseDocument } from '../domain/document/node';
import { err, ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';
import { saveFile } from './files';
import type { ReleaseService } from './release';

/** What the name of a file of notes ends with. */
export const notesExtension = 'annotations.jsonld';

/** Whether there are notes on what is published of a dispatch. */
export function hasPortableNotes({ notes }: DispatchModel): boolean {
  return notes.some(({ target }) => target.on !== 'draft');
}

/** Use cases that write notes out and read them in, as W3C Web Annotations. */
export function portableNotes(context: ServiceContext, release: ReleaseService) {
  const { archive } = context;
  const exportNotes = async (
    id: string,
  ): Promise<Result<{ readonly name: string; readonly text: string }, AppError>> => {
    const dispatch = await release.releasable(id);
    if (!dispatch.ok) return dispatch;
    const { value } = dispatch;
    const page = annotationPage(value, takesOf(value), value.notes.flatMap(portable));
    const name = `${value.slug || 'notes'}.${notesExtension}`;
    return ok({ name, text: `${JSON.stringify(page, null, 2)}\n` });
  };
  return {
    /**
     * The notes on what is published of a dispatch, as a page of Web Annotations. Refused while an
     * embargo holds: notes quote the words they speak of.
     */
    exportNotes,

    /** Saves such a page beside the file of a dispatch; its bytes, 0 where there are no notes. */
    async saveBeside(id: string, file: string): Promise<Result<number, AppError>> {
      const dispatch = await archive.read('readDispatch', { id });
      if (!dispatch.ok) return dispatch;
      if (!hasPortableNotes(dispatch.value)) return ok(0);
      const page = await exportNotes(id);
      if (!page.ok) return page;
      const bytes = new TextEncoder().encode(page.value.text);
      const saved = await saveFile(`${file.replace(/\.[^./\\]+$/, '')}.${notesExtension}`, bytes);
      return saved.ok ? ok(bytes.byteLength) : saved;
    },

    /** See {@link importNotes}. */
    importNotes: (id: string, text: string) => importNotes(context, id, text),
  };
}

/** Brings the notes of a file of Web Annotations into a dispatch; all of them, or none. */
export async function importNotes(
  { archive, now, newId, changed }: Pick<ServiceContext, 'archive' | 'now' | 'newId' | 'changed'>,
  id: string,
  text: string,
): Promise<Result<NotesImported, AppError>> {
  const read = readAnnotations(text);
  if (!read.ok) return err(appError('validation', read.error));
  const dispatch = await archive.read('readDispatch', { id });
  if (!dispatch.ok) return dispatch;
  const placed = placeAnnotations(read.value, id, takesOf(dispatch.value));
  if (!placed.ok) return err(appError('validation', placed.error));
  const notes = placed.value.map((note) => ({
    ...note,
    freshId: newId(),
    freshReplyIds: note.replies.map(newId),
  }));
  const imported = await archive.write('importNotes', { dispatchId: id, notes, now: now() });
  if (imported.ok) changed([id]);
  return imported;
}

function takesOf({ takes }: DispatchModel): readonly PortableTake[] {
  return takes.flatMap(({ id, ordinal, document }) => {
    const parsed = parseDocument(document);
    if (!parsed.ok) return [];
    const text = canonicalText(parsed.value);
    return [{ id, ordinal, text, digest: createHash('sha256').update(text).digest('hex') }];
  });
}

/** A note as it is written out; those on drafts stay at the desk. */
function portable(note: NoteModel): readonly PortableNote[] {
  const { target, links, settled: _, origin: __, ...rest } = note;
  if (target.on === 'draft') return [];
  const takeId = target.on === 'take' ? target.id : null;
  return [{ ...rest, takeId, links: links.map(({ dispatchId }) => dispatchId) }];
}
