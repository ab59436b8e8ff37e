import type { Node } from 'prosemirror-model';
import { documentParts, type Block } from '../../domain/document/build';
import { stem } from '../../domain/text/stem';
import { terms } from '../../domain/text/tokens';
import { first, run, type WritableDb } from '../database';

/** The columns of the full-text index. */
export type SearchText = {
  readonly body: string;
  readonly lead: string;
  readonly headline: string;
  readonly caption: string;
  readonly credit: string;
  readonly sign: string;
  readonly slug: string;
  readonly note: string;
};

/** What is searched: one take, draft or note. */
export type SearchEntry = {
  readonly source: 'take' | 'draft' | 'note';
  readonly sourceId: string;
  readonly dispatchId: string;
  readonly kind: string;
  /** What results are ordered by, ms. */
  readonly at: number;
  readonly text: SearchText;
};

const noText: SearchText = {
  body: '',
  lead: '',
  headline: '',
  caption: '',
  credit: '',
  sign: '',
  slug: '',
  note: '',
};

/** The text of a take or draft by column. */
export function searchTextOf(document: Node, slug: string): SearchText {
  const { headline, blocks, signoff } = documentParts(document);
  const texts = (type: Block['type']) =>
    blocks.filter((block) => block.type === type).map(blockText);
  const photos = blocks.filter((block) => block.type === 'photo');
  return {
    ...noText,
    headline,
    sign: signoff,
    slug,
    lead: texts('lead').join('\n'),
    body: (['paragraph', 'crosshead', 'quote', 'list'] as const).flatMap(texts).join('\n'),
    caption: photos.map((photo) => photo.caption).join('\n'),
    credit: photos.map((photo) => photo.credit).join('\n'),
  };
}

/** The text of a note by column. */
export function searchTextOfNote(body: string): SearchText {
  return { ...noText, note: body };
}

/** Puts an entry into the index, in place of the one it had. */
export function putSearchEntry(db: WritableDb, entry: SearchEntry): void {
  removeSearchEntry(db, entry.sourceId);
  const rowid = freeRowid(db, entry.at);
  const { columns, distinct } = termsByColumn(entry.text);
  run(
    db,
    `INSERT INTO search_entry (rowid, source, source_id, dispatch_id, kind, at)
     VALUES (:rowid, :source, :sourceId, :dispatchId, :kind, :at)`,
    {
      rowid,
      source: entry.source,
      sourceId: entry.sourceId,
      dispatchId: entry.dispatchId,
      kind: entry.kind,
      at: entry.at,
    },
  );
  run(
    db,
    `INSERT INTO search_index
       (rowid, body, lead, headline, caption, credit, sign, slug, note)
     VALUES (:rowid, :body, :lead, :headline, :caption, :credit, :sign, :slug, :note)`,
    { rowid, ...columns },
  );
  addTerms(db, distinct);
}

/** Takes a take, draft or note out of the index. */
export function removeSearchEntry(db: WritableDb, sourceId: string): void {
  const found = first<{ rowid: number }>(
    db,
    'SELECT rowid FROM search_entry WHERE source_id = :sourceId',
    { sourceId },
  );
  if (found === undefined) return;
  const rowid = BigInt(found.rowid);
  run(db, 'DELETE FROM search_index WHERE rowid = :rowid', { rowid });
  run(db, 'DELETE FROM search_entry WHERE rowid = :rowid', { rowid });
}

/** Row ids follow time; integers are bound as such, for SQLite compares a bound double more slowly. */
function freeRowid(db: WritableDb, at: number): bigint {
  const from = BigInt(Math.floor(at / 1_000)) * 8n;
  let rowid = from;
  while (first(db, 'SELECT 1 FROM search_entry WHERE rowid = :rowid', { rowid }) !== undefined) {
    rowid += 1n;
  }
  return rowid;
}

/**
 * The index is fed our own terms, so that it finds by the same words that are marked in the text:
 * what FTS5 folds less (œ, 1 874) or joins (signs newer than its tables) makes no difference.
 */
function termsByColumn(text: SearchText): {
  readonly columns: Readonly<Record<string, string>>;
  readonly distinct: ReadonlySet<string>;
} {
  const distinct = new Set<string>();
  const columns: Record<string, string> = {};
  for (const [column, words] of Object.entries(text)) {
    const found = terms(words);
    for (const term of found) distinct.add(term);
    columns[column] = found.join(' ');
  }
  return { columns, distinct };
}

function addTerms(db: WritableDb, terms: ReadonlySet<string>): void {
  for (const term of terms) {
    run(
      db,
      `INSERT INTO search_term (term, stem, uses) VALUES (:term, :stem, 1)
       ON CONFLICT DO UPDATE SET uses = uses + 1`,
      { term, stem: stem(term) },
    );
  }
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'lead':
    case 'paragraph':
    case 'crosshead':
      return block.text;
    case 'quote':
      return block.paragraphs.join('\n');
    case 'list':
      return block.items.join('\n');
    case 'photo':
    case 'separator':
      return '';
  }
}
