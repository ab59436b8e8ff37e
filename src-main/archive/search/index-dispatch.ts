import { parseDocument } from '../../domain/document/node';
import type { DocumentJson, NodeJson } from '../../domain/document/json';
import type { Carries } from '../../domain/record/carries';
import { standings, type Standing } from '../../domain/record/standing';
import type { TakeKind } from '../../domain/record/take';
import { terms } from '../../domain/text/tokens';
import { decodeBytes } from '../../domain/wire/decode';
import { all, first, gathered, run, type ReadableDb, type WritableDb } from '../database';
import { loadDraftOf } from '../queries/drafts';
import { stampOf, type StampColumns } from '../queries/stamp-columns';
import { Refusal } from '../refusal';
import {
  nextTouch,
  putSearchEntry,
  searchTextIn,
  searchTextOf,
  type SearchEntry,
} from './index-entry';
import { partsIn } from './parts';
import { changing, endedFlag, flag } from './marks';

/** Indexes everything of a dispatch anew; part of a caller's transaction. */
export function indexDispatch(db: WritableDb, dispatchId: string): void {
  for (const entry of entriesOf(db, dispatchId)) putSearchEntry(db, entry);
  refreshStandings(db, dispatchId);
}

/** Every entry the index should have of a dispatch. */
export function entriesOf(db: ReadableDb, dispatchId: string): readonly SearchEntry[] {
  const draft = draftEntry(db, dispatchId);
  return [
    ...takeEntries(db, dispatchId),
    ...(draft === null ? [] : [draft]),
    ...all<{ id: string }>(db, 'SELECT id FROM note WHERE dispatch_id = :dispatchId', {
      dispatchId,
    }).map(({ id }) => noteEntry(db, id)),
    ...originalEntries(db, dispatchId),
  ];
}

type TakeRow = {
  readonly id: string;
  readonly kind: TakeKind;
  readonly document: string;
  readonly at: number;
  readonly undated: number;
};

function takeEntries(db: ReadableDb, dispatchId: string): readonly SearchEntry[] {
  return all<TakeRow>(
    db,
    `SELECT id, kind, document, coalesce(stamp_instant, recorded_at) AS at,
       stamp_instant IS NULL AS undated
     FROM published_take WHERE dispatch_id = :dispatchId ORDER BY ordinal`,
    { dispatchId },
  ).map(({ id, kind, at, undated, document }) => ({
    source: 'take',
    sourceId: id,
    dispatchId,
    kind,
    at,
    undated: undated === 1,
    ...searchTextOf(documentOf(id, document)),
  }));
}

function documentOf(id: string, json: string) {
  const document = parseDocument(JSON.parse(json) as DocumentJson);
  if (!document.ok) throw new Refusal('archive-damaged', 'take-document', { take: id });
  return document.value;
}

function draftEntry(db: ReadableDb, dispatchId: string): SearchEntry | null {
  const draft = loadDraftOf(db, dispatchId);
  if (draft === null) return null;
  const { id, kind, savedAt, document } = draft;
  return {
    source: 'draft',
    sourceId: id,
    dispatchId,
    kind,
    at: savedAt,
    undated: false,
    ...searchTextOf(document),
  };
}

/** Brings the index up to a draft's last saved words; part of a caller's transaction. */
export function indexDraft(db: WritableDb, draftId: string): void {
  const row = first<{ dispatchId: string }>(
    db,
    'SELECT dispatch_id AS dispatchId FROM draft WHERE id = :draftId',
    { draftId },
  );
  const entry = row === undefined ? null : draftEntry(db, row.dispatchId);
  if (entry !== null) putSearchEntry(db, entry);
}

/** Brings the index up to what a note and its answers say; part of a caller's transaction. */
export function indexNote(db: WritableDb, noteId: string): void {
  putSearchEntry(db, noteEntry(db, noteId));
}

function noteEntry(db: ReadableDb, noteId: string): SearchEntry {
  const note = first<{
    dispatchId: string;
    kind: string;
    at: number;
    body: string;
    replies: string | null;
  }>(
    db,
    `SELECT dispatch_id AS dispatchId, kind, created_at AS at, body,
       (SELECT group_concat(body, char(10)) FROM note_reply WHERE note_id = note.id) AS replies
     FROM note WHERE id = :noteId`,
    { noteId },
  );
  if (note === undefined) throw new Refusal('not-found', 'note');
  const { dispatchId, kind, at, body, replies } = note;
  const text = searchTextIn('note', [body, replies ?? ''].join('\n'));
  return {
    source: 'note',
    sourceId: noteId,
    dispatchId,
    kind,
    at,
    undated: false,
    photo: false,
    text,
  };
}

/** The search entry of an original goes by the file's hash. */
function originalEntries(db: ReadableDb, dispatchId: string): readonly SearchEntry[] {
  const originals = all<{ sha256: string; bytes: Uint8Array; at: number }>(
    db,
    `SELECT original.sha256, bytes, imported_at AS at
     FROM import JOIN original ON original.sha256 = import.sha256
     WHERE dispatch_id = :dispatchId
       AND (SELECT count(*) FROM import AS other WHERE other.sha256 = original.sha256) = 1`,
    { dispatchId },
  );
  const readable = originals.flatMap(({ sha256, bytes, at }) => {
    const text = proseOf(bytes);
    return text === null ? [] : [{ sha256, text, at }];
  });
  if (readable.length === 0) return [];
  const takes = all<{ id: string; label: string | null; document: string; at: number | null }>(
    db,
    `SELECT id, label, document, stamp_instant AS at FROM published_take
     WHERE dispatch_id = :dispatchId ORDER BY ordinal`,
    { dispatchId },
  );
  const known = knownTerms(takes);
  return readable.flatMap(({ sha256, text, at }) => {
    const words = linesBesides(text, known);
    if (words === '') return [];
    const dated = takes[0]?.at;
    return {
      source: 'original',
      sourceId: sha256,
      dispatchId,
      kind: '',
      at: dated ?? at,
      undated: dated == null,
      photo: false,
      text: searchTextIn('original', words),
    };
  });
}

/**
 * The terms of takes in their order, those of their stamp lines too, with a space on both sides of
 * each.
 */
export function knownTerms(
  takes: readonly { readonly label: string | null; readonly document: string }[],
): string {
  return takes
    .map(({ label, document }) => {
      const texts = partsIn(JSON.parse(document) as NodeJson).map(({ text }) => text);
      return ` ${terms(label ?? '').join(' ')} | ${terms(texts.join('\n')).join(' ')} `;
    })
    .join('|');
}

/** Files whose text is no prose: containers, and data with its own names. */
const noProse = /^(?:PK\u0003\u0004|%PDF|\{|\[)/;

/** The text of a file; null where it is no prose. */
export function proseOf(bytes: Uint8Array): string | null {
  const decoded = decodeBytes(bytes);
  return decoded.ok && !noProse.test(decoded.value.text) ? decoded.value.text : null;
}

/**
 * The lines of an original that no take has: what importing left out, as it stood.
 *
 * @param known the terms of the takes, see {@link knownTerms}
 */
export function linesBesides(text: string, known: string): string {
  // Of a marked-up text, what stands between its tags.
  const plain = /^\s*</.test(text) ? text.replaceAll(/<[^>]*>/g, '\n') : text;
  return plain
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .filter((line) => {
      const all = terms(line);
      // A list has its numbers by itself.
      const found = /^\s*\d+[.)]\s/.test(line) ? all.slice(1) : all;
      return found.length > 0 && !known.includes(` ${found.join(' ')} `);
    })
    .join('\n');
}

/** Indexes what an original has besides the takes; part of a caller's transaction. */
export function indexOriginals(db: WritableDb, dispatchId: string): void {
  for (const entry of originalEntries(db, dispatchId)) putSearchEntry(db, entry);
}

type StandingRow = StampColumns & {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: TakeKind;
  readonly carries: string;
  readonly recordedAt: number;
};
type Indexed = {
  readonly rowid: number;
  readonly sourceId: string;
  readonly outed: number;
  readonly until: number | null;
  readonly marks: number;
};

/**
 * Brings what became of a dispatch's takes, and whether it has open notes, up to date in the index,
 * without touching its words; once at the end of a caller's transaction, however many takes it adds.
 */
export function refreshStandings(db: WritableDb, dispatchId: string): void {
  const changed = gathered(
    db,
    'standings',
    () => new Set<string>(),
    (all) => {
      for (const one of all) refreshNow(db, one);
    },
  );
  if (changed === null) refreshNow(db, dispatchId);
  else changed.add(dispatchId);
}

function refreshNow(db: WritableDb, dispatchId: string): void {
  const indexed = all<Indexed>(
    db,
    `SELECT rowid, source_id AS sourceId, outed, until, marks FROM search_entry
     WHERE dispatch_id = :dispatchId`,
    { dispatchId },
  );
  const byTake = new Map(standingsOf(db, dispatchId).map((one) => [one.takeId, one]));
  const openNote = hasOpenNotes(db, dispatchId) ? flag.openNote : 0;
  for (const { rowid, sourceId, outed, until, marks } of indexed) {
    const standing = byTake.get(sourceId);
    const next = {
      outed: standing?.from ?? outed,
      until: standing?.until ?? null,
      marks: (marks & ~changing) | openNote | endedFlag(standing?.ended ?? null),
    };
    if (next.outed === outed && next.until === until && next.marks === marks) continue;
    run(
      db,
      `UPDATE search_entry SET outed = :outed, until = :until, marks = :marks, touched = :touched
       WHERE rowid = :rowid`,
      { rowid: BigInt(rowid), ...next, touched: nextTouch(db) },
    );
  }
}

function hasOpenNotes(db: ReadableDb, dispatchId: string): boolean {
  return (
    first(
      db,
      `SELECT 1 FROM note LEFT JOIN draft ON draft.id = note.draft_id
       WHERE note.dispatch_id = :dispatchId AND state = 'open' AND discarded_at IS NULL LIMIT 1`,
      { dispatchId },
    ) !== undefined
  );
}

/** What became of the takes of a dispatch. */
export function standingsOf(db: ReadableDb, dispatchId: string): readonly Standing[] {
  const rows = all<StandingRow>(
    db,
    `SELECT id, ordinal, kind, stamp_precision, stamp_instant, stamp_zone, carries,
       recorded_at AS recordedAt
     FROM published_take WHERE dispatch_id = :dispatchId ORDER BY ordinal`,
    { dispatchId },
  );
  return standings(
    rows.map((row) => {
      const { id, ordinal, kind, recordedAt } = row;
      const carries = JSON.parse(row.carries) as Carries;
      return { id, ordinal, kind, stamp: stampOf(row), carries, recordedAt };
    }),
  );
}
