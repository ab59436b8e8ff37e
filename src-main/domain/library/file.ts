import { err, ok, type Result } from '../result';
import { libraryBounds, libraryUses, type LibraryWords } from './entry';

/** The largest file read, in UTF-16 units. */
export const largestLibrary = 20_000_000;

/** Why a file is no library: a stable reason, and the number of the entry it is about. */
export type LibraryProblem = { readonly reason: LibraryReason; readonly entry?: number };
export type LibraryReason =
  | 'library-unreadable'
  | 'library-none'
  | 'library-entry'
  | 'library-too-large';

/** A library as a file of JSON. */
export function writeLibrary(entries: readonly LibraryWords[]): string {
  const plain = entries.map(({ term, forms, language, use, text }) => ({
    term,
    forms,
    language,
    use,
    text,
  }));
  return `${JSON.stringify({ library: 1, entries: plain }, null, 2)}\n`;
}

/** Reads what {@link writeLibrary} wrote, or a bare list of entries; all of it, or nothing. */
export function readLibrary(file: string): Result<readonly LibraryWords[], LibraryProblem> {
  if (file.length > largestLibrary) return err({ reason: 'library-too-large' });
  const parsed = parse(file);
  if (!parsed.ok) return parsed;
  const listed = Array.isArray(parsed.value) ? parsed.value : fieldOf(parsed.value, 'entries');
  if (!Array.isArray(listed) || listed.length === 0) return err({ reason: 'library-none' });
  if (listed.length > libraryBounds.entries) return err({ reason: 'library-too-large' });
  const entries: LibraryWords[] = [];
  for (const [at, each] of listed.entries()) {
    const entry = entryOf(each);
    if (entry === null) return err({ reason: 'library-entry', entry: at + 1 });
    entries.push(entry);
  }
  return ok(entries);
}

function parse(file: string): Result<unknown, LibraryProblem> {
  try {
    return ok(JSON.parse(file.replace(/^\uFEFF/, '')) as unknown);
  } catch {
    // Not JSON.
    return err({ reason: 'library-unreadable' });
  }
}

function entryOf(value: unknown): LibraryWords | null {
  const term = words(fieldOf(value, 'term'), libraryBounds.term);
  const text = words(fieldOf(value, 'text'), libraryBounds.text);
  const language = fieldOf(value, 'language');
  const use = libraryUses.find((known) => known === (fieldOf(value, 'use') ?? 'background'));
  const forms = formsOf(fieldOf(value, 'forms') ?? []);
  if (term === null || text === null || use === undefined || forms === null) return null;
  if (language !== 'fr' && language !== 'en') return null;
  return { term, forms, language, use, text };
}

function formsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length > libraryBounds.forms) return null;
  const forms = value.map((form) => words(form, libraryBounds.term));
  return forms.every((form) => form !== null) ? forms : null;
}

function words(value: unknown, most: number): string | null {
  if (typeof value !== 'string' || value.length > most || value.trim() === '') return null;
  return value.trim();
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
