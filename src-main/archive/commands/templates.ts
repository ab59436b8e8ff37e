import { templateKey } from '../../domain/template/file';
import { templateBounds, type TemplateWords } from '../../domain/template/template';
import { all, first, inTransaction, run, type ReadableDb, type WritableDb } from '../database';
import { Refusal } from '../refusal';

/** A template of the desk as it is kept. Instants in ms. */
export type KeptTemplate = TemplateWords & {
  readonly id: string;
  readonly author: string;
  readonly createdAt: number;
  readonly editedAt: number | null;
};

/** What became of templates read from a file. */
export type TemplatesImported = {
  readonly added: number;
  readonly replaced: number;
  /** There under the same name with other words, and left as they were. */
  readonly kept: number;
  readonly unchanged: number;
};

/** The templates a desk made, by desk and name. */
export function readTemplates(db: ReadableDb): readonly KeptTemplate[] {
  return all<KeptTemplate>(
    db,
    `SELECT id, name, desk, language, urgency, headline, text, signoff, author,
       created_at AS createdAt, edited_at AS editedAt
     FROM template ORDER BY desk COLLATE NOCASE, urgency, name COLLATE NOCASE, language, id`,
  );
}

type Kept = TemplateWords & { readonly id: string; readonly author: string; readonly now: number };

/** Keeps a template, new or changed. A name stands once in a desk and language. */
export function saveTemplate(db: WritableDb, input: Kept): void {
  inTransaction(db, () => {
    const { name, desk, language } = input;
    const same = first<{ readonly id: string }>(
      db,
      'SELECT id FROM template WHERE language = :language AND desk = :desk AND name = :name',
      { language, desk, name },
    );
    if (same !== undefined && same.id !== input.id) {
      throw new Refusal('validation', 'template-name');
    }
    put(db, input);
  });
}

/** Takes in the templates of a file; of those that are there under their name as told. All, or none. */
export function importTemplates(
  db: WritableDb,
  input: {
    readonly templates: readonly (TemplateWords & { readonly freshId: string })[];
    /** Whether one that is there stays, or the file's takes its place. */
    readonly there: 'stays' | 'is-replaced';
    readonly author: string;
    readonly now: number;
  },
): TemplatesImported {
  return inTransaction(db, () => {
    const counts = { added: 0, replaced: 0, kept: 0, unchanged: 0 };
    const known = new Map(readTemplates(db).map((one) => [templateKey(one), one]));
    const { author, now, there } = input;
    for (const { freshId, ...words } of input.templates) {
      const same = known.get(templateKey(words));
      if (same !== undefined && isSame(same, words)) counts.unchanged += 1;
      else if (same !== undefined && there === 'stays') counts.kept += 1;
      else {
        put(db, { ...words, id: same?.id ?? freshId, author, now });
        counts[same === undefined ? 'added' : 'replaced'] += 1;
      }
    }
    return counts;
  });
}

function isSame(a: TemplateWords, b: TemplateWords): boolean {
  const said = ({ urgency, headline, text, signoff }: TemplateWords) =>
    JSON.stringify([urgency, headline, text, signoff]);
  return said(a) === said(b);
}

function put(db: WritableDb, { id, author, now, ...words }: Kept): void {
  const { name, desk, language, urgency, headline, text, signoff } = words;
  const columns = { name, desk, language, urgency, headline, text, signoff, author, id, now };
  const changed = run(
    db,
    `UPDATE template SET name = :name, desk = :desk, language = :language, urgency = :urgency,
       headline = :headline, text = :text, signoff = :signoff, author = :author, edited_at = :now
     WHERE id = :id`,
    columns,
  );
  if (changed > 0) return;
  const count = first<{ readonly n: number }>(db, 'SELECT count(*) AS n FROM template')?.n ?? 0;
  if (count >= templateBounds.templates) throw new Refusal('validation', 'templates-too-many');
  run(
    db,
    `INSERT INTO template (id, name, desk, language, urgency, headline, text, signoff, author,
       created_at)
     VALUES (:id, :name, :desk, :language, :urgency, :headline, :text, :signoff, :author, :now)`,
    columns,
  );
}

/** Takes a template out; what was begun by it stays as it is. */
export function removeTemplate(db: WritableDb, input: { readonly id: string }): void {
  if (run(db, 'DELETE FROM template WHERE id = :id', { ...input }) === 0) {
    throw new Refusal('not-found', 'template');
  }
}
