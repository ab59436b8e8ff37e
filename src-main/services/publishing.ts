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
      const { dispatchId, takeId, clockWentBack } = published.value;
      changed([dispatchId]);
      const [dispatch, history] = await Promise.all([
        archive.read('readDispatch', { id: dispatchId }),
        archive.read('readHistory', { id: dispatchId }),
      ]);
      if (!dispatch.ok) return dispatch;
      if (!history.ok) return history;
      const take = dispatch.value.takes.find((candidate) => candidate.id === takeId);
      const revision = history.value.revisions.find((candidate) => candidate.takeId === takeId);
      if (take === undefined || revision === undefined) return err(appError('not-found', 'take'));
      return ok({ dispatchId, take, revision, clockWentBack });
    },
  };
}
