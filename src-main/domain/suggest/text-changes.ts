import type { Node } from 'prosemirror-model';
import { commonSequence, ordinaryEffort } from '../compare/sequence';

/** A difference between the text suggestions are made on and the draft, as positions of each. */
export type Change = {
  readonly is: 'words' | 'form' | 'blocks';
  readonly base: { readonly from: number; readonly to: number };
  readonly now: { readonly from: number; readonly to: number };
};

type Token = { readonly text: string; readonly marks: string; readonly from: number };

const words = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;
const compared = new WeakMap<Node, { readonly with: Node; readonly changes: readonly Change[] }>();

/**
 * The changes between two text blocks, word by word, at positions counted from where the content of
 * each begins. Words between which only a space stayed are one change.
 */
export function changesInText(a: Node, aStart: number, b: Node, bStart: number): readonly Change[] {
  const before = compared.get(b);
  const changes = before?.with === a ? before.changes : compareText(a, b);
  compared.set(b, { with: a, changes });
  return changes.map(({ is, base, now }) => ({
    is,
    base: { from: base.from + aStart, to: base.to + aStart },
    now: { from: now.from + bStart, to: now.to + bStart },
  }));
}

/** Gives each text a number, the same for the same text. */
export function numbered(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}

function compareText(a: Node, b: Node): readonly Change[] {
  const [left, right] = [tokensOf(a), tokensOf(b)];
  const number = numbered();
  const matches = commonSequence(
    left.map(({ text }) => number(text)),
    right.map(({ text }) => number(text)),
    { steps: ordinaryEffort / 8 },
  );
  const changes: Change[] = [];
  const stretch = (is: Change['is'], x: number, toX: number, y: number, toY: number): Change => ({
    is,
    base: { from: startOf(left, x, a), to: startOf(left, toX, a) },
    now: { from: startOf(right, y, b), to: startOf(right, toY, b) },
  });
  let [x, y] = [0, 0];
  for (const match of [...matches, { left: left.length, right: right.length }]) {
    if (match.left > x || match.right > y) {
      changes.push(stretch('words', x, match.left, y, match.right));
    }
    [x, y] = [match.left + 1, match.right + 1];
    const [before, after] = [left[match.left], right[match.right]];
    if (before === undefined || after === undefined || before.marks === after.marks) continue;
    const form = stretch('form', match.left, x, match.right, y);
    const last = changes.at(-1);
    // The words of one form beside each other are one change.
    const goesOn =
      last?.is === 'form' && last.base.to === form.base.from && last.now.to === form.now.from;
    if (goesOn) changes[changes.length - 1] = spanning(last, form);
    else changes.push(form);
  }
  return joined(changes, a);
}

function spanning(first: Change, last: Change): Change {
  return {
    is: first.is,
    base: { from: first.base.from, to: last.base.to },
    now: { from: first.now.from, to: last.now.to },
  };
}

/** Replacements between which only a space stayed, as one. */
function joined(changes: readonly Change[], a: Node): readonly Change[] {
  const result: Change[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    const between = last === undefined ? null : a.textBetween(last.base.to, change.base.from);
    const bothReplace = [last, change].every(
      (one) => one?.is === 'words' && one.base.from < one.base.to && one.now.from < one.now.to,
    );
    if (last === undefined || between === null || !/^\s?$/.test(between) || !bothReplace) {
      result.push(change);
      continue;
    }
    result[result.length - 1] = spanning(last, change);
  }
  return result;
}

/** The words, spaces and signs of a text block, each with the marks on it. */
function tokensOf(block: Node): readonly Token[] {
  const tokens: Token[] = [];
  block.forEach((node, offset) => {
    const marks = node.marks.length === 0 ? '' : JSON.stringify(node.marks);
    for (const match of (node.text ?? '').matchAll(words)) {
      tokens.push({ text: match[0], marks, from: offset + match.index });
    }
  });
  return tokens;
}

function startOf(tokens: readonly Token[], at: number, block: Node): number {
  return tokens[at]?.from ?? block.content.size;
}
