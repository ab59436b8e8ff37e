import type { Take } from './take';

/** What a revision's hash covers, besides the hash before it. */
export type RevisionContent = {
  readonly dispatchId: string;
  readonly number: number;
  /** ms since the epoch, when the archive recorded it. */
  readonly recordedAt: number;
  /** The stamp line as it stood in an imported text; null for a take written here. */
  readonly label: string | null;
  readonly take: Take;
};

/** The hash before the first revision of a dispatch. */
export const noPreviousHash = '0'.repeat(64);

/**
 * The canonical text of a revision: JSON with keys in code-unit order and no white space, after
 * RFC 8785. Its UTF-8 bytes are what SHA-256 is taken over; the previous hash inside chains each
 * revision to the one before.
 */
export function canonicalRevision(content: RevisionContent, previousHash: string): string {
  return canonicalJson({ format: 'writethru-record/1', previousHash, ...content });
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
