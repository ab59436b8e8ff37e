import type { Node } from 'prosemirror-model';
import { documentParts, type Block } from '../../domain/document/build';
import { countWords } from '../../domain/document/counts';
import { factTerms, type Lexicon } from '../../domain/query/match';
import { fold } from '../../domain/text/fold';
import { terms } from '../../domain/text/tokens';
import { first, run, type WritableDb } from '../database';
import { Refusal } from '../refusal';
import { likenessOf } from './likeness';
import { packMarks, type EntrySource } from './marks';
import { freeRow } from './rows';
import { countTerms } from './terms';
import { forgetWords, indexWords } from './write-index';

/** The columns of the full-text index that hold words. */
export type SearchText = {
  readonly body: string;
  readonly lead: string;
  readonly headline: string;
  readonly caption: string;
  readonly credit: string;
  readonly sign: string;
  readonly slug: string;
  readonly note: string;
  readonly original: string;
};

/** What is searched: one take, draft, note, or what an original had besides the takes. */
export type SearchEntry = {
  readonly source: EntrySource;
  readonly sourceId: string;
  readonly dispatchId: string;
  readonly kind: string;
  /** What results are ordered by, ms. */
  readonly at: number;
  /** Whether nobody knows its time: `at` is then when it was recorded. */
  readonly undated: boolean;
  readonly photo: boolean;
  /** Its words; the slug is added from its dispatch. */
  readonly text: Omit<SearchText, 'slug'>;
};

const noText: SearchEntry['text'] = {
  body: '',
  lead: '',
  headline: '',
  caption: '',
  credit: '',
  sign: '',
  note: '',
  original: '',
};

/** The words of a take or draft by column, and whether it has a photo. */
export function searchTextOf(document: Node): Pick<SearchEntry, 'text' | 'photo'> {
  const { headline, blocks, signoff } = documentParts(document);
  const texts = (type: Block['type']) =>
    blocks.filter((block) => block.type === type).map(blockText);
  const photos = blocks.filter((block) => block.type === 'photo');
  const text = {
    ...noText,
    headline,
    sign: signoff,
    lead: texts('lead').join('\n'),
    // In the order of the text, so that a phrase is found across two paragraphs as it reads.
    body: blocks
      .filter((block) => block.type !== 'lead')
      .map(blockText)
      .join('\n'),
    caption: photos.map((photo) => photo.caption).join('\n'),
    credit: photos.map((photo) => photo.credit).join('\n'),
  };
  return { text, photo: photos.length > 0 };
}

/** The words of a note, or those an original has besides the takes. */
export function searchTextIn(column: 'note' | 'original', words: string): SearchEntry['text'] {
  return { ...noText, [column]: words };
}

/** What an entry takes over from its dispatch. */
type DispatchFacts = {
  readonly slug: string;
  readonly language: 'fr' | 'en';
  readonly urgency: number;
  readonly desk: string;
  readonly agency: string;
  readonly place: string;
  readonly openNotes: number;
};

/** Puts an entry into the index, in place of the one it had; part of a caller's transaction. */
export function putSearchEntry(db: WritableDb, entry: SearchEntry): void {
  removeSearchEntry(db, entry.sourceId);
  const { source, sourceId, dispatchId, kind, at, undated, photo } = entry;
  const facts = factsOf(db, dispatchId);
  const { language, urgency } = facts;
  const rowid = freeRow(db, at);
  const values = {
    desk: valueId(db, 'desk', facts.desk),
    agency: valueId(db, 'agency', facts.agency),
    place: valueId(db, 'place', facts.place),
  };
  const openNote = facts.openNotes > 0;
  const marks = packMarks({
    source,
    kind,
    language,
    urgency,
    ended: null,
    photo,
    openNote,
    undated,
  });
  const { columns, distinct, words } = termsByColumn({
    ...entry.text,
    slug: slugOf(source, facts),
  });
  run(
    db,
    `INSERT INTO search_entry (rowid, source, source_id, dispatch_id, kind, at, outed, marks, desk,
       agency, place, words, like_high, like_low, touched)
     VALUES (:rowid, :source, :sourceId, :dispatchId, :kind, :at, :at, :marks, :desk, :agency,
       :place, :words, :high, :low, :touched)`,
    {
      rowid,
      source,
      sourceId,
      dispatchId,
      kind,
      at,
      marks,
      ...values,
      words,
      ...likenessOf(distinct),
      touched: nextTouch(db),
    },
  );
  indexWords(db, rowid, { ...columns, fact: factsInTerms(entry, facts, values) });
  countTerms(db, distinct);
}

/** Takes an entry out of the index; part of a caller's transaction. */
export function removeSearchEntry(db: WritableDb, sourceId: string): void {
  const found = first<{ rowid: number }>(
    db,
    'SELECT rowid FROM search_entry WHERE source_id = :sourceId',
    { sourceId },
  );
  if (found === undefined) return;
  const rowid = BigInt(found.rowid);
  const touched = nextTouch(db);
  forgetWords(db, rowid);
  run(db, 'DELETE FROM search_entry WHERE rowid = :rowid', { rowid });
  run(db, 'INSERT INTO search_gone (touched, entry) VALUES (:touched, :rowid)', { touched, rowid });
  run(db, 'DELETE FROM search_gone WHERE touched < :oldest', { oldest: touched - goneKept });
}

/** Changes for which those taken out are remembered; a reader further behind reads all anew. */
const goneKept = 100_000;

/** The number of the next change. */
export function nextTouch(db: WritableDb): number {
  const newest = first<{ touched: number }>(
    db,
    `SELECT max(coalesce((SELECT max(touched) FROM search_entry), 0),
       coalesce((SELECT max(touched) FROM search_gone), 0)) AS touched`,
  );
  return (newest?.touched ?? 0) + 1;
}

/** Says that something of a dispatch changed by which its entries are counted, though not its words. */
export function touchEntries(db: WritableDb, dispatchId: string): void {
  run(db, 'UPDATE search_entry SET touched = :touched WHERE dispatch_id = :dispatchId', {
    touched: nextTouch(db),
    dispatchId,
  });
}

/** An original is found by its own words alone. */
function slugOf(source: EntrySource, { slug }: DispatchFacts): string {
  return source === 'original' ? '' : slug;
}

function factsOf(db: WritableDb, dispatchId: string): DispatchFacts {
  const facts = first<DispatchFacts>(
    db,
    `SELECT slug, language, urgency, desk, agency, place,
       coalesce((SELECT open_notes FROM wire_row WHERE dispatch_id = dispatch.id), 0) AS openNotes
     FROM dispatch WHERE id = :dispatchId`,
    { dispatchId },
  );
  if (facts === undefined) throw new Refusal('not-found', 'dispatch');
  return facts;
}

/** The number of a desk, agency or place; 0 for none. */
function valueId(db: WritableDb, name: Parameters<Lexicon['values']>[0], value: string): number {
  const folded = terms(value).join(' ');
  if (folded === '') return 0;
  const found = first<{ id: number }>(
    db,
    'SELECT id FROM search_value WHERE name = :name AND value = :value',
    { name, value },
  );
  if (found !== undefined) return found.id;
  run(db, 'INSERT INTO search_value (name, value, folded) VALUES (:name, :value, :folded)', {
    name,
    value,
    folded,
  });
  return valueId(db, name, value);
}

function factsInTerms(
  { source, kind, photo, undated }: SearchEntry,
  { language, urgency }: DispatchFacts,
  values: Readonly<Record<'desk' | 'agency' | 'place', number>>,
): string {
  return [
    factTerms.any,
    factTerms.source(source),
    factTerms.lang(language),
    factTerms.urgency(urgency),
    // Of a note's kinds none is also a take's.
    ...(kind === '' ? [] : [factTerms.kind(kind)]),
    ...(photo ? [factTerms.photo] : []),
    ...(undated ? [factTerms.undated] : []),
    ...(['desk', 'agency', 'place'] as const)
      .filter((name) => values[name] > 0)
      .map((name) => factTerms.value(name, values[name])),
  ].join(' ');
}

/**
 * The index is fed our own terms, so that it finds by the same words that are marked in the text:
 * what FTS5 folds less (œ, 1 874) or joins (signs newer than its tables) makes no difference.
 */
export function termsByColumn(text: SearchText): {
  readonly columns: Readonly<Record<keyof SearchText, string>>;
  readonly distinct: ReadonlySet<string>;
  readonly words: number;
} {
  const distinct = new Set<string>();
  let words = 0;
  const column = (given: string): string => {
    if (given === '') return '';
    words += countWords(given);
    const found = terms(given);
    for (const term of found) distinct.add(term);
    return found.join(' ');
  };
  const { body, lead, headline, caption, credit, sign, note, original } = text;
  const columns = {
    body: column(body),
    lead: column(lead),
    headline: column(headline),
    caption: column(caption),
    credit: column(credit),
    sign: column(sign),
    note: column(note),
    original: column(original),
    slug: terms(fold(text.slug)).join(' '),
  };
  for (const term of terms(text.slug)) distinct.add(term);
  return { columns, distinct, words };
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'lead':
    case 'paragraph':
    case 'crosshead':
      return block.text;
    case 'quote':
      return [...block.paragraphs, block.attribution ?? ''].join('\n');
    case 'table':
      return block.rows.flat().join('\n');
    case 'list':
      return block.items.join('\n');
    case 'photo':
    case 'separator':
      return '';
  }
}
