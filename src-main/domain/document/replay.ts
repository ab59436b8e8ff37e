import type { Node } from 'prosemirror-model';
import { err, ok, type Result } from '../result';
import { stepOf, type StepJson } from './step';

export type { StepJson };

/**
 * Applies journaled steps to a document, in order.
 *
 * @returns the document after all of them; or, where one does not apply, the document as far as
 *   the steps held and the index of the one that failed
 */
export function replaySteps(
  document: Node,
  steps: readonly StepJson[],
): Result<Node, { readonly document: Node; readonly failedAt: number }> {
  let current = document;
  for (const [index, json] of steps.entries()) {
    const next = applyStep(current, json);
    if (next === null) return err({ document: current, failedAt: index });
    current = next;
  }
  return ok(current);
}

function applyStep(document: Node, json: StepJson): Node | null {
  try {
    return stepOf(json).apply(document).doc;
  } catch {
    // fromJSON and apply throw RangeErrors on steps that are malformed or out of range.
    return null;
  }
}
