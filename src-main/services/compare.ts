import type { AppError } from '../contract/errors';
import type { RequestOf, ResponseOf } from '../contract/requests';
import { comparisonFragment, comparisonHtml } from '../domain/compare/html';
import { comparisonText } from '../domain/compare/text';
import { ok, type Result } from '../domain/result';
import type { ServiceContext } from './context';
import { fileName, type ReleaseService } from './release';

/** Use cases on two states side by side. */
export type CompareService = ReturnType<typeof createCompareService>;

type Compared = ResponseOf<'compare.states'>;

/** A comparison as a page about to be saved, and whose words are in it. */
export type ComparisonPage = {
  /** A name for the file, with its extension. */
  readonly name: string;
  readonly html: string;
  readonly dispatchIds: readonly string[];
};

export function createCompareService({ archive }: ServiceContext, release: ReleaseService) {
  const states = (request: RequestOf<'compare.states'>): Promise<Result<Compared, AppError>> =>
    archive.read('compareStates', { left: request.left, right: request.right });

  /** A comparison, if the words of both dispatches may leave the archive now; and a file's name. */
  const releasable = async (
    request: RequestOf<'compare.states'>,
  ): Promise<Result<Compared & { readonly name: string }, AppError>> => {
    const compared = await states(request);
    if (!compared.ok) return compared;
    const { left, right } = compared.value;
    const dispatch = await release.releasable(right.dispatchId);
    if (!dispatch.ok) return dispatch;
    if (left.dispatchId !== right.dispatchId) {
      const other = await release.releasable(left.dispatchId);
      if (!other.ok) return other;
    }
    return ok({ ...compared.value, name: fileName(dispatch.value) });
  };

  return {
    /** Compares two states. */
    states,

    /** A comparison to be copied, as a fragment of HTML and in plain text. */
    async release(
      request: RequestOf<'compare.release'>,
    ): Promise<Result<ResponseOf<'compare.release'>, AppError>> {
      const compared = await releasable(request);
      if (!compared.ok) return compared;
      const { comparison } = compared.value;
      const { words } = request;
      return ok({
        html: comparisonFragment(comparison, words),
        text: comparisonText(comparison, words),
      });
    },

    /** A comparison as an HTML page of its own, and a name for its file. */
    async page(request: RequestOf<'compare.export'>): Promise<Result<ComparisonPage, AppError>> {
      const compared = await releasable(request);
      if (!compared.ok) return compared;
      const { comparison, name, left, right } = compared.value;
      return ok({
        name: `${name}-DIFF.html`,
        html: comparisonHtml(comparison, request.words),
        dispatchIds: [...new Set([left.dispatchId, right.dispatchId])],
      });
    },
  };
}
