import type { Node } from 'prosemirror-model';
import type { StateModel, StateRef } from '../../contract/record';
import { parseDocument, toJson } from '../../domain/document/node';
import { publishedBy, storyDocument, storyOf, type StoryTake } from '../../domain/record/story';
import { all, first, type ReadableDb } from '../database';
import { Refusal } from '../refusal';
import { readDispatchFacts } from './dispatch-facts';
import { loadDraft } from './drafts';
import { publishedDocument, readStoryTakes } from './story-takes';

/** A state of a dispatch with its document, still a node. */
export type State = Omit<StateModel, 'document'> & { readonly document: Node };

/** A state as it is sent to those who asked; refuses with `not-found` what is not there. */
export function readState(db: ReadableDb, input: { readonly ref: StateRef }): StateModel {
  const { document, ...state } = stateOf(db, input.ref);
  return { ...state, document: toJson(document) };
}

/** The state a reference names; refuses with `not-found` what is not there. */
export function stateOf(db: ReadableDb, ref: StateRef): State {
  switch (ref.of) {
    case 'take':
      return takeState(db, ref.takeId);
    case 'story-at':
      return storyState(db, ref.dispatchId, outAt(readStoryTakes(db, ref.dispatchId), ref.at));
    case 'story-after': {
      const takes = readStoryTakes(db, ref.dispatchId);
      const upTo = takes.filter((take) => take.ordinal <= ref.ordinal);
      return storyState(db, ref.dispatchId, { takes: upTo, uncertain: false });
    }
    case 'draft':
      return draftState(db, ref.draftId, ref.version);
  }
}

/** The versions of a draft that are kept, newest first. */
export function readDraftVersions(
  db: ReadableDb,
  input: { readonly draftId: string },
): readonly { readonly version: number; readonly savedAt: number }[] {
  return all(
    db,
    `SELECT version, saved_at AS savedAt FROM draft_revision WHERE draft_id = :draftId
     ORDER BY version DESC`,
    input,
  );
}

/** The takes out at an instant, and whether one whose time nobody knows might have been out too. */
function outAt(
  takes: readonly StoryTake[],
  at: number,
): { readonly takes: readonly StoryTake[]; readonly uncertain: boolean } {
  const outs = publishedBy(takes);
  const out = outs.filter(({ by }) => by <= at);
  return { takes: out.map(({ take }) => take), uncertain: outs[out.length]?.uncertain ?? false };
}

function storyState(
  db: ReadableDb,
  dispatchId: string,
  { takes, uncertain }: { readonly takes: readonly StoryTake[]; readonly uncertain: boolean },
): State {
  const { slug, language } = readDispatchFacts(db, dispatchId);
  const story = storyOf(takes);
  return {
    dispatchId,
    slug,
    language,
    document: storyDocument(story),
    standing: story.is,
    ordinal: takes.at(-1)?.ordinal ?? 0,
    uncertain,
  };
}

function takeState(db: ReadableDb, takeId: string): State {
  const row = first<{ dispatchId: string; ordinal: number; document: string }>(
    db,
    `SELECT dispatch_id AS dispatchId, ordinal, document FROM take WHERE id = :takeId`,
    { takeId },
  );
  if (row === undefined) throw new Refusal('not-found', 'take');
  const { dispatchId, ordinal } = row;
  const { slug, language } = readDispatchFacts(db, dispatchId);
  const document = publishedDocument(takeId, row.document);
  return { dispatchId, slug, language, document, standing: 'running', ordinal, uncertain: false };
}

function draftState(db: ReadableDb, draftId: string, version: number | null): State {
  const draft = loadDraft(db, draftId);
  const { dispatchId, kind } = draft;
  const { slug, language } = readDispatchFacts(db, dispatchId);
  const document = version === null ? draft.document : keptVersion(db, draftId, version);
  const ordinal = readStoryTakes(db, dispatchId).length + 1;
  const standing = kind === 'kill' ? 'killed' : 'running';
  return { dispatchId, slug, language, document, standing, ordinal, uncertain: false };
}

function keptVersion(db: ReadableDb, draftId: string, version: number): Node {
  const kept = first<{ document: string }>(
    db,
    'SELECT document FROM draft_revision WHERE draft_id = :draftId AND version = :version',
    { draftId, version },
  );
  if (kept === undefined) throw new Refusal('not-found', 'draft version');
  const document = parseDocument(JSON.parse(kept.document));
  if (!document.ok) throw new Refusal('archive-damaged', 'draft-version', { draft: draftId });
  return document.value;
}
