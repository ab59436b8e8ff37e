import type { AppError } from '../../contract/errors';
import type { DocumentJson } from '../../domain/document/json';
import type { Repair } from '../../domain/wire/repair';
import type { Stamp } from '../../domain/record/stamp';
import { carriesNothing } from '../../domain/record/carries';
import type { TakeKind } from '../../domain/record/take';
import { first, inTransaction, run, type WritableDb } from '../database';
import { insertDispatch, type NewDispatch } from './dispatches';
import { errorOf } from '../refusal';
import { sha256 } from '../sha256';
import { indexOriginals } from '../search/index-dispatch';
import { recordTake } from './record';
import { refreshWireRow } from './wire-row';

/** A dispatch read from one file, ready to enter the archive. */
export type ImportInput = {
  readonly dispatch: NewDispatch;
  readonly takes: readonly {
    readonly id: string;
    readonly kind: TakeKind;
    readonly stamp: Stamp;
    readonly label: string | null;
    readonly document: DocumentJson;
  }[];
  readonly original: {
    readonly bytes: Uint8Array;
    readonly name: string;
    readonly encoding: string;
    readonly repairs: readonly Repair[];
  };
};

/** What became of an import: a new dispatch, the one that already holds this text, or a refusal. */
export type Imported =
  | { readonly is: 'added' | 'unchanged'; readonly dispatchId: string }
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

/** The same bytes, or the same content in other bytes, add nothing. */
function importDispatch(db: WritableDb, input: ImportInput): Imported {
  const bytesHash = sha256(input.original.bytes);
  const contentHash = sha256(
    JSON.stringify(input.takes.map(({ kind, stamp, document }) => ({ kind, stamp, document }))),
  );
  const known = first<{ dispatchId: string }>(
    db,
    `SELECT dispatch_id AS dispatchId FROM import
     WHERE sha256 = :bytesHash OR content_hash = :contentHash LIMIT 1`,
    { bytesHash, contentHash },
  );
  if (known !== undefined) return { is: 'unchanged', dispatchId: known.dispatchId };
  insertDispatch(db, input.dispatch);
  recordTakes(db, input);
  insertOriginal(db, input, bytesHash, contentHash);
  indexOriginals(db, input.dispatch.id);
  refreshWireRow(db, input.dispatch.id);
  return { is: 'added', dispatchId: input.dispatch.id };
}

function recordTakes(db: WritableDb, { dispatch, takes }: ImportInput): void {
  for (const [index, take] of takes.entries()) {
    const { id, kind, stamp, label, document } = take;
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
        advisoryLine: '',
        carries: carriesNothing,
        author: '',
        origin: 'imported',
      },
      label,
      clockBehind: 0,
      recordedAt: dispatch.createdAt,
      publishKey: null,
    });
  }
}

function insertOriginal(
  db: WritableDb,
  { dispatch, original }: ImportInput,
  bytesHash: string,
  contentHash: string,
): void {
  run(db, 'INSERT INTO original (sha256, bytes, encoding) VALUES (:bytesHash, :bytes, :encoding)', {
    bytesHash,
    bytes: original.bytes,
    encoding: original.encoding,
  });
  run(
    db,
    `INSERT INTO import (sha256, dispatch_id, content_hash, name, imported_at, repairs)
     VALUES (:bytesHash, :dispatchId, :contentHash, :name, :importedAt, :repairs)`,
    {
      bytesHash,
      dispatchId: dispatch.id,
      contentHash,
      name: original.name,
      importedAt: dispatch.createdAt,
      repairs: JSON.stringify(original.repairs),
    },
  );
}
