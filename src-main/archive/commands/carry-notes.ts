import type { Node } from 'prosemirror-model';
import { makeAnchor, resolveAnchor } from '../../domain/annotation/anchor';
import type { Anchor } from '../../domain/annotation/annotation';
import { canonicalText } from '../../domain/document/canonical-text';
import { offsetWithoutEmptyBlocks } from '../../domain/document/tidy';
import type { Carries } from '../../domain/record/carries';
import { all, run, type WritableDb } from '../database';
import type { LoadedDraft } from '../queries/drafts';
import { currentAnchors } from '../queries/notes';
import { readStoryTakes } from '../queries/story-takes';
import { keepEvent } from './notes';

/** Where the window has a note's words: UTF-16 offsets of the canonical text; null once they are gone. */
export type NotePlaced = {
  readonly noteId: string;
  readonly range: { readonly start: number; readonly end: number } | null;
};

/** Who has notes carried, and when (ms). */
type Carrier = { readonly author: string; readonly now: number };

/** What notes are carried to: a draft at a version, or a take. */
type Destination =
  | { readonly on: 'draft'; readonly id: string; readonly version: number }
  | { readonly on: 'take'; readonly id: string };

/** Keeps where notes stand in a draft at a version; one whose words are gone keeps the anchor it had. */
export function placeNotes(
  db: WritableDb,
  draft: { readonly id: string; readonly version: number; readonly text: string },
  notes: readonly NotePlaced[],
): void {
  for (const { noteId, range } of notes) {
    if (range === null || range.start >= range.end) continue;
    run(
      db,
      `UPDATE note SET anchor = :anchor, anchor_version = :version
       WHERE id = :noteId AND draft_id = :draftId AND anchor IS NOT NULL`,
      {
        noteId,
        draftId: draft.id,
        version: draft.version,
        anchor: JSON.stringify(makeAnchor(draft.text, range.start, range.end)),
      },
    );
  }
}

/**
 * Carries the notes on the words of a take that is put right, and of its corrections before, to the
 * correction: those whose words live on in it. Each says where it came from.
 */
export function carryNotesOver(
  db: WritableDb,
  carries: Carries,
  to: Destination & { readonly dispatchId: string; readonly document: Node },
  by: Carrier,
): void {
  if (carries.of !== 'correction') return;
  const text = canonicalText(to.document);
  const corrected = readStoryTakes(db, to.dispatchId).filter(
    (take) =>
      take.id !== to.id &&
      (take.id === carries.corrects ||
        (take.carries.of === 'correction' && take.carries.corrects === carries.corrects)),
  );
  for (const take of corrected) {
    const was = canonicalText(take.document);
    for (const { id, anchor } of notesOnWords(db, take.id)) {
      const found = resolveAnchor(text, anchor, was);
      if (found.status !== 'exact' && found.status !== 'moved') continue;
      const before = JSON.stringify({ takeId: take.id, anchor });
      keepEvent(db, { noteId: id, ...by, change: 'carried', before });
      run(
        db,
        `UPDATE note SET take_id = :takeId, draft_id = :draftId, anchor = :anchor,
           anchor_version = :version, origin_take_id = :originId, origin_anchor = :originAnchor
         WHERE id = :id`,
        {
          id,
          takeId: to.on === 'take' ? to.id : null,
          draftId: to.on === 'draft' ? to.id : null,
          version: to.on === 'draft' ? to.version : null,
          anchor: JSON.stringify(makeAnchor(text, found.start, found.end)),
          originId: take.id,
          originAnchor: JSON.stringify(anchor),
        },
      );
    }
  }
}

/** Returns the notes a draft was given by the takes it would have put right to these takes. */
export function returnNotes(db: WritableDb, draftId: string, by: Carrier): void {
  const carried = all<{ id: string }>(
    db,
    'SELECT id FROM note WHERE draft_id = :draftId AND origin_take_id IS NOT NULL',
    { draftId },
  );
  for (const { id } of carried) returnNote(db, id, by);
}

function returnNote(db: WritableDb, id: string, by: Carrier): void {
  keepEvent(db, { noteId: id, ...by, change: 'returned', before: '' });
  run(
    db,
    `UPDATE note SET take_id = origin_take_id, draft_id = NULL, anchor = origin_anchor,
       anchor_version = NULL, origin_take_id = NULL, origin_anchor = NULL WHERE id = :id`,
    { id },
  );
}

/**
 * The notes of a draft go with its words onto the take it became. One whose words are gone returns
 * to the take it came from, where they still are; else it keeps its old anchor.
 */
export function publishNotes(
  db: WritableDb,
  draft: LoadedDraft,
  published: { readonly takeId: string; readonly document: Node },
  by: Carrier,
): void {
  const notes = all<{
    id: string;
    draftId: string;
    anchor: string | null;
    anchorVersion: number | null;
    originTakeId: string | null;
  }>(
    db,
    `SELECT id, draft_id AS draftId, anchor, anchor_version AS anchorVersion,
       origin_take_id AS originTakeId FROM note WHERE draft_id = :draftId`,
    { draftId: draft.id },
  );
  const anchors = currentAnchors(db, notes);
  const text = canonicalText(published.document);
  const offset = offsetWithoutEmptyBlocks(draft.document);
  for (const { id, anchor, originTakeId } of notes) {
    const now = anchors.get(id) ?? lookedFor(canonicalText(draft.document), anchor);
    if (now === null && anchor !== null && originTakeId !== null) {
      returnNote(db, id, by);
      continue;
    }
    const placed = now === null ? anchor : JSON.stringify(shifted(text, now, offset));
    run(
      db,
      `UPDATE note SET take_id = :takeId, draft_id = NULL, anchor = :anchor, anchor_version = NULL
       WHERE id = :id`,
      { id, takeId: published.takeId, anchor: placed },
    );
  }
}

/** Where an anchor of no known version stands in a draft; null when that cannot be told. */
function lookedFor(text: string, json: string | null): Anchor | null {
  if (json === null) return null;
  const found = resolveAnchor(text, JSON.parse(json) as Anchor);
  return found.status === 'orphaned' ? null : makeAnchor(text, found.start, found.end);
}

function shifted(text: string, { start, end }: Anchor, offset: (at: number) => number): Anchor {
  return makeAnchor(text, offset(start), offset(end));
}

function notesOnWords(
  db: WritableDb,
  takeId: string,
): readonly { readonly id: string; readonly anchor: Anchor }[] {
  return all<{ id: string; anchor: string }>(
    db,
    'SELECT id, anchor FROM note WHERE take_id = :takeId AND anchor IS NOT NULL',
    { takeId },
  ).map((note) => ({ id: note.id, anchor: JSON.parse(note.anchor) as Anchor }));
}
