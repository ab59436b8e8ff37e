import { findTopics, topTopics, type Topic } from '../../domain/exchange/topics';
import { all, first, type ReadableDb } from '../database';

/** How much of the vocabulary the archive has. */
export type TopicsKnown = {
  /** Topics that may be chosen, the ones at the top among them. */
  readonly count: number;
  /** ISO 8601, of the newest file that was loaded; null where none was. */
  readonly release: string | null;
};

/** The topics that are called so, in French or in English, and how much is known. */
export function searchTopics(
  db: ReadableDb,
  input: { readonly text: string; readonly limit: number },
): TopicsKnown & { readonly topics: readonly Topic[] } {
  const topics = allTopics(db);
  return {
    count: topics.length,
    release: releaseOf(db),
    topics: findTopics(topics, input.text, input.limit),
  };
}

/** How much is known. */
export function topicsKnown(db: ReadableDb): TopicsKnown {
  return { count: allTopics(db).length, release: releaseOf(db) };
}

/** Every topic that may be chosen: those that were loaded, and the ones at the top in any case. */
export function allTopics(db: ReadableDb): readonly Topic[] {
  const rows = all<Topic & { retired: number }>(
    db,
    'SELECT code, name_fr AS fr, name_en AS en, broader, retired FROM topic',
  );
  const known = new Map<string, Topic>(topTopics.map((topic) => [topic.code, topic]));
  for (const { retired, ...topic } of rows) {
    const built = known.get(topic.code);
    if (retired === 1) known.delete(topic.code);
    else {
      known.set(topic.code, {
        ...topic,
        fr: topic.fr || (built?.fr ?? ''),
        en: topic.en || (built?.en ?? ''),
      });
    }
  }
  return [...known.values()];
}

/** When the newest file that was loaded was released; null where none was. */
export function releaseOf(db: ReadableDb): string | null {
  return first<{ released: string }>(db, 'SELECT released FROM topic_release')?.released ?? null;
}
