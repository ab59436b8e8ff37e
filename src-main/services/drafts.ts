import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { emptyDocument, toJson } from '../domain/document/node';
import { ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** Use cases on drafts: beginning one, its journal, its checkpoints, putting it away. */
export type DraftService = ReturnType<typeof createDraftService>;

export function createDraftService({ archive, now, newId, changed }: ServiceContext) {
  const touched = tellsOf(changed);
  return {
    ...draftJournal({ archive, now, changed }),
    ...draftFacts({ archive, changed }),

    /** Begins a draft of a further take, or gives the draft already open. */
    async append({
      dispatchId,
      kind,
      corrects,
      author,
      signoff,
    }: RequestOf<'draft.append'>): Promise<Result<ResponseOf<'draft.append'>, AppError>> {
      const document = toJson(emptyDocument(kind, signoff));
      const id = newId();
      const draft = { id, dispatchId, kind, corrects, document, author, now: now() };
      const started = await archive.write('startDraft', draft);
      if (started.ok) changed([dispatchId]);
      return started;
    },

    /** Puts a draft away with its words and notes. */
    async discard({
      draftId,
    }: RequestOf<'draft.discard'>): Promise<Result<ResponseOf<'draft.discard'>, AppError>> {
      return touched(await archive.write('discardDraft', { draftId, now: now() }));
    },

    /** The drafts that can be brought back, the last one discarded first. */
    async discarded(): Promise<Result<ResponseOf<'draft.discarded'>, AppError>> {
      const drafts = await archive.read('readDiscarded', { now: now() });
      return drafts.ok ? ok({ drafts: drafts.value }) : drafts;
    },

    /** Lets go of those that were discarded too long ago; how many. */
    dropDiscarded: () => archive.write('dropDiscarded', { now: now() }),

    /** Brings back a draft of a dispatch that was discarded: a certain one, or the last. */
    async restore(
      request: RequestOf<'draft.restore'>,
    ): Promise<Result<ResponseOf<'draft.restore'>, AppError>> {
      const restored = await archive.write('restoreDraft', { ...request, now: now() });
      if (restored.ok) changed([request.dispatchId]);
      return restored;
    },
  };
}

/** What is typed in a draft, as it goes to the archive and comes back from it. */
function draftJournal({
  archive,
  now,
  changed,
}: Pick<ServiceContext, 'archive' | 'now' | 'changed'>) {
  return {
    /** Adds steps to the journal; answered only after the commit. No page made those of the command line. */
    async journal(
      request: Omit<RequestOf<'draft.journal'>, 'clientId' | 'undo'> &
        Partial<Pick<RequestOf<'draft.journal'>, 'clientId' | 'undo'>>,
    ): Promise<Result<ResponseOf<'draft.journal'>, AppError>> {
      const kept = await archive.write('journalSteps', { ...request, now: now() });
      if (!kept.ok) return kept;
      const { heading, ...saved } = kept.value;
      if (heading !== null) changed([heading]);
      return ok(saved);
    },

    /** Gives a page what could be undone in a draft before; the pages of other windows keep theirs. */
    undo: (
      request: RequestOf<'draft.undo'>,
      others: readonly string[],
    ): Promise<Result<ResponseOf<'draft.undo'>, AppError>> =>
      archive.write('takeUpUndo', { ...request, others }),

    /** What a window lacks of a draft that another one has written in. */
    async stepsSince(
      request: RequestOf<'draft.steps-since'>,
    ): Promise<Result<ResponseOf<'draft.steps-since'>, AppError>> {
      const since = await archive.read('readStepsSince', request);
      if (!since.ok) return since;
      const { value } = since;
      if (value.is === 'whole') return ok(value);
      const batches = value.batches.map(({ clientId, steps }) => ({ clientId, steps: [...steps] }));
      return ok({ ...value, batches });
    },

    /** Keeps the whole document of a draft at a journaled version. */
    async checkpoint(
      request: RequestOf<'draft.checkpoint'>,
    ): Promise<Result<ResponseOf<'draft.checkpoint'>, AppError>> {
      const kept = await archive.write('checkpointDraft', { ...request, now: now() });
      if (!kept.ok) return kept;
      changed([kept.value.dispatchId]);
      return ok({ savedAt: kept.value.savedAt });
    },
  };
}

/** What is kept of a draft besides its words. */
function draftFacts({ archive, changed }: Pick<ServiceContext, 'archive' | 'changed'>) {
  const touched = tellsOf(changed);
  return {
    /** Keeps what a draft will carry when it is published. */
    setFacts: async (request: RequestOf<'draft.set-facts'>) =>
      touched(await archive.write('setDraftFacts', request)),

    /** Says whether typography is set right as one types in a draft alone. */
    setTypography: async (request: RequestOf<'draft.set-typography'>) =>
      touched(await archive.write('setDraftTypography', request)),

    /** A draft beside what was published since it was begun. */
    merge: (request: RequestOf<'draft.merge'>) => archive.read('readDraftMerge', request),

    /** Says that a draft takes account of the takes up to a revision. */
    setBase: async (request: RequestOf<'draft.set-base'>) =>
      touched(await archive.write('setDraftBase', request)),

    /** The versions of a draft that are kept, newest first. */
    async versions(
      request: RequestOf<'draft.versions'>,
    ): Promise<Result<ResponseOf<'draft.versions'>, AppError>> {
      const versions = await archive.read('readDraftVersions', request);
      return versions.ok ? ok({ versions: [...versions.value] }) : versions;
    },
  };
}

/** Tells of the dispatch a change concerned; the answer says nothing more. */
function tellsOf(changed: ServiceContext['changed']) {
  return (
    outcome: Result<{ readonly dispatchId: string }, AppError>,
  ): Result<Record<string, never>, AppError> => {
    if (!outcome.ok) return outcome;
    changed([outcome.value.dispatchId]);
    return ok({});
  };
}
