import type { EmbargoEnd } from '../../domain/record/canonical';
import { first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';

/** What is known of a dispatch besides its takes, as the rules of the record need it. */
export type DispatchFacts = {
  readonly slug: string;
  readonly language: 'fr' | 'en';
  /** IPTC urgency, 1 to 8. */
  readonly urgency: number;
  readonly embargo: EmbargoEnd | null;
};

/** The facts of a dispatch; refuses with `not-found` when there is none. */
export function readDispatchFacts(db: ReadableDb, dispatchId: string): DispatchFacts {
  type Row = Omit<DispatchFacts, 'embargo'> & EmbargoColumns;
  const row = first<Row>(
    db,
    `SELECT slug, language, urgency, embargo_until AS embargoUntil, embargo_zone AS embargoZone
     FROM dispatch WHERE id = :dispatchId`,
    { dispatchId },
  );
  if (row === undefined) throw new Refusal('not-found', 'dispatch');
  const { slug, language, urgency } = row;
  return { slug, language, urgency, embargo: embargoOf(row) };
}

/** An embargo as the columns of a dispatch hold it. */
export type EmbargoColumns = {
  readonly embargoUntil: number | null;
  readonly embargoZone: string | null;
};

/** The embargo in the columns of a dispatch. */
export function embargoOf({ embargoUntil, embargoZone }: EmbargoColumns): EmbargoEnd | null {
  if (embargoUntil === null || embargoZone === null) return null;
  return { instant: embargoUntil, zone: embargoZone };
}
