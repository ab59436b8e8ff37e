import type { Node } from 'prosemirror-model';
import { canonicalText } from '../../domain/document/canonical-text';
import { probes, type Wanted } from '../../domain/trace/near';
import { all, first, type ReadableDb } from '../database';
import { loadDraft, loadUnindexedDrafts } from '../queries/drafts';
import { publishedDocument } from '../queries/story-takes';

/** A take or draft that may hold traced words. */
export type Candidate = {
  readonly is: 'take' | 'draft' | 'discarded';
  readonly id: string;
  readonly dispatchId: string;
  /** ms; of a draft, when it was last saved. */
  readonly at: number;
  /** Its canonical text. */
  readonly text: string;
};

/** Candidates, those with most probes first, and whether there may be more. */
export type Candidates = { readonly list: readonly Candidate[]; readonly bounded: boolean };

/** Probes that are looked up for a sentence, the rarest first: common ones find half the archive. */
const mostProbes = 6;
/** Entries that are taken from one sentence's probes, the newest first. */
const mostEntries = 400;
/** Texts that are read in full. */
const mostTexts = 600;
/** Drafts the index does not have: so many, the last saved first, are read as they are. */
const mostUnindexed = 300;

/**
 * Takes and drafts that may hold what is wanted. Of each sentence the rarest probes (see `probes`),
 * by how many entries their words came with, are looked up side by side in the index; nothing but
 * quoted strings goes into the query.
 */
export function candidatesFor(
  db: ReadableDb,
  wanted: readonly Wanted[],
  leftOut: ReadonlySet<string>,
): Candidates {
  const uses = usesOf(db);
  const score = new Map<number, number>();
  let bounded = false;
  for (const one of wanted) {
    const rowids = entriesWith(db, matchOf(one, uses));
    bounded ||= rowids.length === mostEntries;
    for (const rowid of rowids) score.set(rowid, (score.get(rowid) ?? 0) + 1);
  }
  const ranked = [...score.entries()]
    .toSorted(([a, ofA], [b, ofB]) => ofB - ofA || b - a)
    .map(([rowid]) => rowid);
  const unindexed = loadUnindexedDrafts(db, mostUnindexed).map((draft): Candidate => {
    const { id, dispatchId, savedAt, document, discarded } = draft;
    const is = discarded ? 'discarded' : 'draft';
    return { is, id, dispatchId, at: savedAt, text: canonicalText(document) };
  });
  const known = new Set([...leftOut, ...unindexed.map(({ id }) => id)]);
  const indexed = ranked
    .slice(0, mostTexts)
    .flatMap((rowid) => candidateAt(db, rowid, known) ?? []);
  return {
    list: [...indexed, ...unindexed],
    bounded: bounded || ranked.length > mostTexts || unindexed.length === mostUnindexed,
  };
}

/** How many entries a term came with, as the index counts; unknown terms came with none. */
function usesOf(db: ReadableDb): (term: string) => number {
  const known = new Map<string, number>();
  return (term) => {
    let uses = known.get(term);
    if (uses === undefined) {
      const row = first<{ uses: number }>(db, 'SELECT uses FROM search_term WHERE term = :term', {
        term,
      });
      uses = row?.uses ?? 0;
      known.set(term, uses);
    }
    return uses;
  };
}

/** The FTS5 query of the rarest probes. A probe is as rare as its rarest word. */
function matchOf(wanted: Wanted, uses: (term: string) => number): string {
  return probes(wanted)
    .map((run) => ({ run, rarity: Math.min(...run.map(uses)) }))
    .toSorted((a, b) => a.rarity - b.rarity)
    .slice(0, mostProbes)
    .map(({ run }) => `"${run.join(' ').replaceAll('"', '""')}"`)
    .join(' OR ');
}

function entriesWith(db: ReadableDb, match: string): readonly number[] {
  return all<{ rowid: number }>(
    db,
    `SELECT rowid FROM search_index WHERE search_index MATCH :match
     ORDER BY rowid DESC LIMIT :limit`,
    { match, limit: mostEntries },
  ).map(({ rowid }) => rowid);
}

/** The text of an index entry; undefined for a note, and for what is known already. */
function candidateAt(
  db: ReadableDb,
  rowid: number,
  known: ReadonlySet<string>,
): Candidate | undefined {
  const row = first<{
    is: 'take' | 'draft' | 'note';
    id: string;
    dispatchId: string;
    at: number;
    document: string | null;
  }>(
    db,
    `SELECT source AS "is", source_id AS id, entry.dispatch_id AS dispatchId, at, document
     FROM search_entry AS entry LEFT JOIN take ON take.id = source_id
     WHERE entry.rowid = :rowid`,
    { rowid: BigInt(rowid) },
  );
  if (row === undefined || row.is === 'note' || known.has(row.id)) return undefined;
  const { is, id, dispatchId, at, document } = row;
  const node: Node =
    document === null ? loadDraft(db, id).document : publishedDocument(id, document);
  return { is, id, dispatchId, at, text: canonicalText(node) };
}
