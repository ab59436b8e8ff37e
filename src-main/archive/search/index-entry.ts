import type { Node } from 'prosemirror-model';
import { documentParts, type Block } from '../../domain/document/build';
import { stem } from '../../domain/text/stem';
import { fold } from '../../domain/text/fold';
import { tokens } from '../../domain/text/tokens';
import { connectionOf, first, run, type WritableDb } from '../database';

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
    { rowid, ...foldedText(entry.text) },
  );
  addTerms(db, Object.values(entry.text).join('\n'));
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
  const taken = connectionOf(db).prepare('SELECT 1 FROM search_entry WHERE rowid = ?');
  let rowid = from;
  while (taken.get(rowid) !== undefined) rowid += 1n;
  return rowid;
}

/** The index holds folded text: what FTS5 folds less, œ for one, is then found like the rest. */
function foldedText(text: SearchText): SearchText {
  return {
    body: fold(text.body),
    lead: fold(text.lead),
    headline: fold(text.headline),
    caption: fold(text.caption),
    credit: fold(text.credit),
    sign: fold(text.sign),
    slug: fold(text.slug),
    note: fold(text.note),
  };
}

function addTerms(db: WritableDb, text: string): void {
  const distinct = new Set<string>();
  for (const token of tokens(text)) distinct.add(token.term);
  for (const term of distinct) {
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
