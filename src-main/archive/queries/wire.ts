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

/**
 * How many dispatches each view holds, each counted over an index of its own: together they would be
 * a look at every row. What has no take stands in the wire by its draft.
 */
export function countWire(
  db: ReadableDb,
  input: { readonly now: number },
): Readonly<Record<WireView, number>> {
  const counts = first<Record<Exclude<WireView, 'published'> | 'unpublished', number>>(
    db,
    `SELECT (SELECT count(*) FROM wire_row) AS "all",
       (SELECT count(*) FROM wire_row WHERE has_draft = 1) AS drafts,
       (SELECT count(*) FROM wire_row WHERE has_draft = 1 AND takes = 0) AS unpublished,
       (SELECT count(*) FROM wire_row WHERE open_queries > 0) AS "to-answer",
       (SELECT count(*) FROM dispatch JOIN wire_row ON wire_row.dispatch_id = dispatch.id
        WHERE embargo_until > :now) AS embargoed`,
    { now: BigInt(input.now) },
  );
  if (counts === undefined) {
    return { all: 0, drafts: 0, published: 0, embargoed: 0, 'to-answer': 0 };
  }
  const { unpublished, ...views } = counts;
  return { ...views, published: views.all - unpublished };
}
