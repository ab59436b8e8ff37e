import { appError, type AppError } from '../contract/errors';
import type { DispatchModel } from '../contract/models';
import type { ComparisonCounts } from '../domain/compare/comparison';
import { comparisonText } from '../domain/compare/text';
import { err, ok, type Result } from '../domain/result';
import type { Services } from '../services';
import type { Outcome } from './outcome';
import { parseStateName, stateNamed } from './states';

/** Compares two states of a dispatch, named as {@link parseStateName} reads them. */
export async function diff(
  services: Services,
  dispatch: DispatchModel,
  [from, to]: readonly [string, string],
): Promise<Result<Outcome, AppError>> {
  const [leftName, rightName] = [parseStateName(from), parseStateName(to)];
  if (leftName === undefined || rightName === undefined) {
    return err(appError('validation', 'state'));
  }
  const left = stateNamed(dispatch, leftName);
  if (!left.ok) return left;
  const right = stateNamed(dispatch, rightName);
  if (!right.ok) return right;
  const compared = await services.compare.states({ left: left.value, right: right.value });
  if (!compared.ok) return compared;
  const { comparison } = compared.value;
  const words = { left: from, right: to, summary: summary(comparison.counts) };
  const unchanged = (paragraphs: number): string => `${paragraphs} unchanged`;
  return ok({
    json: compared.value,
    text: comparisonText(comparison, words, unchanged),
    problems: [],
  });
}

function summary(counts: ComparisonCounts): string {
  const { wordsInserted, wordsDeleted } = counts;
  const paragraphs = [
    `${counts.paragraphsChanged} changed`,
    `${counts.paragraphsInserted} inserted`,
    `${counts.paragraphsDeleted} deleted`,
    `${counts.paragraphsMoved} moved`,
    `${counts.paragraphsFormatted} formatted`,
  ];
  return `${wordsInserted} word(s) inserted, ${wordsDeleted} deleted; paragraphs: ${paragraphs.join(', ')}`;
}
