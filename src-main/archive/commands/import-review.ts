import type { ExchangeNote, ExchangeSuggested } from '../../domain/exchange/item';
import { kindsThatMayFollow, type TakeKind } from '../../domain/record/take';
import { all, first, run, type WritableDb } from '../database';
import { indexDraft, refreshStandings } from '../search/index-dispatch';
import { insertDraft } from './drafts';
import { insertPortable } from './import-notes';
import { insertReply } from './notes';

/** What others said of a dispatch and propose to it, with ids for what is new. */
export type ImportReview = {
  readonly notes: readonly {
    readonly note: ExchangeNote;
    readonly id: string;
    readonly replyIds: readonly string[];
  }[];
  readonly suggested: (ExchangeSuggested & { readonly draftId: string }) | null;
};

/**
 * Brings comments and proposed changes into a dispatch; part of a caller's transaction. A note the
 * dispatch has, by its words and who wrote it, only gets the answers it lacks; changes become a draft
 * where none is open.
 *
 * @returns how many notes, answers and drafts are new
 */
export function addReview(
  db: WritableDb,
  dispatchId: string,
  { notes, suggested }: ImportReview,
  now: number,
): number {
  const takes = all<Take>(
    db,
    'SELECT id, kind, document FROM take WHERE dispatch_id = :dispatchId ORDER BY ordinal',
    { dispatchId },
  );
  let added = 0;
  for (const one of notes) added += addNote(db, dispatchId, one, takes, now);
  if (suggested !== null) added += addSuggested(db, dispatchId, suggested, takes, now);
  if (added > 0) refreshStandings(db, dispatchId);
  return added;
}

type Take = { readonly id: string; readonly kind: TakeKind; readonly document: string };

function addNote(
  db: WritableDb,
  dispatchId: string,
  { note, id, replyIds }: ImportReview['notes'][number],
  takes: readonly Take[],
  now: number,
): number {
  const known = first<{ id: string }>(
    db,
    'SELECT id FROM note WHERE dispatch_id = :dispatchId AND body = :body AND author = :author',
    { dispatchId, body: note.body, author: note.author },
  );
  const replies = note.replies.map((reply, index) => ({
    ...reply,
    id: replyIds[index] ?? '',
    createdAt: reply.createdAt === 0 ? now : reply.createdAt,
  }));
  if (known === undefined) {
    const { take, ...rest } = note;
    const takeId = take === null ? null : (takes[take - 1]?.id ?? null);
    const made = { ...rest, id, takeId, replies, editedAt: null, links: [], events: [] };
    const fresh = { found: true, freshId: id, freshReplyIds: replyIds };
    insertPortable(db, { ...made, ...fresh }, dispatchId, now);
    return 1;
  }
  const had = all<{ author: string; body: string }>(
    db,
    'SELECT author, body FROM note_reply WHERE note_id = :id',
    known,
  );
  const lacking = replies.filter(
    ({ author, body }) => !had.some((one) => one.author === author && one.body === body),
  );
  for (const { id: replyId, author, body, createdAt } of lacking) {
    insertReply(db, { id: replyId, noteId: known.id, author, body, now: createdAt });
  }
  return lacking.length;
}

/** A story of one take is rewritten; of several, one is put right. */
function addSuggested(
  db: WritableDb,
  dispatchId: string,
  { take, document, draftId: id }: NonNullable<ImportReview['suggested']>,
  takes: readonly Take[],
  now: number,
): number {
  const open = first(
    db,
    'SELECT 1 FROM draft WHERE dispatch_id = :dispatchId AND discarded_at IS NULL',
    { dispatchId },
  );
  const on = takes[take - 1];
  const kind: TakeKind = takes.length === 1 ? 'writethru' : 'correction';
  const mayFollow = kindsThatMayFollow(takes.map((one) => one.kind)).includes(kind);
  if (open !== undefined || on === undefined || !mayFollow) return 0;
  insertDraft(db, { id, dispatchId, kind, document, author: '', now }, on.id);
  run(db, 'UPDATE draft SET base_document = :base WHERE id = :id', { id, base: on.document });
  indexDraft(db, id);
  return 1;
}
