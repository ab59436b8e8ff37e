import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { emptyDocument, toJson } from '../domain/document/node';
import { ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** Use cases on drafts: beginning one, its journal, its checkpoints, putting it away. */
export type DraftService = ReturnType<typeof createDraftService>;

export function createDraftService({ archive, now, newId, changed }: ServiceContext) {
  return {
    /** Begins a draft of a further take, or gives the draft already open. */
    async append({
      dispatchId,
      kind,
      author,
    }: RequestOf<'draft.append'>): Promise<Result<ResponseOf<'draft.append'>, AppError>> {
      const document = toJson(emptyDocument(kind));
      const draft = { id: newId(), dispatchId, kind, document, author, now: now() };
      const started = await archive.write('startDraft', draft);
      if (started.ok) changed([dispatchId]);
      return started;
    },

    /** Adds steps to the journal; answered only after the commit. */
    journal: (request: RequestOf<'draft.journal'>) =>
      archive.write('journalSteps', { ...request, now: now() }),

    /** Keeps the whole document of a draft at a journaled version. */
    async checkpoint(
      request: RequestOf<'draft.checkpoint'>,
    ): Promise<Result<ResponseOf<'draft.checkpoint'>, AppError>> {
      const kept = await archive.write('checkpointDraft', { ...request, now: now() });
      if (!kept.ok) return kept;
      changed([kept.value.dispatchId]);
      return ok({ savedAt: kept.value.savedAt });
    },

    /** Puts a draft away with its words and notes. */
    async discard({
      draftId,
    }: RequestOf<'draft.discard'>): Promise<Result<ResponseOf<'draft.discard'>, AppError>> {
      const discarded = await archive.write('discardDraft', { draftId, now: now() });
      if (!discarded.ok) return discarded;
      changed([discarded.value.dispatchId]);
      return ok({});
    },
  };
}
