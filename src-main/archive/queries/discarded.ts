import type { ResponseOf } from '../../contract/requests';
import { canonicalText } from '../../domain/document/canonical-text';
import { documentParts } from '../../domain/document/build';
import type { TakeKind } from '../../domain/record/take';
import { all, type ReadableDb } from '../database';
import { loadWords } from './drafts';

/** How long a discarded draft can be brought back, in ms. */
export const discardedKept = 30 * 86_400_000;

/** How much of a draft is told, in UTF-16 units. */
const wordsTold = 160;
/** The most drafts told of. */
const most = 500;

/** The drafts with words that were discarded and can be brought back, the last one first. */
export function readDiscarded(
  db: ReadableDb,
  { now }: { readonly now: number },
): ResponseOf<'draft.discarded'>['drafts'] {
  const rows = all<{
    draftId: string;
    dispatchId: string;
    slug: string;
    kind: TakeKind;
    discardedAt: number;
    isTaken: number;
  }>(
    db,
    `SELECT draft.id AS draftId, dispatch_id AS dispatchId, slug, kind,
       discarded_at AS discardedAt,
       EXISTS (SELECT 1 FROM draft other WHERE other.dispatch_id = draft.dispatch_id
               AND other.discarded_at IS NULL) AS isTaken
     FROM draft JOIN dispatch ON dispatch.id = dispatch_id
     WHERE discarded_at > :oldest ORDER BY discarded_at DESC LIMIT :most`,
    { oldest: now - discardedKept, most },
  );
  return rows.flatMap(({ isTaken, ...row }) => {
    const document = loadWords(db, row.draftId);
    if (document === null) return [];
    const { headline, signoff } = documentParts(document);
    const text = canonicalText(document);
    const body = text.slice(headline.length, text.length - signoff.length);
    const words = body.replaceAll(/\s+/gu, ' ').trim().slice(0, wordsTold);
    if (headline === '' && words === '') return [];
    return [{ ...row, headline, words, isTaken: isTaken === 1 }];
  });
}
