import type { Node } from 'prosemirror-model';
import type { SearchHit } from '../../contract/models';
import { textBlocks, type TextBlock } from '../../domain/document/canonical-text';
import { parseDocument } from '../../domain/document/node';
import {
  highlightRanges,
  matchersOf,
  type Matcher,
  type TextRange,
} from '../../domain/query/highlight';
import { findInBlock } from '../../domain/query/find-in-blocks';
import { toFtsMatch } from '../../domain/query/match';
import { parseQuery } from '../../domain/query/parse';
import { filtersOf, type Filter, type Problem } from '../../domain/query/query';
import { all, first, type ReadableDb, type SqlParameters } from '../database';
import { expander } from '../search/expand';
import { loadDraft } from './drafts';
import { excerpt } from './excerpt';
import { stampOf, type StampColumns } from './stamp-columns';

/** What a search found, newest first. */
export type SearchAnswer = {
  readonly hits: readonly SearchHit[];
  /** Takes, drafts and notes found in all. */
  readonly total: number;
  readonly dispatches: number;
  readonly problems: readonly Problem[];
  readonly matchers: readonly Matcher[];
};

/** Longest passage shown, in UTF-16 units. */
const passageLength = 220;

type EntryRow = Partial<StampColumns> & {
  readonly source: 'take' | 'draft' | 'note';
  readonly sourceId: string;
  readonly dispatchId: string;
  readonly kind: string;
  readonly at: number;
  readonly slug: string;
  readonly language: 'fr' | 'en';
  readonly headline: string;
  readonly document: string | null;
  readonly note: string | null;
};

/** Finds takes, drafts and notes by what a person typed. */
export function searchArchive(
  db: ReadableDb,
  input: { readonly text: string; readonly limit: number },
): SearchAnswer {
  const query = parseQuery(input.text);
  const expand = expander(db);
  const match = toFtsMatch(query, expand);
  const filters = filtersOf(query);
  const matchers = matchersOf(query, expand);
  const { problems } = query;
  if (match === null && filters.length === 0) {
    return { hits: [], total: 0, dispatches: 0, problems, matchers };
  }
  const where = filters.map(
    ({ filter, negated }) => `${negated ? 'NOT ' : ''}${condition(filter)}`,
  );
  if (match !== null) where.push('search_index MATCH :match');
  const from = `FROM search_entry AS entry
    ${match === null ? '' : 'JOIN search_index ON search_index.rowid = entry.rowid'}
    JOIN dispatch ON dispatch.id = entry.dispatch_id
    WHERE ${where.join(' AND ')}`;
  const parameters: SqlParameters = match === null ? {} : { match };
  const counted = first<{ total: number; dispatches: number }>(
    db,
    `SELECT count(*) AS total, count(DISTINCT entry.dispatch_id) AS dispatches ${from}`,
    parameters,
  );
  const order = match === null ? 'entry.rowid' : 'search_index.rowid';
  const hits = all<{ rowid: number }>(
    db,
    `SELECT entry.rowid ${from} ORDER BY ${order} DESC LIMIT :limit`,
    { ...parameters, limit: input.limit },
  ).map(({ rowid }) => hitOf(db, rowid, matchers));
  return {
    hits,
    total: counted?.total ?? 0,
    dispatches: counted?.dispatches ?? 0,
    problems,
    matchers,
  };
}

/** A filter as SQL made of constants; the parser admits no other values. */
function condition(filter: Filter): string {
  switch (filter.name) {
    case 'is':
      return filter.value === 'draft' ? "(entry.source = 'draft')" : "(entry.source = 'take')";
    case 'lang':
      return filter.value === 'fr' ? "(dispatch.language = 'fr')" : "(dispatch.language = 'en')";
    case 'kind':
      return `(entry.source <> 'note' AND entry.kind = '${filter.value}')`;
  }
}

function hitOf(db: ReadableDb, rowid: number, matchers: readonly Matcher[]): SearchHit {
  const row = first<EntryRow>(
    db,
    `SELECT source, source_id AS sourceId, entry.dispatch_id AS dispatchId, entry.kind, entry.at,
       slug, language, wire_row.headline, document, stamp_precision, stamp_instant, stamp_zone,
       (SELECT body || coalesce(
          (SELECT char(10) || group_concat(body, char(10)) FROM note_reply
           WHERE note_id = entry.source_id), '')
        FROM note WHERE note.id = entry.source_id) AS note
     FROM search_entry AS entry
     JOIN dispatch ON dispatch.id = entry.dispatch_id
     JOIN wire_row ON wire_row.dispatch_id = entry.dispatch_id
     LEFT JOIN take ON take.id = entry.source_id
     WHERE entry.rowid = :rowid`,
    { rowid: BigInt(rowid) },
  );
  if (row === undefined) throw new Error('A search entry vanished within its query.');
  const { source, sourceId, dispatchId, kind, slug, language, at } = row;
  return {
    source,
    sourceId,
    dispatchId,
    kind,
    slug,
    language,
    at,
    stamp: stampIn(row),
    ...markedTexts(db, row, matchers),
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

function markedTexts(
  db: ReadableDb,
  row: EntryRow,
  matchers: readonly Matcher[],
): Pick<SearchHit, 'headline' | 'passage' | 'places'> {
  if (row.source === 'note') {
    const text = row.note ?? '';
    const ranges = highlightRanges(text, matchers, 'note');
    return {
      headline: { text: row.headline, ranges: [] },
      passage: excerpt(text, ranges, passageLength),
      places: ranges.length,
    };
  }
  const document = documentOf(db, row);
  const blocks = document === null ? [] : textBlocks(document);
  const headline = joined(
    blocks.filter((block) => block.type === 'headline'),
    matchers,
  );
  const rest = joined(
    blocks.filter((block) => block.type !== 'headline'),
    matchers,
  );
  return {
    headline:
      headline.text === ''
        ? { text: row.headline, ranges: [] }
        : { ...headline, ranges: [...headline.ranges] },
    passage: excerpt(rest.text, rest.ranges, passageLength),
    places: headline.ranges.length + rest.ranges.length,
  };
}

function documentOf(db: ReadableDb, row: EntryRow): Node | null {
  if (row.source === 'draft') return loadDraft(db, row.sourceId).document;
  const document = row.document === null ? null : parseDocument(JSON.parse(row.document));
  return document?.ok === true ? document.value : null;
}

/** Stands between blocks in a passage, where white space alone would run them together. */
const betweenBlocks = ' · ';

/** Blocks as one text, each marked by what was looked for in its field. */
function joined(
  blocks: readonly TextBlock[],
  matchers: readonly Matcher[],
): { readonly text: string; readonly ranges: readonly TextRange[] } {
  let text = '';
  const ranges: TextRange[] = [];
  for (const block of blocks) {
    if (block.text.trim() === '') continue;
    if (text !== '') text += betweenBlocks;
    const offset = text.length;
    for (const { start, end } of findInBlock(block, matchers)) {
      ranges.push({ start: start + offset, end: end + offset });
    }
    text += block.text;
  }
  return { text, ranges };
}
