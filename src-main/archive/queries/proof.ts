import { proofText } from '../../domain/record/proof';
import { first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { sha256 } from '../sha256';
import { firstFault } from './history';
import { readRecord } from './record';

/** A proof file of a dispatch and what it comes to. */
export type MadeProof = {
  readonly text: string;
  /** The hash of the last revision. */
  readonly head: string;
  readonly count: number;
};

/**
 * The proof file of a dispatch. Refuses with `not-found`, with `nothing-published` where the record
 * is empty, and with `archive-damaged` where it is not whole: a false record is not to be proved.
 */
export function readProof(
  db: ReadableDb,
  input: { readonly id: string; readonly madeAt: number; readonly zone: string },
): MadeProof {
  const { id, madeAt, zone } = input;
  const row = first<{
    archive: string;
    slug: string;
    headline: string;
    language: 'fr' | 'en';
  }>(
    db,
    `SELECT (SELECT id FROM archive) AS archive, slug, coalesce(headline, '') AS headline, language
     FROM dispatch LEFT JOIN wire_row ON wire_row.dispatch_id = dispatch.id
     WHERE dispatch.id = :id`,
    { id },
  );
  if (row === undefined) throw new Refusal('not-found', 'dispatch');
  const record = readRecord(db, id);
  const last = record.at(-1);
  if (last === undefined) throw new Refusal('validation', 'nothing-published');
  const fault = firstFault(record);
  if (fault !== undefined) {
    throw new Refusal('archive-damaged', 'record', { number: fault.number });
  }
  const { archive, slug, headline, language } = row;
  const facts = { madeAt, zone, archive, dispatch: { id, slug, headline, language } };
  return { text: proofText(facts, record, sha256), head: last.hash, count: record.length };
}
