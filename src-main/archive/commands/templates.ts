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

/** The templates a desk made, by desk and name. */
export function readTemplates(db: ReadableDb): readonly KeptTemplate[] {
  return all<KeptTemplate>(
    db,
    `SELECT id, name, desk, language, urgency, headline, text, signoff, author,
       created_at AS createdAt, edited_at AS editedAt
     FROM template ORDER BY desk COLLATE NOCASE, urgency, name COLLATE NOCASE, language, id`,
  );
}

/** Keeps a template, new or changed. A name stands once in a desk and language. */
export function saveTemplate(
  db: WritableDb,
  {
    id,
    author,
    now,
    ...words
  }: TemplateWords & Pick<KeptTemplate, 'id' | 'author'> & { readonly now: number },
): void {
  const { name, desk, language, urgency, headline, text, signoff } = words;
  const columns = { name, desk, language, urgency, headline, text, signoff, author, id, now };
  inTransaction(db, () => {
    const same = first<{ readonly id: string }>(
      db,
      'SELECT id FROM template WHERE language = :language AND desk = :desk AND name = :name',
      { language, desk, name },
    );
    if (same !== undefined && same.id !== id) throw new Refusal('validation', 'template-name');
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
  });
}

/** Takes a template out; what was begun by it stays as it is. */
export function removeTemplate(db: WritableDb, input: { readonly id: string }): void {
  if (run(db, 'DELETE FROM template WHERE id = :id', { ...input }) === 0) {
    throw new Refusal('not-found', 'template');
  }
}
