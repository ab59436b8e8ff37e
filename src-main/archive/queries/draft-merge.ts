import type { Node } from 'prosemirror-model';
import type { DraftMerge } from '../../contract/merge';
import { mergeDocuments } from '../../domain/compare/merge';
import { parseDocument } from '../../domain/document/node';
import { publishedWords } from '../../domain/record/proposal';
import { all, first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { loadDraft, type LoadedDraft } from './drafts';
import { lastTakeRevision } from './revisions';
import { readStoryTakes } from './story-takes';

/**
 * A draft beside what was published since it was begun: the takes, and where it began with published
 * words that read otherwise now, the three-way merge of both. Done here, in a reader's thread, since
 * the texts are here and the work takes a while. Refuses with `not-found` when there is no such draft.
 */
export function readDraftMerge(
  db: ReadableDb,
  { draftId }: { readonly draftId: string },
): DraftMerge {
  const draft = loadDraft(db, draftId);
  const since = all<{ id: string }>(
    db,
    `SELECT take.id FROM take JOIN revision ON revision.take_id = take.id
     WHERE revision.dispatch_id = :dispatchId AND revision.entry = 'take'
       AND revision.number > :baseRevision
     ORDER BY revision.number`,
    { dispatchId: draft.dispatchId, baseRevision: draft.baseRevision },
  );
  const base = wordsBegunWith(db, draftId);
  const theirs = wordsPublishedFor(db, draft);
  const isMoved = base !== null && theirs !== null && !base.eq(theirs);
  return {
    version: draft.version,
    baseRevision: lastTakeRevision(db, draft.dispatchId),
    since: since.map(({ id }) => id),
    merge: isMoved ? mergeDocuments(base, draft.document, theirs) : null,
  };
}

/** The published words a draft would begin with if it were begun now; null for words of its own. */
export function wordsPublishedFor(
  db: ReadableDb,
  { dispatchId, kind, facts }: Pick<LoadedDraft, 'dispatchId' | 'kind' | 'facts'>,
): Node | null {
  return publishedWords(kind, facts.carries, readStoryTakes(db, dispatchId));
}

/** The published words a draft began with, or was last merged with; null where it had none. */
function wordsBegunWith(db: ReadableDb, draftId: string): Node | null {
  const row = first<{ base: string | null }>(
    db,
    'SELECT base_document AS base FROM draft WHERE id = :draftId',
    { draftId },
  );
  if (row === undefined || row.base === null) return null;
  const base = parseDocument(JSON.parse(row.base));
  if (!base.ok) throw new Refusal('archive-damaged', 'draft-base', { draft: draftId });
  return base.value;
}
