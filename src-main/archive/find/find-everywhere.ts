import type { Node } from 'prosemirror-model';
import type { FoundText, Reach } from '../../contract/find';
import type { ResponseOf } from '../../contract/requests';
import { documentParts } from '../../domain/document/build';
import { parseDocument } from '../../domain/document/node';
import { finderOf, type Finder, type Wanted } from '../../domain/find/finder';
import { placesIn, shownPlace, type Place } from '../../domain/find/in-document';
import type { TakeKind } from '../../domain/record/take';
import { all, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { loadWords } from '../queries/drafts';
import { bounded } from './bounded';

/** How long texts are looked through, and how long one text may take, in ms. */
const longest = 2_000;
const longestText = 500;
/** How many places of a text are shown. */
const placesShown = 5;
/** The most texts with places that are answered. */
const mostFound = 500;

type Row = {
  readonly on: FoundText['on'];
  readonly id: string;
  readonly dispatchId: string;
  readonly slug: string;
  readonly kind: TakeKind;
  readonly version: number;
};

/** The finder of what is wanted; refuses what cannot be looked for. */
export function finderFor(wanted: Wanted): Finder {
  const finder = finderOf(wanted);
  if (!finder.ok) throw new Refusal('validation', finder.error);
  return finder.value;
}

/** Where words stand in a document, in bounded time. */
export function placesWithin(document: Node, find: Finder): readonly Place[] {
  return bounded(() => placesIn(document, find), longestText);
}

/**
 * Finds words in all open drafts, and where asked in published takes too, the newest first, while
 * there is time. Published text is found to be corrected; nothing here changes it.
 */
export function findEverywhere(
  db: ReadableDb,
  { wanted, reach }: { readonly wanted: Wanted; readonly reach: Reach },
): ResponseOf<'find.everywhere'> {
  const find = finderFor(wanted);
  const rows = [...openDrafts(db), ...(reach === 'all' ? takes(db) : [])];
  const until = performance.now() + longest;
  const found: FoundText[] = [];
  let read = 0;
  for (const row of rows) {
    if (performance.now() > until || found.length === mostFound) break;
    const text = foundIn(row, documentOf(db, row), find);
    if (text !== null) found.push(text);
    read += 1;
  }
  return { found, read, of: rows.length };
}

function openDrafts(db: ReadableDb): readonly Row[] {
  return all<Row>(
    db,
    `SELECT 'draft' AS "on", draft.id, dispatch_id AS dispatchId, slug, kind, version
     FROM draft JOIN dispatch ON dispatch.id = dispatch_id
     WHERE discarded_at IS NULL ORDER BY saved_at DESC`,
  );
}

function takes(db: ReadableDb): readonly Row[] {
  return all<Row>(
    db,
    `SELECT 'take' AS "on", take.id, dispatch_id AS dispatchId, slug, take.kind, 0 AS version
     FROM take JOIN dispatch ON dispatch.id = dispatch_id ORDER BY take.id DESC`,
  );
}

/** The words of a text; null where they cannot be read: verifying tells of that. */
function documentOf(db: ReadableDb, { on, id }: Row): Node | null {
  if (on === 'draft') return loadWords(db, id);
  const [row] = all<{ document: string }>(db, 'SELECT document FROM take WHERE id = :id', { id });
  const parsed = parseDocument(JSON.parse(row?.document ?? 'null'));
  return parsed.ok ? parsed.value : null;
}

function foundIn(row: Row, document: Node | null, find: Finder): FoundText | null {
  if (document === null) return null;
  const places = placesWithin(document, find);
  if (places.length === 0) return null;
  return {
    ...row,
    headline: documentParts(document).headline,
    count: places.length,
    quoted: places.filter(({ quoted }) => quoted).length,
    places: places.slice(0, placesShown).map((place) => shownPlace(place)),
  };
}
