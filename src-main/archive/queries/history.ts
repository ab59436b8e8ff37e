import type { RevisionModel } from '../../contract/models';
import type { DocumentJson } from '../../domain/document/json';
import { canonicalRevision, noPreviousHash } from '../../domain/record/canonical';
import type { TakeKind } from '../../domain/record/take';
import { all, first, type ReadableDb } from '../database';
import { sha256 } from '../sha256';
import { stampOf, type StampColumns } from './stamp-columns';

type RecordRow = StampColumns & {
  readonly dispatchId: string;
  readonly number: number;
  readonly takeId: string;
  readonly ordinal: number;
  readonly kind: TakeKind;
  readonly label: string | null;
  readonly document: string;
  readonly author: string;
  readonly origin: 'written' | 'imported';
  readonly recordedAt: number;
  readonly previousHash: string;
  readonly hash: string;
};

const selectRecord = `
  SELECT revision.dispatch_id AS dispatchId, number, take_id AS takeId, ordinal, kind,
         stamp_precision, stamp_instant, stamp_zone, label, document, author, origin,
         recorded_at AS recordedAt, previous_hash AS previousHash, hash
  FROM revision JOIN take ON take.id = revision.take_id`;

/** The revisions of a dispatch, first to last, and whether each hash still fits its take and the one before. */
export function readHistory(
  db: ReadableDb,
  input: { readonly id: string },
): { readonly revisions: readonly RevisionModel[]; readonly chainIsWhole: boolean } {
  const rows = all<RecordRow>(
    db,
    `${selectRecord} WHERE revision.dispatch_id = :id ORDER BY number`,
    input,
  );
  return { revisions: rows.map(revisionOf), chainIsWhole: brokenLinks(rows).length === 0 };
}

/** The take published under an idempotency key, if any. */
export function revisionByKey(
  db: ReadableDb,
  key: string,
): { readonly dispatchId: string; readonly takeId: string } | undefined {
  return first(
    db,
    'SELECT dispatch_id AS dispatchId, take_id AS takeId FROM revision WHERE publish_key = :key',
    { key },
  );
}

/** Something the verification found. */
export type RecordProblem = { readonly code: string; readonly subject: string };

/**
 * Verifies the whole archive: SQLite's own integrity check, that every take has its revision, and
 * every hash of every dispatch again. SQLite's check alone misses damage inside a text.
 */
export function verifyRecord(db: ReadableDb): {
  readonly dispatches: number;
  readonly revisions: number;
  readonly problems: readonly RecordProblem[];
} {
  const problems: RecordProblem[] = [];
  for (const row of all<{ integrity_check: string }>(db, 'PRAGMA integrity_check(20)')) {
    if (row.integrity_check !== 'ok') {
      problems.push({ code: 'file-structure', subject: row.integrity_check });
    }
  }
  const unrecorded = all<{ id: string }>(
    db,
    'SELECT id FROM take WHERE id NOT IN (SELECT take_id FROM revision)',
  );
  problems.push(...unrecorded.map(({ id }) => ({ code: 'take-without-revision', subject: id })));
  const dispatches = all<{ id: string }>(db, 'SELECT id FROM dispatch');
  let revisions = 0;
  for (const { id } of dispatches) {
    const rows = all<RecordRow>(
      db,
      `${selectRecord} WHERE revision.dispatch_id = :id ORDER BY number`,
      { id },
    );
    revisions += rows.length;
    problems.push(...brokenLinks(rows));
  }
  problems.push(...alteredOriginals(db));
  return { dispatches: dispatches.length, revisions, problems };
}

function brokenLinks(rows: readonly RecordRow[]): readonly RecordProblem[] {
  const problems: RecordProblem[] = [];
  let previous = noPreviousHash;
  for (const [index, row] of rows.entries()) {
    const fits = row.number === index + 1 && row.previousHash === previous;
    if (!fits) problems.push({ code: 'chain-broken', subject: `${row.dispatchId}#${row.number}` });
    if (hashOf(row) !== row.hash) {
      problems.push({ code: 'take-altered', subject: `${row.dispatchId}#${row.number}` });
    }
    previous = row.hash;
  }
  return problems;
}

function hashOf(row: RecordRow): string {
  const take = {
    id: row.takeId,
    dispatchId: row.dispatchId,
    ordinal: row.ordinal,
    kind: row.kind,
    stamp: stampOf(row),
    document: parsed(row.document),
    author: row.author,
    origin: row.origin,
  };
  const { dispatchId, number, recordedAt, label } = row;
  return sha256(
    canonicalRevision({ dispatchId, number, recordedAt, label, take }, row.previousHash),
  );
}

/** Damaged JSON cannot have the recorded hash: an empty document stands for it. */
function parsed(json: string): DocumentJson {
  try {
    return JSON.parse(json) as DocumentJson;
  } catch {
    return { type: 'doc' };
  }
}

function alteredOriginals(db: ReadableDb): readonly RecordProblem[] {
  const names = all<{ sha256: string }>(db, 'SELECT sha256 FROM original');
  return names
    .filter((name) => {
      const stored = first<{ bytes: Uint8Array }>(
        db,
        'SELECT bytes FROM original WHERE sha256 = :sha256',
        name,
      );
      return stored === undefined || sha256(stored.bytes) !== name.sha256;
    })
    .map((name) => ({ code: 'original-altered', subject: name.sha256 }));
}

function revisionOf(row: RecordRow): RevisionModel {
  const { number, takeId, kind, recordedAt, author, hash } = row;
  return { number, takeId, kind, stamp: stampOf(row), recordedAt, author, hash };
}
