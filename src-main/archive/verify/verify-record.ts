import type { ProblemPlace } from '../../contract/record';
import { all, first, type ReadableDb } from '../database';
import { readRecord, type StoredRevision } from '../queries/record';
import { isIndexFault } from '../search/fault';
import { parseDocument } from '../../domain/document/node';
import { picturesOf } from '../../domain/document/picture';
import { sha256 } from '../sha256';
import { brokenLinks } from './chain';
import { checkDerived } from './check-derived';
import { checkIndex } from './check-index';
import { isDamage } from './damage';

/** Something the verification found. */
export type RecordProblem = {
  readonly code: string;
  readonly subject: string;
  /** The entry of the record it was found in, for those who read; null where it is in none. */
  readonly where: ProblemPlace | null;
};

/** What a verification read, and what it found. */
export type Verified = {
  readonly dispatches: number;
  readonly revisions: number;
  readonly problems: readonly RecordProblem[];
};

/**
 * Verifies the whole archive: SQLite's own checks, that every take has its revision, every hash of
 * every dispatch and original again, what is derived from the record, and the search index. SQLite's
 * check alone misses damage inside a text. What cannot be read at all is one of the problems.
 *
 * @param input.index whether the index is compared with the texts, which reads each of them again
 */
export function verifyRecord(db: ReadableDb, input: { readonly index?: boolean } = {}): Verified {
  const dispatches: string[] = [];
  let revisions = 0;
  const problems = [
    ...guarded('file', () => fileProblems(db)),
    ...guarded('take', () => unrecordedTakes(db)),
    ...guarded('dispatch', () => {
      dispatches.push(...all<{ id: string }>(db, 'SELECT id FROM dispatch').map(({ id }) => id));
      return [];
    }),
    ...dispatches.flatMap((id) =>
      guarded(id, () => {
        const record = readRecord(db, id);
        revisions += record.length;
        return recordProblems(db, id, record);
      }),
    ),
    ...guarded('original', () => alteredFiles(db, 'original')),
    ...guarded('picture', () => alteredFiles(db, 'picture_file')),
  ];
  const result = { dispatches: dispatches.length, revisions };
  // Beside damaged texts an index that has their old words is no finding of its own.
  if (input.index === false || problems.length > 0) return { ...result, problems };
  return { ...result, problems: [...missingPictures(db), ...indexProblems(db)] };
}

/** Runs a check; where the file cannot be read for it, says so in place of what it would have found. */
function guarded(subject: string, check: () => readonly RecordProblem[]): readonly RecordProblem[] {
  try {
    return check();
  } catch (thrown) {
    if (!isDamage(thrown)) throw thrown;
    return [{ code: 'unreadable', subject, where: null }];
  }
}

/** At most so many of SQLite's own findings are told. */
const mostOfFile = 20;

function fileProblems(db: ReadableDb): readonly RecordProblem[] {
  const structure = all<{ integrity_check: string }>(db, `PRAGMA integrity_check(${mostOfFile})`)
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => ({ code: 'file-structure', subject: row.integrity_check, where: null }));
  const references = all<{ table: string }>(db, 'PRAGMA foreign_key_check')
    .slice(0, mostOfFile)
    .map(({ table }) => ({ code: 'reference-broken', subject: table, where: null }));
  return [...structure, ...references];
}

function unrecordedTakes(db: ReadableDb): readonly RecordProblem[] {
  return all<{ id: string }>(
    db,
    `SELECT id FROM take WHERE id NOT IN (SELECT take_id FROM revision WHERE entry = 'take')`,
  ).map(({ id }) => ({ code: 'take-without-revision', subject: id, where: null }));
}

function recordProblems(
  db: ReadableDb,
  dispatchId: string,
  record: readonly StoredRevision[],
): readonly RecordProblem[] {
  const broken = brokenLinks(record).map(({ code, revision }) => ({
    code,
    subject: `${revision.dispatchId}#${revision.number}`,
    where: placeOf(db, revision),
  }));
  // What is derived from a broken record says nothing more.
  if (broken.length > 0) return broken;
  return checkDerived(db, dispatchId, record).map((problem) => ({ ...problem, where: null }));
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

const altered = { original: 'original-altered', picture_file: 'picture-altered' } as const;

function alteredFiles(db: ReadableDb, table: keyof typeof altered): readonly RecordProblem[] {
  return all<{ sha256: string }>(db, `SELECT sha256 FROM ${table}`).flatMap((name) =>
    guarded(name.sha256, () => {
      const stored = first<{ bytes: Uint8Array }>(
        db,
        `SELECT bytes FROM ${table} WHERE sha256 = :sha256`,
        name,
      );
      if (stored !== undefined && sha256(stored.bytes) === name.sha256) return [];
      return [{ code: altered[table], subject: name.sha256, where: null }];
    }),
  );
}

/** Pictures that takes show and the archive does not have: lost in a mending, or never brought. */
function missingPictures(db: ReadableDb): readonly RecordProblem[] {
  const shown = all<{ document: string }>(
    db,
    `SELECT document FROM take WHERE instr(document, '"sha256":') > 0`,
  ).flatMap(({ document }) => {
    const parsed = parseDocument(JSON.parse(document));
    return parsed.ok ? picturesOf(parsed.value).map((picture) => picture.sha256) : [];
  });
  const has = (sha: string): boolean =>
    first(db, 'SELECT 1 FROM picture_file WHERE sha256 = :sha', { sha }) !== undefined;
  return [...new Set(shown)]
    .filter((sha) => !has(sha))
    .map((subject) => ({ code: 'picture-missing', subject, where: null }));
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
