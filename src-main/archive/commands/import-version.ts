import { canonicalText } from '../../domain/document/canonical-text';
import { parseDocument } from '../../domain/document/node';
import { normalDocument } from '../../domain/exchange/markup/normal';
import { carriesNothing, type Carries } from '../../domain/record/carries';
import { kindsThatMayFollow, type TakeKind } from '../../domain/record/take';
import { all, first, run, type ReadableDb, type WritableDb } from '../database';
import type { ImportTake } from './import';
import { recordTake } from './record';

/** What a source calls an item, and which version of it this is; null where it does not count them. */
export type SourceName = { readonly guid: string; readonly version: number | null };

/** What a version of an item did to its dispatch. */
export type VersionResult =
  | { readonly is: 'updated'; readonly takes: number }
  | { readonly is: 'unchanged' }
  /** A newer one is there already. */
  | { readonly is: 'older'; readonly newest: number };

/** The dispatch an item of a source became: by its name, or by our own where it is one of ours. */
export function dispatchOfSource(db: ReadableDb, guid: string): string | undefined {
  const named = first<{ id: string }>(
    db,
    'SELECT dispatch_id AS id FROM exchange_source WHERE guid = :guid',
    { guid },
  );
  if (named !== undefined) return named.id;
  const own = /^urn:uuid:([0-9a-f-]{36})$/.exec(guid)?.[1];
  if (own === undefined) return undefined;
  return first<{ id: string }>(db, 'SELECT id FROM dispatch WHERE id = :own', { own })?.id;
}

/**
 * Appends the takes of a version that the dispatch does not have yet. Which it has is told by their
 * words and what they are, not by what formats lose. A text that comes whole again replaces the story
 * (a writethru), or puts it right where the source calls it a correction. Part of a caller's
 * transaction.
 *
 * @param now ms, main's clock
 */
export function appendVersion(
  db: WritableDb,
  dispatchId: string,
  { guid, version }: SourceName,
  takes: readonly ImportTake[],
  now: number,
): VersionResult {
  const known = existingTakes(db, dispatchId);
  const seen = new Set(known.map(({ print }) => print));
  const added = takes.filter((take) => !seen.has(printOf(take.kind, take.document)));
  if (added.length === 0) return { is: 'unchanged' };
  const newest = first<{ version: number | null }>(
    db,
    'SELECT version FROM exchange_source WHERE guid = :guid',
    { guid },
  )?.version;
  if (newest != null && version !== null && version < newest) return { is: 'older', newest };
  for (const [index, take] of added.entries()) append(db, dispatchId, take, known, index, now);
  if (version !== null) {
    run(db, 'UPDATE exchange_source SET version = :version WHERE guid = :guid', { guid, version });
  }
  return { is: 'updated', takes: added.length };
}

type Known = { readonly id: string; readonly kind: TakeKind; readonly print: string };

function existingTakes(db: ReadableDb, dispatchId: string): Known[] {
  const rows = all<{ id: string; kind: TakeKind; document: string }>(
    db,
    'SELECT id, kind, document FROM take WHERE dispatch_id = :dispatchId ORDER BY ordinal',
    { dispatchId },
  );
  return rows.map(({ id, kind, document }) => ({
    id,
    kind,
    print: printOf(kind, JSON.parse(document)),
  }));
}

/** A take by its words and what it does: a story told whole is that, whatever number it has. */
function printOf(kind: TakeKind, json: unknown): string {
  const document = parseDocument(json);
  const text = document.ok ? canonicalText(normalDocument(document.value)) : '';
  const told = kind === 'report' || kind === 'writethru' || kind === 'update' ? 'told' : kind;
  return `${told}\u0000${text}`;
}

function append(
  db: WritableDb,
  dispatchId: string,
  take: ImportTake,
  known: Known[],
  index: number,
  now: number,
): void {
  const kind = kindOf(take.kind, known);
  const { id, stamp, label, document, advisoryLine = '', author = '' } = take;
  recordTake(db, {
    is: 'take',
    take: {
      id,
      dispatchId,
      ordinal: known.length + 1,
      kind,
      stamp,
      stampReason: null,
      document,
      advisoryLine,
      carries: carriedBy(take, kind, known, index),
      author,
      origin: 'imported',
    },
    label,
    clockBehind: 0,
    recordedAt: now,
    publishKey: null,
  });
  known.push({ id, kind, print: printOf(kind, document) });
}

/** A report that comes again tells the story whole; after a kill, only editors are spoken to. */
function kindOf(kind: TakeKind, known: readonly Known[]): TakeKind {
  const wanted = kind === 'report' ? 'writethru' : kind;
  const may = kindsThatMayFollow(known.map((one) => one.kind));
  return may.includes(wanted) ? wanted : 'advisory';
}

/** A correction that names none puts right the last take that readers have. */
function carriedBy(
  { carries, advisoryLine = '' }: ImportTake,
  kind: TakeKind,
  known: readonly Known[],
  index: number,
): Carries {
  if (kind !== 'correction')
    return carries?.of === 'kill' && kind === 'kill' ? carries : carriesNothing;
  const named = carries?.of === 'correction' ? known[Number(carries.corrects) - 1]?.id : undefined;
  const last = known.slice(0, known.length - index).findLast((one) => one.kind !== 'advisory');
  const corrects = named ?? last?.id;
  if (corrects === undefined) return carriesNothing;
  return carries?.of === 'correction'
    ? { ...carries, corrects }
    : { of: 'correction', corrects, wrong: '', right: advisoryLine };
}
