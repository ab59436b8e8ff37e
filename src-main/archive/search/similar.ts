import { terms } from '../../domain/text/tokens';
import { fact, factTerms } from '../../domain/query/match';
import { all, first, type ReadableDb } from '../database';
import { partsIn } from './parts';
import type { NodeJson } from '../../domain/document/json';

/** The terms that tell a dispatch from others: so many say what it is about. */
const mostTelling = 16;
/** A term must have come with this many entries: one of its own finds nothing else. */
const leastUses = 2;

/**
 * The takes of other dispatches that share most of what is peculiar to this one: its terms by how
 * often they stand in it and how rare they are in the archive, looked up together and ranked by
 * BM25; of each dispatch the best take.
 *
 * @returns row ids, the most similar first
 */
export function similarRows(
  db: ReadableDb,
  input: { readonly dispatchId: string; readonly limit: number },
): { readonly rowids: readonly number[]; readonly terms: readonly string[] } {
  const telling = tellingTerms(db, input.dispatchId);
  if (telling.length === 0) return { rowids: [], terms: [] };
  const match = telling.map((term) => `"${term}"`).join(' OR ');
  const rows = all<{ rowid: number; dispatchId: string; score: number }>(
    db,
    `SELECT entry.rowid AS rowid, entry.dispatch_id AS dispatchId,
       bm25(search_index, 1, 2, 3, 0.5, 0, 0, 1, 0, 0, 0) AS score
     FROM search_index CROSS JOIN search_entry AS entry ON entry.rowid = search_index.rowid
     WHERE search_index MATCH :match AND entry.dispatch_id <> :dispatchId
     ORDER BY score LIMIT 400`,
    {
      match: `(${match}) AND ${fact(factTerms.source('take'))}`,
      dispatchId: input.dispatchId,
    },
  );
  const best = new Map<string, number>();
  for (const { rowid, dispatchId } of rows) {
    if (!best.has(dispatchId)) best.set(dispatchId, rowid);
  }
  return { rowids: [...best.values()].slice(0, input.limit), terms: telling };
}

function tellingTerms(db: ReadableDb, dispatchId: string): readonly string[] {
  const counts = new Map<string, number>();
  const takes = all<{ document: string }>(
    db,
    'SELECT document FROM take WHERE dispatch_id = :dispatchId',
    { dispatchId },
  );
  for (const { document } of takes) {
    for (const { field, text } of partsIn(JSON.parse(document) as NodeJson)) {
      if (field === 'credit' || field === 'sign') continue;
      const weight = field === 'headline' ? 3 : 1;
      for (const term of terms(text)) {
        if (term.length > 2) counts.set(term, (counts.get(term) ?? 0) + weight);
      }
    }
  }
  const entries = first<{ n: number }>(db, 'SELECT count(*) AS n FROM search_entry')?.n ?? 1;
  return [...counts]
    .flatMap(([term, count]) => {
      const uses = first<{ uses: number }>(db, 'SELECT uses FROM search_term WHERE term = :term', {
        term,
      })?.uses;
      if (uses === undefined || uses < leastUses || uses > Math.max(4, entries / 4)) return [];
      return [{ term, weight: Math.log1p(count) * Math.log(entries / uses) }];
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostTelling)
    .map(({ term }) => term);
}
