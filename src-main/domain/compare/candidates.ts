import type { Match } from './sequence';
import { isTelling, sharedWeight, type Profile } from './similarity';

/** Two blocks that may be one another's; `weight` is what their words in common weigh. */
export type Candidate = Match & { readonly weight: number; readonly likeness: number };

/** The profiles of some blocks of one text, by their index. */
export type Profiled = ReadonlyMap<number, Profile>;

/** The free blocks between two pairs, by their index on each side. */
export type Gap = { readonly left: readonly number[]; readonly right: readonly number[] };

/** Likeness from which two blocks in the same place are one block, changed. */
const likeEnough = 0.35;
/** The same, where they are of different kinds: a paragraph made a crosshead keeps its words. */
const likeEnoughAcrossKinds = 0.6;
/** Likeness from which two blocks are one wherever they stand. */
const likeEnoughAnywhere = 0.7;
const fewestWordsAnywhere = 6;
/** Gaps of so many pairs at most are compared pair by pair. */
const smallGap = 64;
/** Words in more blocks than this tell none of them apart. */
const mostBlocksOfRareWord = 10;
/** Blocks looked at for each block, of those that share the weightiest rare words. */
const mostCandidates = 6;

/** Kinds of which a gap has few: where both sides have one, the one became the other. */
const fewOfAKind: ReadonlySet<string> = new Set([
  'lead',
  'crosshead',
  'attribution',
  'caption',
  'credit',
  'alt',
]);

/** What the kinds of cells begin with; the number of their column follows. */
export const columnKind = 'column ';

function hasFewOf(kind: string): boolean {
  return fewOfAKind.has(kind) || kind.startsWith(columnKind);
}

/** Pairs of blocks that may be one block, slightly changed, wherever they stand; the most alike first. */
export function alikeAnywhere(left: Profiled, right: Profiled): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const match of pairsByRareWords(left, right, () => true)) {
    const candidate = measured(left, right, match);
    if (candidate === undefined || candidate.likeness < likeEnoughAnywhere) continue;
    const words = Math.min(left.get(match.left)?.length ?? 0, right.get(match.right)?.length ?? 0);
    if (words >= fewestWordsAnywhere) found.push(candidate);
  }
  return found.toSorted(byLikeness);
}

function byLikeness(a: Candidate, b: Candidate): number {
  return b.likeness - a.likeness || a.left - b.left || a.right - b.right;
}

/**
 * Blocks that may be one block in the same place, to be chosen from in order. All pairs of small
 * gaps are looked at, and in larger ones those that share rare words.
 */
export function alikeInGaps(
  gaps: readonly Gap[],
  left: Profiled,
  right: Profiled,
  kindOf: (side: 'left' | 'right', index: number) => string,
): readonly Candidate[] {
  const gapOf = { left: new Map<number, number>(), right: new Map<number, number>() };
  for (const [number, gap] of gaps.entries()) {
    for (const index of gap.left) gapOf.left.set(index, number);
    for (const index of gap.right) gapOf.right.set(index, number);
  }
  const areInOneGap = (a: number, b: number): boolean => {
    const gap = gapOf.left.get(a);
    return gap !== undefined && gap === gapOf.right.get(b);
  };
  const pairs = [...pairsOfSmallGaps(gaps), ...pairsByRareWords(left, right, areInOneGap)];
  return pairs.flatMap((match) => {
    const candidate = measured(left, right, match);
    if (candidate === undefined) return [];
    const kind = kindOf('left', match.left);
    const isLike =
      kind === kindOf('right', match.right)
        ? candidate.likeness >= likeEnough || hasFewOf(kind)
        : candidate.likeness >= likeEnoughAcrossKinds;
    return isLike ? [candidate] : [];
  });
}

function* pairsOfSmallGaps(gaps: readonly Gap[]): Generator<Match, void, undefined> {
  for (const gap of gaps) {
    if (gap.left.length * gap.right.length > smallGap) continue;
    for (const left of gap.left) for (const right of gap.right) yield { left, right };
  }
}

/**
 * For each block of the left, those of the right that share the most of its rare words. This looks
 * at each word a few times at most, however many blocks there are.
 */
function* pairsByRareWords(
  left: Profiled,
  right: Profiled,
  mayBelong: (left: number, right: number) => boolean,
): Generator<Match, void, undefined> {
  const blocksWith = new Map<string, number[]>();
  for (const [index, { words }] of right) {
    for (const word of words.keys()) {
      if (!isTelling(word)) continue;
      const blocks = blocksWith.get(word);
      if (blocks === undefined) blocksWith.set(word, [index]);
      else blocks.push(index);
    }
  }
  for (const [index, { words }] of left) {
    const votes = new Map<number, number>();
    for (const word of words.keys()) {
      const blocks = blocksWith.get(word);
      if (blocks === undefined || blocks.length > mostBlocksOfRareWord) continue;
      for (const block of blocks) {
        if (mayBelong(index, block)) votes.set(block, (votes.get(block) ?? 0) + 1 / blocks.length);
      }
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostCandidates);
    for (const [block] of best) yield { left: index, right: block };
  }
}

function measured(left: Profiled, right: Profiled, match: Match): Candidate | undefined {
  const [leftProfile, rightProfile] = [left.get(match.left), right.get(match.right)];
  if (leftProfile === undefined || rightProfile === undefined) return undefined;
  const weight = sharedWeight(leftProfile, rightProfile);
  const total = leftProfile.total + rightProfile.total;
  return { ...match, weight: weight + 1, likeness: total === 0 ? 0 : (2 * weight) / total };
}
