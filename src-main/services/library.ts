import type { LibraryImported } from '../archive/client';
import { appError, type AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import type { LibraryWords } from '../domain/library/entry';
import { readLibrary, writeLibrary } from '../domain/library/file';
import { err, ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** Use cases on the house library: what the desk says of a term whenever it comes up. */
export function createLibraryService({ archive, now, newId }: ServiceContext) {
  return {
    /** The whole library, in the order of its terms. */
    async list(): Promise<Result<ResponseOf<'library.list'>, AppError>> {
      const read = await archive.read('readLibraryEntries', {});
      if (!read.ok) return read;
      return ok({ entries: read.value.map((entry) => ({ ...entry, forms: [...entry.forms] })) });
    },

    /** Keeps an entry: a new one, or one that was changed. */
    async save({
      id,
      ...words
    }: RequestOf<'library.save'>): Promise<Result<{ id: string }, AppError>> {
      const kept = id ?? newId();
      const saved = await archive.write('saveLibraryEntry', { ...words, id: kept, now: now() });
      return saved.ok ? ok({ id: kept }) : saved;
    },

    remove: ({ id }: RequestOf<'library.remove'>) => archive.write('removeLibraryEntry', { id }),

    /** The library as a file of JSON. */
    async exported(): Promise<
      Result<{ readonly name: string; readonly text: string; readonly entries: number }, AppError>
    > {
      const read = await archive.read('readLibraryEntries', {});
      if (!read.ok) return read;
      const words: readonly LibraryWords[] = read.value;
      return ok({ name: 'library.json', text: writeLibrary(words), entries: words.length });
    },

    /** Takes in the entries of such a file; all of them, or none. */
    async importFile(text: string, author: string): Promise<Result<LibraryImported, AppError>> {
      const read = readLibrary(text);
      if (!read.ok) {
        const { reason, entry } = read.error;
        return err(appError('validation', reason, entry === undefined ? {} : { entry }));
      }
      const entries = read.value.map((words) => ({ ...words, freshId: newId() }));
      return archive.write('importLibrary', { entries, author, now: now() });
    },
  };
}
