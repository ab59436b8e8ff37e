import { all, type ReadableDb } from '../database';
import { entriesOf } from '../search/index-dispatch';
import { termsByColumn } from '../search/index-entry';
import { isBuilding } from '../search/progress';

/** Something the index has that the texts have not, or the other way round. */
export type IndexProblem = {
  readonly code: 'index-entry-missing' | 'index-entry-stray' | 'index-words-differ';
  readonly subject: string;
};

/** Terms told of, at most: one damaged page differs in thousands. */
const mostTold = 5;

type Counts = { entries: number; places: number };

/**
 * Compares the index with the texts: that each text has its entry and no other is there, and that
 * every term stands in as many entries, at as many places, as the texts say. Drafts are written
 * between two checkpoints without the index: their terms are left out.
 */
export function checkIndex(db: ReadableDb): readonly IndexProblem[] {
  if (isBuilding(db)) return [];
  const problems: IndexProblem[] = [];
  const stored = new Map(
    all<{ sourceId: string; at: number }>(
      db,
      'SELECT source_id AS sourceId, at FROM search_entry',
    ).map(({ sourceId, at }) => [sourceId, at]),
  );
  const counts = new Map<string, Counts>();
  const leftOut = new Set<string>();
  for (const { id, slug } of all<{ id: string; slug: string }>(
    db,
    'SELECT id, slug FROM dispatch',
  )) {
    for (const entry of entriesOf(db, id)) {
      const known = stored.get(entry.sourceId);
      const isDraft = entry.source === 'draft';
      if (known === undefined ? !isDraft : known !== entry.at && !isDraft) {
        problems.push({ code: 'index-entry-missing', subject: entry.sourceId });
      }
      stored.delete(entry.sourceId);
      const { columns, distinct } = termsByColumn({
        ...entry.text,
        slug: entry.source === 'original' ? '' : slug,
      });
      if (isDraft) for (const term of distinct) leftOut.add(term);
      else count(counts, Object.values(columns), distinct);
    }
  }
  problems.push(
    ...[...stored.keys()].map((subject) => ({ code: 'index-entry-stray' as const, subject })),
  );
  return [...problems, ...differentTerms(db, counts, leftOut)];
}

function count(
  counts: Map<string, Counts>,
  columns: readonly string[],
  distinct: ReadonlySet<string>,
): void {
  const of = (term: string): Counts => {
    const known = counts.get(term) ?? { entries: 0, places: 0 };
    counts.set(term, known);
    return known;
  };
  for (const term of distinct) of(term).entries += 1;
  for (const column of columns) {
    if (column !== '') for (const term of column.split(' ')) of(term).places += 1;
  }
}

function differentTerms(
  db: ReadableDb,
  counts: Map<string, Counts>,
  leftOut: ReadonlySet<string>,
): readonly IndexProblem[] {
  const different: string[] = [];
  for (const { term, doc, cnt } of all<{ term: string; doc: number; cnt: number }>(
    db,
    'SELECT term, doc, cnt FROM search_vocabulary',
  )) {
    const wanted = counts.get(term);
    counts.delete(term);
    if (term.startsWith('_') || leftOut.has(term)) continue;
    if (wanted?.entries !== doc || wanted.places !== cnt) different.push(term);
  }
  for (const term of counts.keys()) if (!leftOut.has(term)) different.push(term);
  return different
    .slice(0, mostTold)
    .map((subject) => ({ code: 'index-words-differ' as const, subject }));
}
