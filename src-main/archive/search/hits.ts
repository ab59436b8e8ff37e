import type { SearchHit } from '../../contract/models';
import { unknownStamp } from '../../domain/record/stamp';
import type { NodeJson } from '../../domain/document/json';
import { toJson } from '../../domain/document/node';
import { highlightRanges, type Matcher, type TextRange } from '../../domain/query/highlight';
import { all, first, type ReadableDb } from '../database';
import { loadDraft } from '../queries/drafts';
import { excerpt } from '../queries/excerpt';
import { stampOf, type StampColumns } from '../queries/stamp-columns';
import { Refusal } from '../refusal';
import { knownTerms, linesBesides, proseOf } from './index-dispatch';
import { isAlike, leastTerms } from './likeness';
import { endedFlag, endedOf, flag, type EntrySource } from './marks';
import { partsIn, type TextPart } from './parts';
import type { ScannedEntry } from './scan';

/** Longest passage shown, in UTF-16 units. */
const passageLength = 220;

/** An entry that was found, as stored. */
export type EntryRow = Partial<StampColumns> & {
  readonly source: EntrySource;
  readonly sourceId: string;
  readonly dispatchId: string;
  readonly kind: string;
  readonly at: number;
  readonly marks: number;
  readonly words: number;
  readonly high: number;
  readonly low: number;
  readonly slug: string;
  readonly language: 'fr' | 'en';
  readonly embargoUntil: number | null;
  readonly headline: string | null;
  readonly document: string | null;
};

/** The rows of entries, by their row ids, in one go: one at a time takes twice as long. */
export function entriesAt(
  db: ReadableDb,
  rowids: readonly number[],
): readonly (EntryRow & { readonly rowid: number })[] {
  return all<EntryRow & { readonly rowid: number }>(
    db,
    `SELECT entry.rowid AS rowid, source, source_id AS sourceId,
       entry.dispatch_id AS dispatchId, entry.kind, entry.at, marks, words, like_high AS high,
       like_low AS low, slug, language, embargo_until AS embargoUntil, wire_row.headline, document,
       coalesce(supplied.stamp_precision, take.stamp_precision) AS stamp_precision,
       coalesce(supplied.stamp_instant, take.stamp_instant) AS stamp_instant,
       coalesce(supplied.stamp_zone, take.stamp_zone) AS stamp_zone
     FROM json_each(:rowids) AS wanted
     CROSS JOIN search_entry AS entry ON entry.rowid = wanted.value
     JOIN dispatch ON dispatch.id = entry.dispatch_id
     LEFT JOIN wire_row ON wire_row.dispatch_id = entry.dispatch_id
     LEFT JOIN take ON take.id = entry.source_id
     LEFT JOIN supplied_stamp AS supplied ON supplied.take_id = take.id`,
    { rowids: JSON.stringify(rowids) },
  );
}

/** An entry that was found by reading, as one of the index would be. */
export function readUnindexed(
  db: ReadableDb,
  entry: ScannedEntry,
): { readonly row: EntryRow; readonly parts: readonly TextPart[] } {
  const { source, sourceId, dispatchId, kind, at, ended } = entry;
  const of = first<Omit<EntryRow, 'source' | 'sourceId' | 'dispatchId' | 'kind' | 'at'>>(
    db,
    `SELECT 0 AS marks, 0 AS words, 0 AS high, 0 AS low, slug, language,
       embargo_until AS embargoUntil, wire_row.headline, take.document,
       take.stamp_precision, take.stamp_instant, take.stamp_zone
     FROM dispatch LEFT JOIN wire_row ON wire_row.dispatch_id = dispatch.id
     LEFT JOIN published_take AS take ON take.id = :sourceId
     WHERE dispatch.id = :dispatchId`,
    { sourceId, dispatchId },
  );
  if (of === undefined) throw new Refusal('not-found', 'dispatch');
  const row = { ...of, source, sourceId, dispatchId, kind, at, marks: endedFlag(ended) };
  return { row, parts: partsOf(db, row) };
}

/** An entry's text, part by part in the order it reads. */
export function partsOf(db: ReadableDb, row: EntryRow): readonly TextPart[] {
  switch (row.source) {
    case 'take':
      return row.document === null ? [] : partsIn(JSON.parse(row.document) as NodeJson);
    case 'draft':
      return partsIn(toJson(loadDraft(db, row.sourceId).document));
    case 'note':
      return [{ field: 'note', text: noteText(db, row.sourceId) }];
    case 'original':
      return [{ field: 'original', text: originalText(db, row) }];
  }
}

function noteText(db: ReadableDb, noteId: string): string {
  const note = first<{ text: string }>(
    db,
    `SELECT body || coalesce(
       (SELECT char(10) || group_concat(body, char(10)) FROM note_reply WHERE note_id = note.id),
       '') AS text
     FROM note WHERE id = :noteId`,
    { noteId },
  );
  return note?.text ?? '';
}

function originalText(db: ReadableDb, { sourceId, dispatchId }: EntryRow): string {
  const original = first<{ bytes: Uint8Array }>(
    db,
    'SELECT bytes FROM original WHERE sha256 = :sourceId',
    { sourceId },
  );
  const text = original === undefined ? null : proseOf(original.bytes);
  if (text === null) return '';
  const takes = all<{ label: string | null; document: string }>(
    db,
    'SELECT label, document FROM take WHERE dispatch_id = :dispatchId ORDER BY ordinal',
    { dispatchId },
  );
  return linesBesides(text, knownTerms(takes));
}

/** The slug is a field of every entry's own. */
export function withSlug(row: EntryRow, parts: readonly TextPart[]): readonly TextPart[] {
  return [...parts, { field: 'slug', text: row.slug }];
}

/** A found entry as it is shown: its headline and a passage, with what was looked for in them. */
export function hitOf(
  row: EntryRow,
  parts: readonly TextPart[],
  matchers: readonly Matcher[],
  now: number,
): SearchHit {
  const { source, sourceId, dispatchId, kind, slug, language, at, marks } = row;
  const own = parts.filter(({ field }) => field === 'headline');
  const headline = marked(own, matchers);
  const rest = marked(
    parts.filter(({ field }) => field !== 'headline'),
    matchers,
  );
  return {
    source,
    sourceId,
    dispatchId,
    kind,
    slug,
    language,
    at,
    stamp: (marks & flag.undated) === 0 ? stampIn(row) : unknownStamp,
    headline:
      headline.text === ''
        ? { text: row.headline ?? '', ranges: [] }
        : { text: headline.text, ranges: [...headline.ranges] },
    passage: excerpt(rest.text, rest.ranges, passageLength),
    places: headline.ranges.length + rest.ranges.length,
    ended: endedOf(marks),
    embargoed: row.embargoUntil !== null && row.embargoUntil > now,
    repeats: null,
  };
}

function stampIn({ stamp_precision, stamp_instant, stamp_zone }: EntryRow): SearchHit['stamp'] {
  if (stamp_precision === undefined || stamp_precision === null) return null;
  return stampOf({
    stamp_precision,
    stamp_instant: stamp_instant ?? null,
    stamp_zone: stamp_zone ?? null,
  });
}

/** Stands between blocks in a passage, where white space alone would run them together. */
const betweenBlocks = ' · ';

/** Parts as one text, each marked by what was looked for in its field. */
function marked(
  parts: readonly TextPart[],
  matchers: readonly Matcher[],
): { readonly text: string; readonly ranges: readonly TextRange[] } {
  let text = '';
  const ranges: TextRange[] = [];
  for (const part of parts) {
    if (part.text.trim() === '') continue;
    if (text !== '') text += betweenBlocks;
    const offset = text.length;
    for (const { start, end } of highlightRanges(part.text, matchers, part.field)) {
      ranges.push({ start: start + offset, end: end + offset });
    }
    text += part.text;
  }
  return { text, ranges };
}

/** For each entry the place of one before it that says nearly the same in another dispatch. */
export function repeatsOf(rows: readonly EntryRow[]): readonly (number | null)[] {
  return rows.map((row, index) => {
    if (row.source !== 'take' || row.words < leastTerms) return null;
    const before = rows
      .slice(0, index)
      .findIndex(
        (other) =>
          other.source === 'take' &&
          other.dispatchId !== row.dispatchId &&
          other.words >= leastTerms &&
          isAlike(other, row),
      );
    return before === -1 ? null : before;
  });
}
