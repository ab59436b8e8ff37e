import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';

/** Finding takes, drafts and notes. */
export type SearchService = ReturnType<typeof createSearchService>;

export function createSearchService({ archive }: ServiceContext) {
  return {
    /** What a query finds, newest first, with the time it took in ms. */
    async query({
      text,
      limit,
    }: RequestOf<'search.query'>): Promise<Result<ResponseOf<'search.query'>, AppError>> {
      const began = performance.now();
      const answer = await archive.read('searchArchive', { text, limit });
      if (!answer.ok) return answer;
      // Arrays of the archive are read-only; the contract's are of the receiver's own copy.
      return ok({
        ...structuredClone(answer.value),
        tookMs: performance.now() - began,
      } as ResponseOf<'search.query'>);
    },
    /** Where the sentences of a take stand elsewhere, near-verbatim. */
    trace: (request: RequestOf<'take.trace'>) => archive.read('traceTake', request),
  };
}
