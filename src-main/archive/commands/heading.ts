import { HeadingStep, type HeadingField } from '../../domain/document/heading-step';
import type { StepJson } from '../../domain/document/replay';
import { stepOf } from '../../domain/document/step';
import { run, type WritableDb } from '../database';
import { Refusal } from '../refusal';
import { indexDispatch } from '../search/index-dispatch';

const written: Readonly<Record<HeadingField, string>> = {
  slug: 'UPDATE dispatch SET slug = :to WHERE id = :dispatchId',
  place: 'UPDATE dispatch SET place = :to WHERE id = :dispatchId',
  agency: 'UPDATE dispatch SET agency = :to WHERE id = :dispatchId',
  byline: `UPDATE draft SET carries = json_set(carries, '$.byline', :to) WHERE id = :draftId`,
};

/**
 * Writes what journaled steps say of the slug, dateline and byline into the rows these stand in; part
 * of a caller's transaction.
 *
 * @returns whether there were any
 */
export function keepHeading(
  db: WritableDb,
  { draftId, dispatchId }: { readonly draftId: string; readonly dispatchId: string },
  steps: readonly StepJson[],
): boolean {
  const headings = steps.filter(({ stepType }) => stepType === 'heading').map(headingOf);
  for (const { field, to } of headings) {
    run(db, written[field], field === 'byline' ? { draftId, to } : { dispatchId, to });
  }
  // The byline is not indexed before it is out.
  if (headings.some(({ field }) => field !== 'byline')) indexDispatch(db, dispatchId);
  return headings.length > 0;
}

function headingOf(json: StepJson): HeadingStep {
  try {
    const step = stepOf(json);
    if (step instanceof HeadingStep) return step;
  } catch {
    // A RangeError: refused below.
  }
  throw new Refusal('validation', 'heading');
}
