import type { Node } from 'prosemirror-model';
import { commonSequence, ordinaryEffort } from '../compare/sequence';
import { baseOf, handsOf, type Hand } from './base';
import { changesInText, numbered, type Change } from './text-changes';

/**
 * A change somebody proposes: words inserted, deleted or replaced, their form changed, or blocks
 * changed as blocks (made, removed, split, joined, of another kind).
 */
export type Suggestion = {
  readonly is: 'words' | 'form' | 'blocks';
  /** What it changes, as ProseMirror positions of the text suggestions are made on. */
  readonly base: Range;
  /** What stands there instead, as positions of the draft. */
  readonly now: Range;
  /** The words taken out and put in, blocks on lines. */
  readonly removed: string;
  readonly added: string;
  /** Initials of those who made it, the first first. */
  readonly by: readonly string[];
  /** When it was begun, in ms; null where nobody is known to have. */
  readonly at: number | null;
};

type Range = { readonly from: number; readonly to: number };

const known = new WeakMap<Node, readonly Suggestion[]>();

/**
 * The suggestions in a draft, in order: how it differs from the text they are made on. They are
 * found by comparing, not recorded as one writes, so that whatever changes the draft, a command, a
 * paste, the typography, another window, is a suggestion: nothing gets past. The text they are made
 * on is kept as it was; rejecting all of them is that text, accepting all is the draft.
 */
export function suggestionsOf(document: Node): readonly Suggestion[] {
  const found = known.get(document) ?? findSuggestions(document);
  known.set(document, found);
  return found;
}

function findSuggestions(document: Node): readonly Suggestion[] {
  const base = baseOf(document);
  if (base === null) return [];
  const hands = handsOf(document);
  return changesInChildren(base, 0, document, 0).map((change) =>
    signed(change, base, document, hands),
  );
}

function signed(
  { is, base, now }: Change,
  before: Node,
  document: Node,
  hands: readonly Hand[],
): Suggestion {
  const touching = hands
    .filter(({ from, to }) => from <= base.to && to >= base.from)
    .toSorted((a, b) => a.at - b.at);
  return {
    is,
    base,
    now,
    removed: before.textBetween(base.from, base.to, '\n'),
    added: document.textBetween(now.from, now.to, '\n'),
    by: [...new Set(touching.map(({ by }) => by))],
    at: touching[0]?.at ?? null,
  };
}

/** The changes among the children of two nodes, whose content begins at these positions. */
function changesInChildren(a: Node, aStart: number, b: Node, bStart: number): readonly Change[] {
  const [left, right] = [a.children, b.children];
  let head = 0;
  while (head < left.length && head < right.length && same(left[head], right[head])) head += 1;
  let tail = 0;
  while (
    tail < left.length - head &&
    tail < right.length - head &&
    same(left[left.length - 1 - tail], right[right.length - 1 - tail])
  ) {
    tail += 1;
  }
  const [aEnd, bEnd] = [left.length - tail, right.length - tail];
  const number = numbered();
  const matches = commonSequence(
    left.slice(head, aEnd).map((node) => number(keyOf(node))),
    right.slice(head, bEnd).map((node) => number(keyOf(node))),
    { steps: ordinaryEffort / 4 },
  );
  const aAt = starts(left, aStart);
  const bAt = starts(right, bStart);
  const changes: Change[] = [];
  let [x, y] = [head, head];
  const ends = [
    ...matches.map((one) => [one.left + head, one.right + head] as const),
    [aEnd, bEnd] as const,
  ];
  for (const [nextX, nextY] of ends) {
    changes.push(
      ...changesInGap(
        { nodes: left.slice(x, nextX), at: aAt.slice(x, nextX + 1) },
        { nodes: right.slice(y, nextY), at: bAt.slice(y, nextY + 1) },
      ),
    );
    [x, y] = [nextX + 1, nextY + 1];
  }
  return changes;
}

/** Blocks side by side: their nodes, and where each begins, with the end of the last. */
type Blocks = { readonly nodes: readonly Node[]; readonly at: readonly number[] };

/** The changes between blocks none of which is the same: pairs are compared, others are blocks changed. */
function changesInGap(a: Blocks, b: Blocks): readonly Change[] {
  if (a.nodes.length === 0 && b.nodes.length === 0) return [];
  if (a.nodes.length === b.nodes.length) {
    return a.nodes.flatMap((_, index) => changesInPair(a, index, b, index));
  }
  let head = 0;
  while (alike(a.nodes[head], b.nodes[head])) head += 1;
  let tail = 0;
  const most = Math.min(a.nodes.length, b.nodes.length) - head;
  while (
    tail < most &&
    alike(a.nodes[a.nodes.length - 1 - tail], b.nodes[b.nodes.length - 1 - tail])
  ) {
    tail += 1;
  }
  const [aEnd, bEnd] = [a.nodes.length - tail, b.nodes.length - tail];
  return [
    ...Array.from({ length: head }, (_, at) => changesInPair(a, at, b, at)).flat(),
    blocksChanged(a, head, aEnd, b, head, bEnd),
    ...Array.from({ length: tail }, (_, at) => changesInPair(a, aEnd + at, b, bEnd + at)).flat(),
  ];
}

function changesInPair(a: Blocks, x: number, b: Blocks, y: number): readonly Change[] {
  const [left, right] = [a.nodes[x], b.nodes[y]];
  const [from, to] = [a.at[x], b.at[y]];
  if (left === undefined || right === undefined || from === undefined || to === undefined)
    return [];
  if (left.sameMarkup(right)) {
    if (left.isTextblock) return changesInText(left, from + 1, right, to + 1);
    // Of the like parts of lists, quotes and photos each is compared with its own.
    if (left.childCount === right.childCount && left.childCount > 0) {
      return changesInChildren(left, from + 1, right, to + 1);
    }
  }
  return [blocksChanged(a, x, x + 1, b, y, y + 1)];
}

function blocksChanged(
  a: Blocks,
  aFrom: number,
  aTo: number,
  b: Blocks,
  bFrom: number,
  bTo: number,
): Change {
  return {
    is: 'blocks',
    base: { from: a.at[aFrom] ?? 0, to: a.at[aTo] ?? 0 },
    now: { from: b.at[bFrom] ?? 0, to: b.at[bTo] ?? 0 },
  };
}

/** Whether one block is the other with a few words changed. */
function alike(a: Node | undefined, b: Node | undefined): boolean {
  if (a === undefined || b === undefined || !a.sameMarkup(b) || !a.isTextblock) return false;
  const [left, right] = [a.textContent, b.textContent];
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && left[head] === right[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;
  return head + tail >= Math.max(left.length, right.length) * 0.7 && shorter > 0;
}

function same(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || a.eq(b));
}

const keys = new WeakMap<Node, string>();

function keyOf(node: Node): string {
  const key = keys.get(node) ?? JSON.stringify(node.toJSON());
  keys.set(node, key);
  return key;
}

/** Where each node begins, and where the last ends. */
function starts(nodes: readonly Node[], start: number): readonly number[] {
  let at = start;
  return [start, ...nodes.map((node) => (at += node.nodeSize))];
}
