import type { Subject } from '../../domain/exchange/item';
import type { ReadTopics } from '../../domain/exchange/topics';
import { first, inTransaction, run, type WritableDb } from '../database';
import { releaseOf, topicsKnown, type TopicsKnown } from '../queries/topics';
import { Refusal } from '../refusal';
import { touchEntries } from '../search/index-entry';

/**
 * Takes in the topics of a file of IPTC. A file has the names of some languages: those of others that
 * are known stay. What any file retired is not offered any more.
 */
export function loadTopics(
  db: WritableDb,
  { release, topics, now }: ReadTopics & { readonly now: number },
): TopicsKnown {
  return inTransaction(db, () => {
    const before = releaseOf(db);
    const isNewer = before === null || release >= before;
    for (const { retired, ...topic } of topics) {
      run(
        db,
        `INSERT INTO topic (code, name_fr, name_en, broader, retired)
         VALUES (:code, :fr, :en, :broader, :retired)
         ON CONFLICT (code) DO UPDATE SET
           name_fr = CASE WHEN :fr = '' THEN name_fr ELSE :fr END,
           name_en = CASE WHEN :en = '' THEN name_en ELSE :en END,
           broader = CASE WHEN :isNewer AND :broader <> '' THEN :broader ELSE broader END,
           retired = max(retired, :retired)`,
        { ...topic, retired: retired ? 1 : 0, isNewer: isNewer ? 1 : 0 },
      );
    }
    run(
      db,
      `INSERT INTO topic_release (id, released, loaded_at) VALUES (1, :release, :now)
       ON CONFLICT (id) DO UPDATE SET released = max(released, :release), loaded_at = :now`,
      { release, now },
    );
    return topicsKnown(db);
  });
}

/** The place of a subject that is added: after those there are. */
const placeAfter = `(SELECT coalesce(max(position), -1) + 1 FROM dispatch_subject
  WHERE dispatch_id = :id)`;

/**
 * Adds a subject to dispatches that are not about it yet.
 *
 * @returns the dispatches it was added to; those that are gone are passed over
 */
export function addSubject(
  db: WritableDb,
  { ids, subject: { code, name } }: { readonly ids: readonly string[]; readonly subject: Subject },
): readonly string[] {
  return inTransaction(db, () =>
    ids.filter((id) => {
      const changes = run(
        db,
        `INSERT INTO dispatch_subject (dispatch_id, position, code, name)
         SELECT :id, ${placeAfter}, :code, :name
         WHERE EXISTS (SELECT 1 FROM dispatch WHERE id = :id) AND NOT EXISTS (
           SELECT 1 FROM dispatch_subject WHERE dispatch_id = :id AND ${same})`,
        { id, code, name },
      );
      if (changes > 0) touchEntries(db, id);
      return changes > 0;
    }),
  );
}

/** Takes a subject away from dispatches. */
export function removeSubject(
  db: WritableDb,
  { ids, subject: { code, name } }: { readonly ids: readonly string[]; readonly subject: Subject },
): void {
  inTransaction(db, () => {
    for (const id of ids) {
      run(db, `DELETE FROM dispatch_subject WHERE dispatch_id = :id AND ${same}`, {
        id,
        code,
        name,
      });
      touchEntries(db, id);
    }
  });
}

/** A topic of the vocabulary is one by its code, whatever it is called; any other by its name. */
const same = "(CASE WHEN :code = '' THEN code = '' AND name = :name ELSE code = :code END)";

/** Says what a dispatch is about, in place of what was said before. */
export function setSubjects(
  db: WritableDb,
  input: { readonly id: string; readonly subjects: readonly Subject[] },
): void {
  inTransaction(db, () => {
    const { id } = input;
    if (first(db, 'SELECT 1 FROM dispatch WHERE id = :id', { id }) === undefined) {
      throw new Refusal('not-found', 'dispatch');
    }
    run(db, 'DELETE FROM dispatch_subject WHERE dispatch_id = :id', { id });
    for (const [position, { code, name }] of input.subjects.entries()) {
      run(
        db,
        `INSERT INTO dispatch_subject (dispatch_id, position, code, name)
         VALUES (:id, :position, :code, :name)`,
        { id, position, code, name },
      );
    }
    touchEntries(db, id);
  });
}
