import type { AppError } from '../contract/errors';
import type { RequestOf } from '../contract/requests';
import type { Result } from '../domain/result';
import type { ServiceContext } from './context';

/** The persons dispatches speak of. */
export function createPersonService({ archive, changed }: ServiceContext) {
  return {
    /** Says whom a dispatch speaks of, in place of what was said before. */
    async set(request: RequestOf<'dispatch.set-persons'>): Promise<Result<void, AppError>> {
      const set = await archive.write('setPersons', request);
      if (set.ok) changed([request.id]);
      return set;
    },
  };
}
