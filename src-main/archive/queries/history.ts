import type { EntryModel, ProblemPlace, RevisionModel } from '../../contract/record';
import { noPreviousHash } from '../../domain/record/canonical';
import { all, first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { sha256 } from '../sha256';
import { checkIndex } from '../search/check-index';
import { isIndexFault } from '../search/fault';
import { readRecord, rehash, type StoredRevision } from './record';

/** The revisions of a dispatch, first to last, and whether each hash still fits its entry and the one before. */
export function readHistory(
  db: ReadableDb,
  input: { readonly id: string },
): { readonly revisions: readonly RevisionModel[]; readonly chainIsWhole: boolean } {
  const record = readRecord(db, input.id);
  return { revisions: record.map(revisionOf), chainIsWhole: brokenLinks(record).length === 0 };
}

/**
 * The whole record of a dispatch as it is proved to others; refuses with `archive-damaged` where an
 * entry does not have its hash or is not chained to the one before.
 */
export function readProvableRecord(
  db: ReadableDb,
  input: { readonly id: string },
): readonly StoredRevision[] {
  const record = readRecord(db, input.id);
  const [problem] = brokenLinks(record);
  if (problem !== undefined) throw new Refusal('archive-damaged', problem.code);
  return record;
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
export type RecordProblem = {
  readonly code: string;
  readonly subject: string;
  /** The entry of the record it was found in, for those who read; null where it is in none. */
  readonly where: ProblemPlace | null;
};

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
      problems.push({ code: 'file-structure', subject: row.integrity_check, where: null });
    }
  }
  const unrecorded = all<{ id: string }>(
    db,
    `SELECT id FROM take WHERE id NOT IN (SELECT take_id FROM revision WHERE entry = 'take')`,
  );
  problems.push(
    ...unrecorded.map(({ id }) => ({ code: 'take-without-revision', subject: id, where: null })),
  );
  const dispatches = all<{ id: string }>(db, 'SELECT id FROM dispatch');
  let revisions = 0;
  for (const { id } of dispatches) {
    const record = readRecord(db, id);
    revisions += record.length;
    for (const { code, revision } of brokenLinks(record)) {
      const subject = `${revision.dispatchId}#${revision.number}`;
      problems.push({ code, subject, where: placeOf(db, revision) });
    }
  }
  problems.push(...alteredOriginals(db));
  problems.push(...indexProblems(db));
  return { dispatches: dispatches.length, revisions, problems };
}

type BrokenLink = {
  readonly code: 'chain-broken' | 'take-altered';
  readonly revision: StoredRevision;
};

/** Where a record is not whole, in its order. */
function brokenLinks(record: readonly StoredRevision[]): readonly BrokenLink[] {
  const broken: BrokenLink[] = [];
  let previous = noPreviousHash;
  for (const [index, revision] of record.entries()) {
    const fits = revision.number === index + 1 && revision.previousHash === previous;
    if (!fits) broken.push({ code: 'chain-broken', revision });
    if (rehash(revision) !== revision.hash) broken.push({ code: 'take-altered', revision });
    previous = revision.hash;
  }
  return broken;
}

/** An entry as a person knows it: by its dispatch, and a take by its number in it. */
function placeOf(db: ReadableDb, { dispatchId, number, entry }: StoredRevision): ProblemPlace {
  const row = first<{ slug: string; headline: string }>(
    db,
    `SELECT slug, coalesce(headline, '') AS headline
     FROM dispatch LEFT JOIN wire_row ON wire_row.dispatch_id = dispatch.id
     WHERE dispatch.id = :dispatchId`,
    { dispatchId },
  );
  const ordinal = entry.is === 'take' ? entry.take.ordinal : null;
  return { dispatchId, slug: row?.slug ?? '', headline: row?.headline ?? '', number, ordinal };
}

/** What the search index lacks or has too much; an index that cannot be read at all is damaged. */
function indexProblems(db: ReadableDb): readonly RecordProblem[] {
  try {
    return checkIndex(db).map((problem) => ({ ...problem, where: null }));
  } catch (thrown) {
    if (!isIndexFault(thrown)) throw thrown;
    return [{ code: 'index-damaged', subject: 'search_index', where: null }];
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
    .map((name) => ({ code: 'original-altered', subject: name.sha256, where: null }));
}

function revisionOf({ number, recordedAt, hash, entry }: StoredRevision): RevisionModel {
  return { number, recordedAt, hash, entry: entryModelOf(entry) };
}

function entryModelOf(entry: StoredRevision['entry']): EntryModel {
  switch (entry.is) {
    case 'take': {
      const { id, ordinal, kind, stamp, stampReason, author } = entry.take;
      const { clockBehind } = entry;
      return { is: 'take', takeId: id, ordinal, kind, stamp, stampReason, clockBehind, author };
    }
    case 'stamp':
    case 'embargo':
      return entry;
  }
}
