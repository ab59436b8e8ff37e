import { commonSequence, type Effort } from './sequence';
import { isSpace, isWord, tokensOf } from './words';

/**
 * A piece of two texts told side by side: in both (`kept`), in both with other marks (`formatted`),
 * in the right one only (`inserted`) or in the left one only (`deleted`).
 */
export type Segment = {
  readonly is: 'kept' | 'formatted' | 'inserted' | 'deleted';
  readonly text: string;
};

/**
 * The words two texts differ by. All but the inserted segments together are the left text, all but
 * the deleted ones the right text. What was replaced is told as the deletion, then the insertion.
 *
 * Spaces and signs alone between two changes are part of them, so that a changed phrase reads as
 * one; where an insertion or a deletion could stand in several places, it is told by whole
 * sentences, else by whole words.
 */
export function diffWords(left: string, right: string, effort: Effort): Segment[] {
  if (left === right) return left === '' ? [] : [{ is: 'kept', text: left }];
  const [leftTokens, rightTokens] = [tokensOf(left), tokensOf(right)];
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly string[]) => tokens.map((token) => numberOf(numbers, token));
  const matches = commonSequence(numbered(leftTokens), numbered(rightTokens), effort);
  const edits = slid(editsBetween(matches, leftTokens, rightTokens), leftTokens, rightTokens);
  return segmentsOf(joined(edits, leftTokens), leftTokens, rightTokens);
}

/** Tokens of the left text, from `left` to `leftEnd`, that give way to tokens of the right text. */
type Edit = {
  readonly left: number;
  readonly leftEnd: number;
  readonly right: number;
  readonly rightEnd: number;
};

type Tokens = readonly string[];

function numberOf(numbers: Map<string, number>, token: string): number {
  let number = numbers.get(token);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(token, number);
  }
  return number;
}

function editsBetween(
  matches: readonly { readonly left: number; readonly right: number }[],
  leftTokens: Tokens,
  rightTokens: Tokens,
): Edit[] {
  const edits: Edit[] = [];
  let [left, right] = [0, 0];
  for (const match of [...matches, { left: leftTokens.length, right: rightTokens.length }]) {
    if (match.left > left || match.right > right) {
      edits.push({ left, leftEnd: match.left, right, rightEnd: match.right });
    }
    [left, right] = [match.left + 1, match.right + 1];
  }
  return edits;
}

/**
 * Edits that only insert or only delete, each moved to the best of the places where it says the
 * same: "X. Y." with "Z. " before "Y" rather than ". Z" after "X".
 */
function slid(edits: readonly Edit[], leftTokens: Tokens, rightTokens: Tokens): Edit[] {
  const done: Edit[] = [];
  for (const [index, edit] of edits.entries()) {
    const inserts = edit.left === edit.leftEnd;
    if (!inserts && edit.right !== edit.rightEnd) {
      done.push(edit);
      continue;
    }
    const [tokens, from, to] = inserts
      ? ([rightTokens, edit.right, edit.rightEnd] as const)
      : ([leftTokens, edit.left, edit.leftEnd] as const);
    const before = done.at(-1);
    const after = edits[index + 1];
    const [earliest, latest] = inserts
      ? [before?.rightEnd ?? 0, after?.right ?? rightTokens.length]
      : [before?.leftEnd ?? 0, after?.left ?? leftTokens.length];
    const by = bestSlide(tokens, [from, to], [earliest, latest]);
    const { left, leftEnd, right, rightEnd } = edit;
    done.push({
      left: left + by,
      leftEnd: leftEnd + by,
      right: right + by,
      rightEnd: rightEnd + by,
    });
  }
  return done;
}

/** How far the tokens from `from` to `to` may best be moved: the same tokens come to stand there. */
function bestSlide(
  tokens: Tokens,
  [from, to]: readonly [number, number],
  [earliest, latest]: readonly [number, number],
): number {
  const score = (by: number): number => border(tokens, from + by) + border(tokens, to + by);
  let [best, bestScore] = [0, score(0)];
  const consider = (by: number): void => {
    const candidate = score(by);
    if (candidate > bestScore) [best, bestScore] = [by, candidate];
  };
  for (let by = -1; from + by >= earliest; by -= 1) {
    if (tokens[from + by] !== tokens[to + by]) break;
    consider(by);
  }
  for (let by = 1; to + by <= latest; by += 1) {
    if (tokens[from + by - 1] !== tokens[to + by - 1]) break;
    consider(by);
  }
  return best;
}

/** How well a text is cut before its token `at`: between sentences, after a space, before a word. */
function border(tokens: Tokens, at: number): number {
  const before = tokens[at - 1];
  const after = tokens[at];
  if (before === undefined || after === undefined) return 6;
  if (before === '\n' || after === '\n') return 5;
  if (isSpace(before)) return /[.!?…»”]/.test(tokens[at - 2] ?? '') ? 4 : 3;
  if (isSpace(after)) return 2;
  return isWord(before) && isWord(after) ? 0 : 1;
}

/**
 * Edits with nothing but spaces and signs between them, made one where words are replaced. What is
 * only inserted, or only deleted, on both sides of a sign leaves the sign as it was.
 */
function joined(edits: readonly Edit[], leftTokens: Tokens): Edit[] {
  const done: Edit[] = [];
  for (const edit of edits) {
    const before = done.at(-1);
    if (
      before !== undefined &&
      (replaces(before) || replaces(edit)) &&
      isTiny(leftTokens.slice(before.leftEnd, edit.left))
    ) {
      done[done.length - 1] = { ...before, leftEnd: edit.leftEnd, rightEnd: edit.rightEnd };
    } else done.push(edit);
  }
  return done;
}

function replaces({ left, leftEnd, right, rightEnd }: Edit): boolean {
  return left < leftEnd && right < rightEnd;
}

/** A few signs without a word; a line break, which parts two paragraphs, is none of them. */
function isTiny(kept: Tokens): boolean {
  return kept.length <= 3 && !kept.some((token) => isWord(token) || token === '\n');
}

function segmentsOf(edits: readonly Edit[], leftTokens: Tokens, rightTokens: Tokens): Segment[] {
  const segments: Segment[] = [];
  const add = (is: Segment['is'], tokens: Tokens): void => {
    if (tokens.length > 0) segments.push({ is, text: tokens.join('') });
  };
  let kept = 0;
  for (const { left, leftEnd, right, rightEnd } of edits) {
    add('kept', leftTokens.slice(kept, left));
    add('deleted', leftTokens.slice(left, leftEnd));
    add('inserted', rightTokens.slice(right, rightEnd));
    kept = leftEnd;
  }
  add('kept', leftTokens.slice(kept));
  return segments;
}
