import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** What was decided of findings on words; kept in the archive. */
export function createStyleService({ archive, now }: ServiceContext) {
  return {
    async left(
      request: RequestOf<'style.left'>,
    ): Promise<Result<ResponseOf<'style.left'>, AppError>> {
      const left = await archive.read('readLeft', request);
      return left.ok ? ok({ left: [...left.value] }) : left;
    },
    leave: (request: RequestOf<'style.leave'>) =>
      archive.write('leaveFinding', { ...request, now: now() }),
  };
}
