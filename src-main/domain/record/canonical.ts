import type { KnownStamp } from './stamp';
import type { Take } from './take';

/** An instant at which an embargo ends, in the zone it was set in. */
export type EmbargoEnd = {
  /** ms since the epoch */
  readonly instant: number;
  /** IANA zone */
  readonly zone: string;
};

/** What is entered in the record of a dispatch, one revision each. */
export type Entry =
  | {
      readonly is: 'take';
      readonly take: Take;
      /** The stamp line as it stood in an imported text; null for a take written here. */
      readonly label: string | null;
      /** How far main's clock was behind the newest stamp of the dispatch, in ms; 0 when it was not. */
      readonly clockBehind: number;
    }
  | {
      /** A time supplied for a take whose own was unknown, or put right by hand. */
      readonly is: 'stamp';
      readonly takeId: string;
      readonly stamp: KnownStamp;
      readonly reason: string;
      readonly author: string;
    }
  | {
      /** An embargo set or moved (`until`), or lifted (null). */
      readonly is: 'embargo';
      readonly until: EmbargoEnd | null;
      readonly reason: string;
      readonly author: string;
    };

/** What a revision's hash covers, besides the hash before it. */
export type RevisionContent = {
  readonly dispatchId: string;
  readonly number: number;
  /** ms since the epoch, when the archive recorded it. */
  readonly recordedAt: number;
  readonly entry: Entry;
};

/** The formats of the canonical text. 1 knew only takes, without what they carry. */
export type RecordFormat = 1 | 2;
/** The format new revisions are made in. */
export const recordFormat: RecordFormat = 2;

/** The hash before the first revision of a dispatch. */
export const noPreviousHash = '0'.repeat(64);

/**
 * The canonical text of a revision: JSON with keys in code-unit order and no white space, after
 * RFC 8785. Its UTF-8 bytes are what SHA-256 is taken over; the previous hash inside chains each
 * revision to the one before.
 */
export function canonicalRevision(
  content: RevisionContent,
  previousHash: string,
  format: RecordFormat = recordFormat,
): string {
  const body = format === 1 ? inFirstFormat(content) : content;
  return canonicalJson({ format: `writethru-record/${format}`, previousHash, ...body });
}

/** Revisions of the first format stay as they were hashed. */
function inFirstFormat({ entry, ...rest }: RevisionContent): object {
  if (entry.is !== 'take') return { ...rest, entry };
  const { stampReason: _1, advisoryLine: _2, carries: _3, ...take } = entry.take;
  return { ...rest, label: entry.label, take };
}

/** JSON with object keys sorted and no white space; keys whose value is undefined are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
