import type { WireRow, WireView } from '../../contract/models';
import { all, first, type ReadableDb } from '../database';

type WireSqlRow = Omit<WireRow, 'hasDraft' | 'corrected' | 'killed'> & {
  readonly hasDraft: number;
  readonly corrected: number;
  readonly killed: number;
};

/** Each view as a condition on `wire_row` and `dispatch`; constants, never a person's text. */
const conditions: Readonly<Record<WireView, string>> = {
  all: '1',
  drafts: 'has_draft = 1',
  published: 'takes > 0',
  embargoed: 'embargo_until > :now',
  'to-answer': 'open_queries > 0',
};

/** A page of the wire, newest first, after the given row. */
export function listWire(
  db: ReadableDb,
  input: {
    readonly view: WireView;
    readonly after: { readonly at: number; readonly id: string } | null;
    readonly limit: number;
    /** ms; what is still embargoed depends on it. */
    readonly now: number;
  },
): readonly WireRow[] {
  const { view, after, limit, now } = input;
  const rows = all<WireSqlRow>(
    db,
    `SELECT dispatch.id, slug, headline, language, urgency, at, at_is AS atIs, takes, photos,
       has_draft AS hasDraft, open_notes AS openNotes, corrected, killed,
       embargo_until AS embargoUntil
     FROM wire_row JOIN dispatch ON dispatch.id = wire_row.dispatch_id
     WHERE ${conditions[view]} AND (:now >= 0) AND (at, dispatch_id) < (:at, :id)
     ORDER BY at DESC, dispatch_id DESC LIMIT :limit`,
    {
      now: BigInt(now),
      at: BigInt(after?.at ?? Number.MAX_SAFE_INTEGER),
      id: after?.id ?? '',
      limit,
    },
  );
  return rows.map((row) => ({
    ...row,
    hasDraft: row.hasDraft === 1,
    corrected: row.corrected === 1,
    killed: row.killed === 1,
  }));
}

/** How many dispatches each view holds. */
export function countWire(
  db: ReadableDb,
  input: { readonly now: number },
): Readonly<Record<WireView, number>> {
  const counts = first<Record<WireView, number>>(
    db,
    `SELECT count(*) AS "all",
       count(*) FILTER (WHERE ${conditions.drafts}) AS drafts,
       count(*) FILTER (WHERE ${conditions.published}) AS published,
       count(*) FILTER (WHERE ${conditions.embargoed}) AS embargoed,
       count(*) FILTER (WHERE ${conditions['to-answer']}) AS "to-answer"
     FROM wire_row JOIN dispatch ON dispatch.id = wire_row.dispatch_id`,
    { now: BigInt(input.now) },
  );
  return counts ?? { all: 0, drafts: 0, published: 0, embargoed: 0, 'to-answer': 0 };
}
