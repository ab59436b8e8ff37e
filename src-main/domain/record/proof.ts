import { canonicalRevision, type RecordFormat, type RevisionContent } from './canonical';

/** The format of a proof file, described field by field in docs/proof.md. */
export const proofFormat = 'writethru-proof/1';

/** A revision of the record with what its hash was made in and of. */
export type ProvableRevision = RevisionContent & {
  readonly format: RecordFormat;
  readonly previousHash: string;
  readonly hash: string;
};

/** What a proof says besides the record. Nothing but the seal covers it. */
export type ProofFacts = {
  /** ms since the epoch */
  readonly madeAt: number;
  /** IANA zone of the desk that made it. */
  readonly zone: string;
  /** Id of the archive. */
  readonly archive: string;
  readonly dispatch: {
    readonly id: string;
    readonly slug: string;
    readonly headline: string;
    readonly language: 'fr' | 'en';
  };
};

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export type Sha256 = (text: string) => string;

const openSeal = '0'.repeat(64);

/**
 * The text of a proof file: JSON of a fixed layout that anybody can verify without the archive. Each
 * entry holds the very text its hash was taken over, so that nobody has to write that text anew.
 *
 * @param record the whole record of the dispatch, first revision to last, verified by the caller
 */
export function proofText(
  facts: ProofFacts,
  record: readonly ProvableRevision[],
  sha256: Sha256,
): string {
  const { madeAt, zone, archive, dispatch } = facts;
  const { id, slug, headline, language } = dispatch;
  const proof = {
    format: proofFormat,
    madeAt: new Date(madeAt).toISOString(),
    zone,
    archive,
    dispatch: { id, slug, headline, language },
    count: record.length,
    head: record.at(-1)?.hash ?? openSeal,
    entries: record.map(entryOf),
    // Hashed with zeros in its own place: every byte of the file is covered.
    seal: openSeal,
  };
  const open = printed(proof);
  return printed({ ...proof, seal: sha256(open) });
}

function printed(proof: object): string {
  return `${JSON.stringify(proof, null, 2)}\n`;
}

function entryOf(revision: ProvableRevision): object {
  const { format, previousHash, hash, ...content } = revision;
  const { entry, number } = content;
  return {
    number,
    take: entry.is === 'take' ? entry.take.ordinal : null,
    previousHash,
    hash,
    content: canonicalRevision(content, previousHash, format),
  };
}
