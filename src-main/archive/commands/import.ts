import type { AppError } from '../../contract/errors';
import type { DocumentJson } from '../../domain/document/json';
import type { Subject } from '../../domain/exchange/item';
import type { Repair } from '../../domain/exchange/repair';
import type { ReadFormat } from '../../domain/exchange/reading';
import type { EmbargoEnd } from '../../domain/record/canonical';
import type { Stamp } from '../../domain/record/stamp';
import { carriesNothing, type Carries } from '../../domain/record/carries';
import type { TakeKind } from '../../domain/record/take';
import { first, inTransaction, run, type WritableDb } from '../database';
import { insertDispatch, type NewDispatch } from './dispatches';
import { errorOf } from '../refusal';
import { sha256 } from '../sha256';
import { indexOriginals } from '../search/index-dispatch';
import { addReview, type ImportReview } from './import-review';
import { appendVersion, dispatchOfSource, type SourceName } from './import-version';
import { insertPersons } from './persons';
import { putPicture, type NewPicture } from './pictures';
import { recordEntry, recordTake } from './record';
import { refreshWireRow } from './wire-row';

/** A take read from a file. */
export type ImportTake = {
  readonly id: string;
  readonly kind: TakeKind;
  readonly stamp: Stamp;
  readonly label: string | null;
  readonly document: DocumentJson;
  readonly advisoryLine?: string;
  readonly author?: string;
  /** `corrects` is the number of a take of the same file, as text. */
  readonly carries?: Carries;
};

/** A dispatch read from a file, ready to enter the archive. */
export type ImportInput = {
  readonly dispatch: NewDispatch;
  readonly takes: readonly ImportTake[];
  /** What its source calls it; null or absent where it has no name of its own. */
  readonly source?: SourceName | null;
  readonly subjects?: readonly Subject[];
  readonly persons?: readonly string[];
  /** An embargo the source sets; one that has ended changes nothing. */
  readonly embargo?: EmbargoEnd | null;
  /** The pictures of its photos. */
  readonly pictures?: readonly NewPicture[];
  /** Comments and proposed changes that came with it. */
  readonly review?: ImportReview;
  readonly original: {
    readonly bytes: Uint8Array;
    readonly name: string;
    readonly encoding: string;
    readonly repairs: readonly Repair[];
    readonly format?: ReadFormat;
    /** Whether the file holds other dispatches too: then its bytes alone say nothing of this one. */
    readonly shared?: boolean;
  };
};

/**
 * What became of an import: a new dispatch; new takes of one that is there; one that already holds
 * this text, or a newer version of it; a refusal.
 */
export type Imported =
  | { readonly is: 'added' | 'unchanged' | 'older'; readonly dispatchId: string }
  | { readonly is: 'updated'; readonly dispatchId: string; readonly takes: number }
  | { readonly is: 'refused'; readonly error: AppError };

/**
 * Brings imported dispatches into the record, each with its byte-exact original, in one transaction:
 * one commit for many costs hardly more than one for one. Where one of them is refused, each has a
 * transaction of its own instead, and the others go in. (Not savepoints: FTS5 writes its pending
 * terms out at each.)
 */
export function importDispatches(
  db: WritableDb,
  input: { readonly dispatches: readonly ImportInput[] },
): readonly Imported[] {
  try {
    return inTransaction(db, () => input.dispatches.map((one) => importDispatch(db, one)));
  } catch (thrown) {
    if (faultsOfAll.has(errorOf(thrown).code)) throw thrown;
    return input.dispatches.map((one) => importAlone(db, one));
  }
}

/** What ends the whole transaction is not the fault of one dispatch. */
const faultsOfAll: ReadonlySet<AppError['code']> = new Set<AppError['code']>([
  'archive-full',
  'archive-busy',
  'archive-read-only',
  'archive-damaged',
]);

function importAlone(db: WritableDb, input: ImportInput): Imported {
  try {
    return inTransaction(db, () => importDispatch(db, input));
  } catch (thrown) {
    return { is: 'refused', error: errorOf(thrown) };
  }
}

/** The same bytes, or the same content in other bytes, add nothing; a newer version adds its takes. */
function importDispatch(db: WritableDb, input: ImportInput): Imported {
  const { original } = input;
  const hashes = {
    bytes: sha256(original.bytes),
    content: sha256(
      JSON.stringify(input.takes.map(({ kind, stamp, document }) => ({ kind, stamp, document }))),
    ),
  };
  const known = input.source == null ? undefined : dispatchOfSource(db, input.source.guid);
  if (known !== undefined && input.source != null) {
    return versionOf(db, known, input, input.source, hashes);
  }
  const same = first<{ dispatchId: string }>(
    db,
    `SELECT dispatch_id AS dispatchId FROM import
     WHERE content_hash = :content OR (sha256 = :bytes AND :alone) LIMIT 1`,
    { ...hashes, alone: original.shared === true ? 0 : 1 },
  );
  if (same !== undefined && !hasOtherName(db, same.dispatchId, input.source)) {
    return { is: 'unchanged', dispatchId: same.dispatchId };
  }
  putPictures(db, input);
  insertDispatch(db, input.dispatch);
  recordTakes(db, input);
  insertSource(db, input);
  insertOriginal(db, input.dispatch.id, input, hashes);
  reviewOf(db, input.dispatch.id, input);
  refreshWireRow(db, input.dispatch.id);
  return { is: 'added', dispatchId: input.dispatch.id };
}

/** Two items of a source may say the same; what has another name is another item. */
function hasOtherName(
  db: WritableDb,
  dispatchId: string,
  source: SourceName | null | undefined,
): boolean {
  if (source == null) return false;
  const named = first(db, 'SELECT 1 FROM exchange_source WHERE dispatch_id = :dispatchId', {
    dispatchId,
  });
  return named !== undefined;
}

type Hashes = { readonly bytes: string; readonly content: string };

/** What a further file of an item that is there already adds to it. */
function versionOf(
  db: WritableDb,
  dispatchId: string,
  input: ImportInput,
  source: SourceName,
  hashes: Hashes,
): Imported {
  const had = first(
    db,
    'SELECT 1 FROM import WHERE dispatch_id = :dispatchId AND sha256 = :bytes',
    { dispatchId, bytes: hashes.bytes },
  );
  if (had !== undefined) return { is: 'unchanged', dispatchId };
  putPictures(db, input);
  const result = appendVersion(db, dispatchId, source, input.takes, input.dispatch.createdAt);
  const reviewed = reviewOf(db, dispatchId, input);
  if (result.is === 'unchanged' && reviewed === 0) return { is: 'unchanged', dispatchId };
  const older: readonly Repair[] =
    result.is === 'older' ? [{ code: 'older-version', detail: String(result.newest) }] : [];
  const { original } = input;
  const repairs = [...original.repairs, ...older];
  insertOriginal(db, dispatchId, { ...input, original: { ...original, repairs } }, hashes);
  if (result.is === 'older') return { is: 'older', dispatchId };
  refreshWireRow(db, dispatchId);
  return { is: 'updated', dispatchId, takes: result.is === 'updated' ? result.takes : 0 };
}

function reviewOf(db: WritableDb, dispatchId: string, { review, dispatch }: ImportInput): number {
  return review === undefined ? 0 : addReview(db, dispatchId, review, dispatch.createdAt);
}

function putPictures(db: WritableDb, { pictures = [], dispatch }: ImportInput): void {
  for (const picture of pictures) putPicture(db, picture, dispatch.createdAt);
}

function recordTakes(db: WritableDb, { dispatch, takes }: ImportInput): void {
  for (const [index, take] of takes.entries()) {
    const { id, kind, stamp, label, document, advisoryLine = '', author = '' } = take;
    recordTake(db, {
      is: 'take',
      take: {
        id,
        dispatchId: dispatch.id,
        ordinal: index + 1,
        kind,
        stamp,
        stampReason: null,
        document,
        advisoryLine,
        carries: carriedBy(take, takes.slice(0, index)),
        author,
        origin: 'imported',
      },
      label,
      clockBehind: 0,
      recordedAt: dispatch.createdAt,
      publishKey: null,
    });
  }
}

/** What a take carries, the take it corrects by its id here; one that is not in the file is not named. */
function carriedBy({ carries }: ImportTake, before: readonly ImportTake[]): Carries {
  if (carries?.of !== 'correction') return carries ?? carriesNothing;
  const corrects = before[Number(carries.corrects) - 1]?.id;
  return corrects === undefined ? carriesNothing : { ...carries, corrects };
}

function insertSource(db: WritableDb, input: ImportInput): void {
  const { source, subjects = [], persons = [], embargo } = input;
  const { id: dispatchId, createdAt } = input.dispatch;
  if (source != null) {
    run(
      db,
      `INSERT INTO exchange_source (guid, dispatch_id, version)
       VALUES (:guid, :dispatchId, :version)`,
      { ...source, dispatchId },
    );
  }
  for (const [position, { code, name }] of subjects.entries()) {
    run(
      db,
      `INSERT INTO dispatch_subject (dispatch_id, position, code, name)
       VALUES (:dispatchId, :position, :code, :name)`,
      { dispatchId, position, code, name },
    );
  }
  insertPersons(db, dispatchId, persons);
  if (embargo == null || embargo.instant <= createdAt) return;
  // An embargo of the source holds here too, from the first moment on.
  const entry = { is: 'embargo', until: embargo, reason: '', author: '' } as const;
  recordEntry(db, { dispatchId, entry, recordedAt: createdAt, publishKey: null });
  run(db, 'UPDATE dispatch SET embargo_until = :instant, embargo_zone = :zone WHERE id = :id', {
    id: dispatchId,
    instant: embargo.instant,
    zone: embargo.zone,
  });
}

function insertOriginal(
  db: WritableDb,
  dispatchId: string,
  { dispatch, original }: ImportInput,
  hashes: Hashes,
): void {
  run(
    db,
    `INSERT INTO original (sha256, bytes, encoding) VALUES (:sha256, :bytes, :encoding)
     ON CONFLICT DO NOTHING`,
    { sha256: hashes.bytes, bytes: original.bytes, encoding: original.encoding },
  );
  run(
    db,
    `INSERT INTO import (sha256, dispatch_id, content_hash, name, imported_at, repairs, format)
     VALUES (:sha256, :dispatchId, :contentHash, :name, :importedAt, :repairs, :format)`,
    {
      sha256: hashes.bytes,
      dispatchId,
      contentHash: hashes.content,
      name: original.name,
      importedAt: dispatch.createdAt,
      repairs: JSON.stringify(original.repairs),
      format: original.format ?? 'wire',
    },
  );
  // A file of several dispatches says more of the others than of this one.
  if (original.shared !== true) indexOriginals(db, dispatchId);
}
