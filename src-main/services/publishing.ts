import { appError, type AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { err, ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** Use cases that put takes into the record. */
export type PublishingService = ReturnType<typeof createPublishingService>;

export function createPublishingService(context: ServiceContext) {
  const { archive, now, newId, zone, changed } = context;
  return {
    /** Publishes a draft at the version that was confirmed; the same key gives the same take. */
    async publish(
      request: RequestOf<'draft.publish'>,
    ): Promise<Result<ResponseOf<'draft.publish'>, AppError>> {
      const published = await archive.write('publishDraft', {
        ...request,
        takeId: newId(),
        now: now(),
        zone: zone(),
      });
      if (!published.ok) return published;
      const { dispatchId, takeId } = published.value;
      changed([dispatchId]);
      const [dispatch, history] = await Promise.all([
        archive.read('readDispatch', { id: dispatchId }),
        archive.read('readHistory', { id: dispatchId }),
      ]);
      if (!dispatch.ok) return dispatch;
      if (!history.ok) return history;
      const take = dispatch.value.takes.find((candidate) => candidate.id === takeId);
      const revision = history.value.revisions.find(
        ({ entry }) => entry.is === 'take' && entry.takeId === takeId,
      );
      if (take === undefined || revision === undefined) return err(appError('not-found', 'take'));
      return ok({ dispatchId, take, revision });
    },

    /** Supplies the time of a published take, or puts it right; the record keeps both. */
    async setStamp(
      request: RequestOf<'take.set-stamp'>,
    ): Promise<Result<ResponseOf<'take.set-stamp'>, AppError>> {
      const set = await archive.write('setStamp', { ...request, now: now() });
      if (!set.ok) return set;
      changed([set.value.dispatchId]);
      return ok({});
    },

    /** Sets, moves or lifts the embargo of a dispatch. */
    async setEmbargo(
      request: RequestOf<'dispatch.set-embargo'>,
    ): Promise<Result<ResponseOf<'dispatch.set-embargo'>, AppError>> {
      const set = await archive.write('setEmbargo', { ...request, now: now() });
      if (!set.ok) return set;
      changed([request.id]);
      return ok({});
    },
  };
}
