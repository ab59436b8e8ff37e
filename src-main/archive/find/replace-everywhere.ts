import { DocAttrStep, Transform } from 'prosemirror-transform';
import type { RequestOf, ResponseOf } from '../../contract/requests';
import type { StepJson } from '../../domain/document/replay';
import { replacedIn } from '../../domain/find/in-document';
import { baseOf, handsAttribute } from '../../domain/suggest/base';
import { handsAfter } from '../../domain/suggest/settle';
import { emptyStack, passed, popped, pushed } from '../../domain/undo/stack';
import { groupOf, storedGroup } from '../../domain/undo/stored';
import { all, inTransaction, type WritableDb } from '../database';
import { Refusal } from '../refusal';
import { indexDraft } from '../search/index-dispatch';
import { loadDraft, type LoadedDraft } from '../queries/drafts';
import { journalSteps } from '../commands/drafts';
import { batchOwner, dropUndo, keepUndo, lastBatch, mapsSince, undoGroups } from '../commands/undo';
import { refreshWireRow } from '../commands/wire-row';
import { finderFor, placesWithin } from './find-everywhere';

/** A draft that was changed, and the version it came to. */
type Changed = ResponseOf<'find.undo-replace'>['drafts'][number];

/** The longest a draft may become, in positions. */
const longestDraft = 8_000_000;

/**
 * Replaces words in several drafts in one transaction: all of it or nothing. The steps go into each
 * draft's journal, so that windows that have it open take them as they take another window's; what
 * takes them back is kept, so that one undo takes back all of it. A draft that was written in since
 * it was looked through is left as it is.
 */
export function replaceEverywhere(
  db: WritableDb,
  input: RequestOf<'find.replace'> & { readonly batchId: string; readonly now: number },
): ResponseOf<'find.replace'> {
  const find = finderFor(input.wanted);
  return inTransaction(db, () => {
    const drafts: Changed[] = [];
    let [replaced, changed] = [0, 0];
    for (const { id, version } of input.drafts) {
      const draft = loadDraft(db, id);
      if (draft.version !== version) {
        changed += 1;
        continue;
      }
      const places = placesWithin(draft.document, find).filter(
        ({ quoted }) => input.quotedToo || !quoted,
      );
      const transform = replacedIn(draft.document, places, input.replacement, input.wanted.is);
      if (!transform.docChanged) continue;
      if (transform.doc.nodeSize > longestDraft) throw new Refusal('validation', 'text-too-long');
      signed(transform, draft, input);
      drafts.push(kept(db, draft, transform, input));
      replaced += places.length;
    }
    return { batchId: input.batchId, replaced, drafts, changed };
  });
}

/** Takes back what replacing changed, in all its drafts that are still open; under what was written since. */
export function undoReplace(
  db: WritableDb,
  { batchId, now }: { readonly batchId: string | null; readonly now: number },
): { readonly drafts: Changed[] } {
  return inTransaction(db, () => {
    const clientId = batchId === null ? lastBatch(db) : batchOwner(batchId);
    const of = clientId === null ? [] : batchDrafts(db, clientId);
    if (clientId === null || of.length === 0) throw new Refusal('not-found', 'replacement');
    const drafts: Changed[] = [];
    for (const draftId of of) {
      const owner = { draftId, clientId };
      const draft = loadDraft(db, draftId);
      const maps = mapsSince(db, owner, draft.version);
      const [group] = undoGroups(db, owner);
      dropUndo(db, owner);
      if (maps === null || group === undefined) continue;
      const transform = new Transform(draft.document);
      popped(passed({ gone: 0, groups: [groupOf(group)] }, maps), transform);
      if (!transform.docChanged) continue;
      drafts.push(journaled(db, draft, transform, now));
    }
    return { drafts };
  });
}

/** Adds a replacement's steps to a draft, and keeps what takes them back. */
function kept(
  db: WritableDb,
  draft: LoadedDraft,
  transform: Transform,
  { batchId, now }: { readonly batchId: string; readonly now: number },
): Changed {
  const changed = journaled(db, draft, transform, now);
  const { groups } = pushed(emptyStack, transform, { is: 'all' }, 1);
  const nothing = { first: 0, from: 0, groups: [] };
  keepUndo(
    db,
    { draftId: draft.id, clientId: batchOwner(batchId) },
    { undo: { ...nothing, groups: groups.map(storedGroup) }, redo: nothing },
    { version: changed.version, now },
  );
  return changed;
}

function journaled(
  db: WritableDb,
  { id, dispatchId, version: baseVersion }: LoadedDraft,
  transform: Transform,
  now: number,
): Changed {
  const steps = transform.steps.map((step) => step.toJSON() as StepJson);
  const { version } = journalSteps(db, { draftId: id, baseVersion, steps, now });
  indexDraft(db, id);
  refreshWireRow(db, dispatchId);
  return { id, dispatchId, version };
}

/** In a draft with suggestions the replacement is one, and says by whom. */
function signed(
  transform: Transform,
  { document }: LoadedDraft,
  { author, now }: { readonly author: string; readonly now: number },
): void {
  if (baseOf(document) === null) return;
  const hands = handsAfter(document, transform.doc, author, now);
  if (hands !== null) transform.step(new DocAttrStep(handsAttribute, hands));
}

function batchDrafts(db: WritableDb, clientId: string): readonly string[] {
  return all<{ draftId: string }>(
    db,
    `SELECT draft_id AS draftId FROM draft_undo JOIN draft ON draft.id = draft_id
     WHERE client_id = :clientId AND discarded_at IS NULL`,
    { clientId },
  ).map(({ draftId }) => draftId);
}
