import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** Searches kept by their names in the archive. */
export function createSavedSearches({ archive, now, newId, zone }: ServiceContext) {
  const clock = () => ({ now: now(), zone: zone() });
  return {
    /** The saved searches, each with how many takes it finds that came since it was looked at. */
    async saved(): Promise<Result<ResponseOf<'search.saved'>, AppError>> {
      const saved = await archive.read('readSavedSearches', {});
      if (!saved.ok) return saved;
      const searches: ResponseOf<'search.saved'>['searches'] = [];
      for (const { id, name, query: text, sort, seenAt } of saved.value) {
        const fresh = await archive.read('countNew', {
          text: `${text} `,
          since: seenAt,
          ...clock(),
        });
        searches.push({ id, name, query: text, sort, fresh: fresh.ok ? fresh.value : 0 });
      }
      return ok({ searches });
    },
    save: (request: RequestOf<'search.save'>) =>
      archive.write('saveSearch', { ...request, id: newId(), now: now() }),
    seen: ({ id }: RequestOf<'search.seen'>) => archive.write('seeSavedSearch', { id, now: now() }),
    remove: ({ id }: RequestOf<'search.remove'>) => archive.write('removeSavedSearch', { id }),
  };
}
