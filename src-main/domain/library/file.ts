import type { Result } from '../result';
import {
  fieldOf,
  readList,
  wordsOf,
  writeList,
  type ListFile,
  type ListProblem,
} from '../text/list-file';
import { libraryBounds, libraryUses, type LibraryWords } from './entry';

/** The largest file read, in UTF-16 units. */
export const largestLibrary = 20_000_000;

/** Why a file is no library. */
export type LibraryReason = `library-${'unreadable' | 'newer' | 'none' | 'too-large' | 'entry'}`;

const library: ListFile<LibraryWords, 'library'> = {
  kind: 'library',
  largest: largestLibrary,
  most: libraryBounds.entries,
  read: entryOf,
};

/** A library as a file of JSON. */
export function writeLibrary(entries: readonly LibraryWords[]): string {
  return writeList(
    library.kind,
    entries.map(({ term, forms, language, use, text }) => ({ term, forms, language, use, text })),
  );
}

/** Reads what {@link writeLibrary} wrote, or a bare list of entries; all of it, or nothing. */
export function readLibrary(
  file: string,
): Result<readonly LibraryWords[], ListProblem<LibraryReason>> {
  return readList(file, library);
}

function entryOf(value: unknown): LibraryWords | null {
  const term = wordsOf(fieldOf(value, 'term'), libraryBounds.term);
  const text = wordsOf(fieldOf(value, 'text'), libraryBounds.text);
  const language = fieldOf(value, 'language');
  const use = libraryUses.find((known) => known === (fieldOf(value, 'use') ?? 'background'));
  const forms = formsOf(fieldOf(value, 'forms') ?? []);
  if (term === null || text === null || use === undefined || forms === null) return null;
  if (language !== 'fr' && language !== 'en') return null;
  return { term, forms, language, use, text };
}

function formsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length > libraryBounds.forms) return null;
  const forms = value.map((form) => wordsOf(form, libraryBounds.term));
  return forms.every((form) => form !== null) ? forms : null;
}
