import type { ComparedState } from '../../contract/compare';
import type { StateRef } from '../../contract/record';
import { compareDocuments } from '../../domain/compare/compare';
import type { Comparison } from '../../domain/compare/comparison';
import type { ReadableDb } from '../database';
import { stateOf } from './states';

/**
 * Two states of dispatches compared, with what is known of each; refuses with `not-found` what is
 * not there. Done here, in a reader's thread, since the texts are here and the work takes a while.
 */
export function compareStates(
  db: ReadableDb,
  input: { readonly left: StateRef; readonly right: StateRef },
): {
  readonly left: ComparedState;
  readonly right: ComparedState;
  readonly comparison: Comparison;
} {
  const { document: leftDocument, ...left } = stateOf(db, input.left);
  const { document: rightDocument, ...right } = stateOf(db, input.right);
  return { left, right, comparison: compareDocuments(leftDocument, rightDocument) };
}
