import type {
  DetailsModel,
  DispatchModel,
  DraftModel,
  OriginalModel,
  TakeModel,
} from '../../contract/models';
import { toJson } from '../../domain/document/node';
import type { Carries } from '../../domain/record/carries';
import type { DocumentJson } from '../../domain/document/json';
import { all, first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { embargoOf, type EmbargoColumns } from './dispatch-facts';
import { loadDraftOf } from './drafts';
import { readPersons, readSubjects } from './exchange';
import { readNotesOf } from './notes';
import { lastTakeRevision } from './revisions';
import { stampOf, type StampColumns } from './stamp-columns';

type DispatchRow = DetailsModel &
  EmbargoColumns & { readonly id: string; readonly createdAt: number };

/** One dispatch, whole; refuses with `not-found`. */
export function readDispatch(db: ReadableDb, input: { readonly id: string }): DispatchModel {
  const row = first<DispatchRow>(
    db,
    `SELECT id, slug, language, urgency, desk, agency, place, created_at AS createdAt,
       embargo_until AS embargoUntil, embargo_zone AS embargoZone
     FROM dispatch WHERE id = :id`,
    input,
  );
  if (row === undefined) throw new Refusal('not-found', 'dispatch');
  const { embargoUntil, embargoZone, ...dispatch } = row;
  return {
    ...dispatch,
    embargo: embargoOf({ embargoUntil, embargoZone }),
    lastTakeRevision: lastTakeRevision(db, input.id),
    takes: readTakes(db, input.id),
    draft: readDraft(db, input.id),
    notes: readNotesOf(db, input.id),
    originals: readOriginals(db, input.id),
    subjects: readSubjects(db, input.id),
    persons: readPersons(db, input.id),
  };
}

/** The ids that begin with what a person typed of one, two at most, to see whether it is enough. */
export function findDispatchIds(
  db: ReadableDb,
  input: { readonly beginning: string },
): readonly string[] {
  return all<{ id: string }>(
    db,
    `SELECT id FROM dispatch WHERE substr(id, 1, length(:beginning)) = :beginning
       OR id IN (SELECT dispatch_id FROM take WHERE id = :beginning) LIMIT 2`,
    input,
  ).map((row) => row.id);
}

/** The bytes of an original and the name it came under; refuses with `not-found`. */
export function readOriginalBytes(
  db: ReadableDb,
  input: { readonly sha256: string },
): { readonly name: string; readonly bytes: Uint8Array; readonly encoding: string } {
  const original = first<{ name: string; bytes: Uint8Array; encoding: string }>(
    db,
    'SELECT name, bytes, encoding FROM original JOIN import USING (sha256) WHERE sha256 = :sha256',
    input,
  );
  if (original === undefined) throw new Refusal('not-found', 'original');
  return original;
}

function readTakes(db: ReadableDb, dispatchId: string): TakeModel[] {
  type Row = Omit<TakeModel, 'stamp' | 'stampSupplied' | 'document' | 'carries'> &
    StampColumns & { stampSupplied: number; document: string; carries: string };
  const rows = all<Row>(
    db,
    `SELECT id, ordinal, kind, stamp_precision, stamp_instant, stamp_zone,
       stamp_supplied AS stampSupplied, stamp_reason AS stampReason, label, document,
       advisory_line AS advisoryLine, carries, author, origin, recorded_at AS recordedAt
     FROM published_take WHERE dispatch_id = :dispatchId ORDER BY ordinal`,
    { dispatchId },
  );
  return rows.map(({ stamp_precision, stamp_instant, stamp_zone, ...take }) => ({
    ...take,
    stamp: stampOf({ stamp_precision, stamp_instant, stamp_zone }),
    stampSupplied: take.stampSupplied === 1,
    document: JSON.parse(take.document) as DocumentJson,
    carries: JSON.parse(take.carries) as Carries,
  }));
}

function readDraft(db: ReadableDb, dispatchId: string): DraftModel | null {
  const draft = loadDraftOf(db, dispatchId);
  if (draft === null) return null;
  const { dispatchId: _, document, ...rest } = draft;
  return { ...rest, document: toJson(document) };
}

function readOriginals(db: ReadableDb, dispatchId: string): OriginalModel[] {
  const rows = all<Omit<OriginalModel, 'repairs'> & { repairs: string }>(
    db,
    `SELECT sha256, name, length(bytes) AS byteLength, encoding, imported_at AS importedAt, repairs
     FROM import JOIN original USING (sha256) WHERE dispatch_id = :dispatchId ORDER BY imported_at`,
    { dispatchId },
  );
  return rows.map((row) => ({
    ...row,
    repairs: JSON.parse(row.repairs) as OriginalModel['repairs'],
  }));
}
