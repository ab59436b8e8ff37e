import type { DeskNote, NoteEventModel, NoteModel } from '../../contract/notes';
import type { Anchor } from '../../domain/annotation/annotation';
import { followAnchors, type VersionedAnchor } from '../../domain/annotation/follow';
import { all, first, type ReadableDb, type SqlParameters } from '../database';
import { Refusal } from '../refusal';
import { loadCheckpoint } from './drafts';

type Row = Pick<
  NoteModel,
  'id' | 'part' | 'kind' | 'body' | 'author' | 'addressee' | 'state' | 'createdAt' | 'editedAt'
> & {
  readonly dispatchId: string;
  readonly takeId: string | null;
  readonly draftId: string | null;
  readonly anchor: string | null;
  readonly anchorVersion: number | null;
  readonly originTakeId: string | null;
  readonly originAnchor: string | null;
};

/** The notes on a dispatch, oldest first. Those of discarded drafts are kept, but shown with them only. */
export function readNotesOf(db: ReadableDb, dispatchId: string): NoteModel[] {
  return readNotes(db, 'note.dispatch_id = :id', { id: dispatchId }).map(
    ({ dispatchId: _, ...note }) => note,
  );
}

/** One note; refuses with `not-found`. */
export function readNote(db: ReadableDb, input: { readonly id: string }): NoteModel {
  const [note] = readNotes(db, 'note.id = :id', input);
  if (note === undefined) throw new Refusal('not-found', 'note');
  const { dispatchId: _, ...rest } = note;
  return rest;
}

/** Notes whose id begins with what a person typed of one, two at most, to see whether it is enough. */
export function findNotes(
  db: ReadableDb,
  input: { readonly beginning: string },
): readonly { readonly id: string; readonly dispatchId: string }[] {
  return all(
    db,
    `SELECT id, dispatch_id AS dispatchId FROM note
     WHERE substr(id, 1, length(:beginning)) = :beginning LIMIT 2`,
    input,
  );
}

/** Of open notes, those that want an answer: questions, and whatever is addressed to somebody; as SQL. */
export const wantsAnswer = `(note.kind = 'query' OR note.addressee <> '')`;

/** The open notes of the whole archive, oldest first, with the dispatches they are on. */
export function listOpenNotes(
  db: ReadableDb,
  { which, limit }: { readonly which: 'to-answer' | 'all'; readonly limit: number },
): { readonly notes: DeskNote[]; readonly total: number } {
  const condition = `note.state = 'open' AND ${which === 'all' ? '1' : wantsAnswer}`;
  const counted = first<{ total: number }>(
    db,
    `SELECT count(*) AS total FROM note LEFT JOIN draft ON draft.id = draft_id
     WHERE ${condition} AND discarded_at IS NULL`,
  );
  const notes = readNotes(db, condition, {}, limit);
  const heads = new Map(
    headsOf(
      db,
      notes.map(({ dispatchId }) => dispatchId),
    ).map((head) => [head.dispatchId, head]),
  );
  return {
    total: counted?.total ?? 0,
    notes: notes.map((note) => ({
      ...note,
      slug: heads.get(note.dispatchId)?.slug ?? '',
      headline: heads.get(note.dispatchId)?.headline ?? '',
    })),
  };
}

type NoteOf = NoteModel & { readonly dispatchId: string };

function readNotes(
  db: ReadableDb,
  condition: string,
  parameters: SqlParameters,
  limit = -1,
): NoteOf[] {
  const rows = all<Row>(
    db,
    `SELECT note.id, note.dispatch_id AS dispatchId, take_id AS takeId, draft_id AS draftId, part,
       note.kind, body, note.author, addressee, state, anchor, anchor_version AS anchorVersion,
       note.created_at AS createdAt, edited_at AS editedAt, origin_take_id AS originTakeId,
       origin_anchor AS originAnchor
     FROM note LEFT JOIN draft ON draft.id = draft_id
     WHERE ${condition} AND discarded_at IS NULL ORDER BY note.created_at, note.id LIMIT :limit`,
    { ...parameters, limit },
  );
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const replies = grouped(repliesTo(db, ids));
  const events = grouped(eventsOf(db, ids));
  const links = grouped(linksOf(db, ids));
  const anchors = currentAnchors(db, rows);
  return rows.map(
    ({ takeId, draftId, anchor, anchorVersion: _, originTakeId, originAnchor, ...note }) => ({
      ...note,
      target: targetOf(note.dispatchId, takeId, draftId),
      anchor: anchors.get(note.id) ?? (anchor === null ? null : (JSON.parse(anchor) as Anchor)),
      settled: draftId === null || anchors.has(note.id),
      origin:
        originTakeId === null || originAnchor === null
          ? null
          : { takeId: originTakeId, anchor: JSON.parse(originAnchor) as Anchor },
      replies: replies.get(note.id) ?? [],
      events: events.get(note.id) ?? [],
      links: links.get(note.id) ?? [],
    }),
  );
}

function targetOf(
  dispatchId: string,
  takeId: string | null,
  draftId: string | null,
): NoteModel['target'] {
  if (takeId !== null) return { on: 'take', id: takeId };
  return draftId === null ? { on: 'dispatch', id: dispatchId } : { on: 'draft', id: draftId };
}

/** The anchors of notes on drafts as their words stand now; those whose words cannot be told are left out. */
export function currentAnchors(
  db: ReadableDb,
  notes: readonly Pick<Row, 'id' | 'draftId' | 'anchor' | 'anchorVersion'>[],
): ReadonlyMap<string, Anchor> {
  const byDraft = new Map<string, VersionedAnchor[]>();
  for (const { id, draftId, anchor, anchorVersion } of notes) {
    if (draftId === null || anchor === null || anchorVersion === null) continue;
    const versioned = { id, anchor: JSON.parse(anchor) as Anchor, version: anchorVersion };
    byDraft.set(draftId, [...(byDraft.get(draftId) ?? []), versioned]);
  }
  const found = new Map<string, Anchor>();
  for (const [draftId, anchors] of byDraft) {
    const checkpoint = loadCheckpoint(db, draftId);
    if (checkpoint === null) continue;
    const { base, version, steps } = checkpoint;
    const now = version + steps.length;
    const stale = anchors.filter((one) => one.version !== now);
    for (const one of anchors) if (one.version === now) found.set(one.id, one.anchor);
    if (stale.length === 0) continue;
    for (const [id, anchor] of followAnchors(base, version, steps, stale)) found.set(id, anchor);
  }
  return found;
}

type Of<T> = T & { readonly noteId: string };

function repliesTo(db: ReadableDb, ids: string): readonly Of<NoteModel['replies'][number]>[] {
  return all(
    db,
    `SELECT note_id AS noteId, id, author, body, created_at AS createdAt FROM note_reply
     WHERE note_id IN (SELECT value FROM json_each(:ids)) ORDER BY created_at, id`,
    { ids },
  );
}

function eventsOf(db: ReadableDb, ids: string): readonly Of<NoteEventModel>[] {
  return all(
    db,
    `SELECT note_id AS noteId, at, author, change, before FROM note_event
     WHERE note_id IN (SELECT value FROM json_each(:ids)) ORDER BY id`,
    { ids },
  );
}

function linksOf(db: ReadableDb, ids: string): readonly Of<NoteModel['links'][number]>[] {
  return all(
    db,
    `SELECT note_id AS noteId, note_link.dispatch_id AS dispatchId, slug,
       coalesce(headline, '') AS headline
     FROM note_link JOIN dispatch ON dispatch.id = note_link.dispatch_id
     LEFT JOIN wire_row ON wire_row.dispatch_id = dispatch.id
     WHERE note_id IN (SELECT value FROM json_each(:ids)) ORDER BY slug`,
    { ids },
  );
}

function headsOf(
  db: ReadableDb,
  dispatchIds: readonly string[],
): readonly { dispatchId: string; slug: string; headline: string }[] {
  return all(
    db,
    `SELECT id AS dispatchId, slug, coalesce(headline, '') AS headline
     FROM dispatch LEFT JOIN wire_row ON wire_row.dispatch_id = dispatch.id
     WHERE id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(dispatchIds) },
  );
}

function grouped<T>(rows: readonly Of<T>[]): ReadonlyMap<string, Omit<Of<T>, 'noteId'>[]> {
  const groups = new Map<string, Omit<Of<T>, 'noteId'>[]>();
  for (const { noteId, ...row } of rows) groups.set(noteId, [...(groups.get(noteId) ?? []), row]);
  return groups;
}
