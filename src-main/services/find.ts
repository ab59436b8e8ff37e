import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import type { Result } from '../domain/result';
import type { ServiceContext } from './context';

/** Use cases on words in many texts at once. */
export function createFindService({ archive, now, newId, changed }: ServiceContext) {
  const told = <T extends { readonly drafts: readonly { readonly dispatchId: string }[] }>(
    outcome: Result<T, AppError>,
  ): Result<T, AppError> => {
    if (outcome.ok) changed(outcome.value.drafts.map(({ dispatchId }) => dispatchId));
    return outcome;
  };
  return {
    /** Where words stand in all open drafts, and in what is published. */
    everywhere: (
      request: RequestOf<'find.everywhere'>,
    ): Promise<Result<ResponseOf<'find.everywhere'>, AppError>> =>
      archive.read('findEverywhere', request),

    /** Where words stand in texts that are given, in bounded time. */
    inTexts: (
      request: RequestOf<'find.in-texts'>,
    ): Promise<Result<ResponseOf<'find.in-texts'>, AppError>> =>
      archive.read('findInTexts', request),

    /** Replaces them in drafts, as one change. */
    replace: async (
      request: RequestOf<'find.replace'>,
    ): Promise<Result<ResponseOf<'find.replace'>, AppError>> =>
      told(await archive.write('replaceEverywhere', { ...request, batchId: newId(), now: now() })),

    /** Takes such a change back. */
    undoReplace: async (
      request: RequestOf<'find.undo-replace'>,
    ): Promise<Result<ResponseOf<'find.undo-replace'>, AppError>> =>
      told(await archive.write('undoReplace', { ...request, now: now() })),
  };
}
