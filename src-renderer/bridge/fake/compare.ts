import { appError, type AppError } from '@contract/errors';
import type { DispatchModel } from '@contract/models';
import type { StateRef } from '@contract/record';
import type { ResponseOf } from '@contract/requests';
import { compareDocuments } from '@domain/compare/compare';
import type { DocumentJson } from '@domain/document/json';
import { emptyDocument, parseDocument, toJson } from '@domain/document/node';
import { storyDocument, storyOf } from '@domain/record/story';
import { err, ok, type Result } from '@domain/result';
import type { FakeState } from './archive';

/** Compares two states of the fake archive, as main does. */
export function fakeComparison(
  { dispatches }: FakeState,
  left: StateRef,
  right: StateRef,
): Result<ResponseOf<'compare.states'>, AppError> {
  const [a, b] = [stateOf(dispatches, left), stateOf(dispatches, right)];
  if (a === undefined || b === undefined) return err(appError('not-found', 'take'));
  const comparison = compareDocuments(nodeOf(a.document), nodeOf(b.document));
  return ok({ left: factsOf(a), right: factsOf(b), comparison });
}

type Held = { readonly dispatch: DispatchModel; readonly document: DocumentJson; ordinal: number };

function stateOf(dispatches: readonly DispatchModel[], ref: StateRef): Held | undefined {
  const held = dispatches.map((dispatch) => within(dispatch, ref));
  return held.find((state) => state !== undefined);
}

function within(dispatch: DispatchModel, ref: StateRef): Held | undefined {
  const { id, takes, draft } = dispatch;
  if (ref.of === 'take') {
    const take = takes.find((candidate) => candidate.id === ref.takeId);
    return take === undefined ? undefined : { dispatch, ...take };
  }
  if (ref.of === 'draft') {
    if (draft?.id !== ref.draftId) return undefined;
    return { dispatch, document: draft.document, ordinal: takes.length + 1 };
  }
  if (ref.dispatchId !== id) return undefined;
  const ordinal = ref.of === 'story-after' ? ref.ordinal : takes.length;
  const out = takes
    .filter((take) => take.ordinal <= ordinal)
    .map((take) => ({ ...take, document: nodeOf(take.document) }));
  return { dispatch, document: toJson(storyDocument(storyOf(out))), ordinal };
}

function nodeOf(document: DocumentJson) {
  const parsed = parseDocument(document);
  return parsed.ok ? parsed.value : emptyDocument('report');
}

function factsOf({ dispatch, ordinal }: Held): ResponseOf<'compare.states'>['left'] {
  const { id: dispatchId, slug, language } = dispatch;
  return { dispatchId, slug, language, standing: 'running', ordinal, uncertain: false };
}
