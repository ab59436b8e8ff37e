import { libraryBounds, type LibraryWords } from '../../domain/library/entry';
import { all, first, inTransaction, run, type ReadableDb, type WritableDb } from '../database';
import { Refusal } from '../refusal';

/** An entry of the house library as it is kept. Instants in ms. */
export type LibraryEntry = LibraryWords & {
  readonly id: string;
  readonly author: string;
  readonly createdAt: number;
  readonly editedAt: number | null;
};

/** What became of entries read from a file. */
export type LibraryImported = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
};

/** The whole library, in the order of its terms. */
export function readLibraryEntries(db: ReadableDb): readonly LibraryEntry[] {
  type Row = Omit<LibraryEntry, 'forms'> & { readonly forms: string };
  return all<Row>(
    db,
    `SELECT id, term, forms, language, use, text, author, created_at AS createdAt,
       edited_at AS editedAt
     FROM library_entry ORDER BY term COLLATE NOCASE, language, id`,
  ).map((row) => ({ ...row, forms: JSON.parse(row.forms) as readonly string[] }));
}

type Kept = LibraryWords & { readonly id: string; readonly author: string; readonly now: number };

/** Keeps an entry, new or changed. A term stands once in a language. */
export function saveLibraryEntry(db: WritableDb, input: Kept): void {
  inTransaction(db, () => {
    const same = idOf(db, input);
    if (same !== undefined && same !== input.id) throw new Refusal('validation', 'library-term');
    put(db, input);
  });
}

/** Takes an entry out; what was inserted from it stays where it is. */
export function removeLibraryEntry(db: WritableDb, input: { readonly id: string }): void {
  if (run(db, 'DELETE FROM library_entry WHERE id = :id', { ...input }) === 0) {
    throw new Refusal('not-found', 'library entry');
  }
}

/** Takes in the entries of a file; one of a term that is there takes its place. All, or none. */
export function importLibrary(
  db: WritableDb,
  input: {
    readonly entries: readonly (LibraryWords & { readonly freshId: string })[];
    readonly author: string;
    readonly now: number;
  },
): LibraryImported {
  return inTransaction(db, () => {
    const counts = { added: 0, changed: 0, unchanged: 0 };
    const known = new Map(readLibraryEntries(db).map((entry) => [nameOf(entry), entry]));
    for (const { freshId, ...words } of input.entries) {
      const there = known.get(nameOf(words));
      if (there !== undefined && isSame(there, words)) {
        counts.unchanged += 1;
        continue;
      }
      const { author, now } = input;
      put(db, { ...words, id: idOf(db, words) ?? freshId, author, now });
      counts[there === undefined ? 'added' : 'changed'] += 1;
    }
    return counts;
  });
}

function put(db: WritableDb, { id, term, forms, language, use, text, author, now }: Kept): void {
  const words = { term, forms: JSON.stringify(forms), language, use, text, author };
  const changed = run(
    db,
    `UPDATE library_entry SET term = :term, forms = :forms, language = :language, use = :use,
       text = :text, author = :author, edited_at = :now
     WHERE id = :id`,
    { ...words, id, now },
  );
  if (changed > 0) return;
  const count =
    first<{ readonly n: number }>(db, 'SELECT count(*) AS n FROM library_entry')?.n ?? 0;
  if (count >= libraryBounds.entries) throw new Refusal('validation', 'library-too-large');
  run(
    db,
    `INSERT INTO library_entry (id, term, forms, language, use, text, author, created_at)
     VALUES (:id, :term, :forms, :language, :use, :text, :author, :now)`,
    { ...words, id, now },
  );
}

function idOf(db: ReadableDb, { language, term }: LibraryWords): string | undefined {
  const sql = 'SELECT id FROM library_entry WHERE language = :language AND term = :term';
  return first<{ readonly id: string }>(db, sql, { language, term })?.id;
}

function nameOf({ language, term }: LibraryWords): string {
  return `${language} ${term}`;
}

function isSame(a: LibraryWords, b: LibraryWords): boolean {
  return a.use === b.use && a.text === b.text && a.forms.join('\n') === b.forms.join('\n');
}
