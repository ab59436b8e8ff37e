import type { Life, LifeEvent } from '../../contract/life';
import type { NoteKind } from '../../domain/annotation/annotation';
import type { TakeKind } from '../../domain/record/take';
import { all, type ReadableDb } from '../database';
import { readRecord, type StoredRevision } from './record';

type Deed = LifeEvent['deed'];
type DeedOf<Is extends Deed['is']> = Extract<Deed, { is: Is }>;

/** Events of a sort that are told; a dispatch noted and sent more often is told of in part. */
const mostOfASort = 500;

/** What happens at one instant is told in this order. */
const order: readonly Deed['is'][] = ['draft', 'take', 'stamp', 'embargo', 'note', 'sent'];

/** What happened to a dispatch: its takes and the record's other entries, drafts, notes and exports. */
export function readLife(db: ReadableDb, input: { readonly id: string }): Life {
  const [notes, sent] = [noteEvents(db, input.id), sentEvents(db, input.id)];
  const events = [
    ...readRecord(db, input.id).map(recordEvent),
    ...draftEvents(db, input.id),
    ...notes.slice(0, mostOfASort),
    ...sent.slice(0, mostOfASort),
  ];
  return {
    events: events.toSorted(
      (a, b) => a.at - b.at || order.indexOf(a.deed.is) - order.indexOf(b.deed.is),
    ),
    more: notes.length > mostOfASort || sent.length > mostOfASort,
  };
}

function recordEvent({ entry, recordedAt }: StoredRevision): LifeEvent {
  switch (entry.is) {
    case 'take': {
      const { id, ordinal, kind, stamp, author } = entry.take;
      const at = stamp.precision === 'unknown' ? recordedAt : stamp.instant;
      return { at, author, deed: { is: 'take', takeId: id, ordinal, kind, stamp } };
    }
    case 'stamp':
      return {
        at: recordedAt,
        author: entry.author,
        deed: { is: 'stamp', takeId: entry.takeId },
      };
    case 'embargo':
      return {
        at: recordedAt,
        author: entry.author,
        deed: { is: 'embargo', change: entry.until === null ? 'lifted' : 'set' },
      };
  }
}

function draftEvents(db: ReadableDb, dispatchId: string): readonly LifeEvent[] {
  const rows = all<{
    kind: TakeKind;
    author: string;
    createdAt: number;
    savedAt: number;
    discardedAt: number | null;
  }>(
    db,
    `SELECT kind, author, created_at AS createdAt, saved_at AS savedAt,
       discarded_at AS discardedAt
     FROM draft WHERE dispatch_id = :dispatchId`,
    { dispatchId },
  );
  return rows.flatMap(({ kind, author, createdAt, savedAt, discardedAt }) => {
    const draft = (at: number, change: DeedOf<'draft'>['change']): LifeEvent => ({
      at,
      author,
      deed: { is: 'draft', kind, change },
    });
    return [
      draft(createdAt, 'begun'),
      ...(savedAt > createdAt ? [draft(savedAt, 'saved')] : []),
      ...(discardedAt === null ? [] : [draft(discardedAt, 'discarded')]),
    ];
  });
}

function noteEvents(db: ReadableDb, dispatchId: string): readonly LifeEvent[] {
  const rows = all<{
    at: number;
    author: string;
    noteId: string;
    kind: NoteKind;
    change: DeedOf<'note'>['change'];
  }>(
    db,
    `SELECT note.created_at AS at, note.author, note.id AS noteId, kind, 'opened' AS change
       FROM note WHERE dispatch_id = :dispatchId
     UNION ALL
     SELECT reply.created_at, reply.author, note_id, kind, 'answered'
       FROM note_reply AS reply JOIN note ON note.id = note_id WHERE dispatch_id = :dispatchId
     UNION ALL
     SELECT event.at, event.author, note_id, kind, change
       FROM note_event AS event JOIN note ON note.id = note_id
       WHERE dispatch_id = :dispatchId AND change IN ('resolved', 'reopened')
     ORDER BY at LIMIT :limit`,
    { dispatchId, limit: mostOfASort + 1 },
  );
  return rows.map(({ at, author, ...note }) => ({ at, author, deed: { is: 'note', ...note } }));
}

function sentEvents(db: ReadableDb, dispatchId: string): readonly LifeEvent[] {
  const rows = all<{ at: number } & Omit<DeedOf<'sent'>, 'is'>>(
    db,
    `SELECT at, way, format, destination, last_ordinal AS ordinal
     FROM export WHERE dispatch_id = :dispatchId ORDER BY at LIMIT :limit`,
    { dispatchId, limit: mostOfASort + 1 },
  );
  return rows.map(({ at, ...sent }) => ({ at, author: '', deed: { is: 'sent', ...sent } }));
}
