import type { Carries } from '../../domain/record/carries';
import {
  canonicalRevision,
  type Entry,
  type RecordFormat,
  type RevisionContent,
} from '../../domain/record/canonical';
import type { Take, TakeKind } from '../../domain/record/take';
import type { DocumentJson } from '../../domain/document/json';
import { all, type ReadableDb } from '../database';
import { sha256 } from '../sha256';
import { stampOf, type StampColumns } from './stamp-columns';

/** A revision as stored: what it covers, the format it was hashed in, its hashes. */
export type StoredRevision = RevisionContent & {
  readonly format: RecordFormat;
  readonly previousHash: string;
  readonly hash: string;
};

type TakeColumns = StampColumns & {
  readonly ordinal: number;
  readonly kind: TakeKind;
  readonly stampReason: string | null;
  readonly label: string | null;
  readonly document: string;
  readonly advisoryLine: string;
  readonly carries: string;
  readonly author: string;
  readonly origin: 'written' | 'imported';
};

type RecordRow = TakeColumns & {
  readonly dispatchId: string;
  readonly number: number;
  readonly format: RecordFormat;
  readonly is: Entry['is'];
  readonly takeId: string | null;
  readonly content: string;
  readonly recordedAt: number;
  readonly previousHash: string;
  readonly hash: string;
};

/** The whole record of a dispatch, first revision to last. */
export function readRecord(db: ReadableDb, dispatchId: string): readonly StoredRevision[] {
  const rows = all<RecordRow>(
    db,
    `SELECT revision.dispatch_id AS dispatchId, number, format, entry AS "is",
       revision.take_id AS takeId, content, recorded_at AS recordedAt,
       previous_hash AS previousHash, hash, ordinal, kind, stamp_precision, stamp_instant,
       stamp_zone, stamp_reason AS stampReason, label, document, advisory_line AS advisoryLine,
       carries, author, origin
     FROM revision LEFT JOIN take ON take.id = revision.take_id AND revision.entry = 'take'
     WHERE revision.dispatch_id = :dispatchId ORDER BY number`,
    { dispatchId },
  );
  return rows.map((row) => {
    const { number, format, recordedAt, previousHash, hash } = row;
    return { dispatchId, number, format, recordedAt, previousHash, hash, entry: entryOf(row) };
  });
}

/** The hash a stored revision should have: over what is stored, in its own format. */
export function rehash(revision: StoredRevision): string {
  const { format, previousHash, hash: _, ...content } = revision;
  return sha256(canonicalRevision(content, previousHash, format));
}

function entryOf(row: RecordRow): Entry {
  const content = parsed(row.content);
  switch (row.is) {
    case 'take': {
      const { clockBehind } = content as Pick<Of<'take'>, 'clockBehind'>;
      return { is: 'take', take: takeOf(row), label: row.label, clockBehind };
    }
    case 'stamp': {
      const { stamp, reason, author } = content as Pick<Of<'stamp'>, 'stamp' | 'reason' | 'author'>;
      return { is: 'stamp', takeId: row.takeId ?? '', stamp, reason, author };
    }
    case 'embargo': {
      const { until, reason, author } = content as Omit<Of<'embargo'>, 'is'>;
      return { is: 'embargo', until, reason, author };
    }
  }
}

type Of<Is extends Entry['is']> = Extract<Entry, { is: Is }>;

function takeOf(row: RecordRow): Take {
  return {
    id: row.takeId ?? '',
    dispatchId: row.dispatchId,
    ordinal: row.ordinal,
    kind: row.kind,
    stamp: stampOf(row),
    stampReason: row.stampReason,
    document: parsed(row.document) as DocumentJson,
    advisoryLine: row.advisoryLine,
    carries: parsed(row.carries) as Carries,
    author: row.author,
    origin: row.origin,
  };
}

/**
 * What a column of JSON holds, as it stands: its hash tells whether it is what was recorded. Damaged
 * JSON cannot have the recorded hash; an empty object stands for it.
 */
function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
