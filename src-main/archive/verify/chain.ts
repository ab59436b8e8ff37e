import { noPreviousHash } from '../../domain/record/canonical';
import { rehash, type StoredRevision } from '../queries/record';

/** A revision that does not fit. */
export type BrokenLink = {
  readonly code: 'chain-broken' | 'take-altered';
  readonly revision: StoredRevision;
};

/** Where the record of a dispatch is not whole, in its order. */
export function brokenLinks(record: readonly StoredRevision[]): readonly BrokenLink[] {
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
