import type { Match } from './sequence';
import { isTelling, sharedWeight, type Profile } from './similarity';

/** Two blocks that may be one another's; `weight` is what their words in common weigh. */
export type Candidate = Match & { readonly weight: number; readonly likeness: number };

/** The free blocks between two pairs, by their index on each side. */
type Gap = { readonly left: readonly number[]; readonly right: readonly number[] };

type Question = {
  readonly gaps: readonly Gap[];
  /** The profile of each free block, by its index. */
  readonly left: ReadonlyMap<number, Profile>;
  readonly right: ReadonlyMap<number, Profile>;
  readonly kindOf: (side: 'left' | 'right', index: number) => string;
};

/** Likeness from which two blocks in the same place are one block, changed. */
const likeEnough = 0.35;
/** The same, where they are of different kinds: a paragraph made a crosshead keeps its words. */
const likeEnoughAcrossKinds = 0.6;
/** Likeness from which a block elsewhere is one that was moved. */
const likeEnoughToMove = 0.7;
const fewestWordsToMove = 6;
/** A block elsewhere must be more like by this much than one in the same place. */
const clearlyMore = 0.2;
/** Gaps of so many pairs at most are compared pair by pair. */
const smallGap = 64;
/** Words in more blocks than this tell none of them apart. */
const mostBlocksOfRareWord = 10;
/** Blocks looked at for each block, of those that share the weightiest rare words. */
const mostCandidates = 6;

/** Kinds of which a gap has few: where both sides have one, the one became the other. */
const fewOfAKind: ReadonlySet<string> = new Set(['lead', 'crosshead', 'caption', 'credit', 'alt']);

/**
 * Which free blocks may belong together: in the same gap, to be chosen from in order, and across
 * gaps, as moves. Blocks are only looked at together in small gaps or where they share rare words,
 * which keeps the work linear in the number of words.
 */
export function candidatesFor(question: Question): {
  readonly inGap: readonly Candidate[];
  readonly across: readonly Candidate[];
} {
  const gapOf = { left: new Map<number, number>(), right: new Map<number, number>() };
  for (const [number, gap] of question.gaps.entries()) {
    for (const index of gap.left) gapOf.left.set(index, number);
    for (const index of gap.right) gapOf.right.set(index, number);
  }
  const inGap: Candidate[] = [];
  const across: Candidate[] = [];
  for (const match of [...pairsOfSmallGaps(question.gaps), ...pairsByRareWords(question)]) {
    const candidate = measured(question, match);
    if (candidate === undefined) continue;
    const gap = gapOf.left.get(match.left);
    if (gap !== undefined && gap === gapOf.right.get(match.right)) inGap.push(candidate);
    if (mayMove(question, candidate)) across.push(candidate);
  }
  return { inGap: worthKeeping(question, inGap, across), across };
}

function* pairsOfSmallGaps(gaps: readonly Gap[]): Generator<Match, void, undefined> {
  for (const gap of gaps) {
    if (gap.left.length * gap.right.length > smallGap) continue;
    for (const left of gap.left) for (const right of gap.right) yield { left, right };
  }
}

/** For each free block of the left, those of the right that share the most of its rare words. */
function* pairsByRareWords({ left, right }: Question): Generator<Match, void, undefined> {
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
      for (const block of blocks) votes.set(block, (votes.get(block) ?? 0) + 1 / blocks.length);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostCandidates);
    for (const [block] of best) yield { left: index, right: block };
  }
}

function measured({ left, right }: Question, match: Match): Candidate | undefined {
  const [leftProfile, rightProfile] = [left.get(match.left), right.get(match.right)];
  if (leftProfile === undefined || rightProfile === undefined) return undefined;
  const weight = sharedWeight(leftProfile, rightProfile);
  const total = leftProfile.total + rightProfile.total;
  return { ...match, weight: weight + 1, likeness: total === 0 ? 0 : (2 * weight) / total };
}

function mayMove({ left, right }: Question, candidate: Candidate): boolean {
  const words = Math.min(
    left.get(candidate.left)?.length ?? 0,
    right.get(candidate.right)?.length ?? 0,
  );
  return candidate.likeness >= likeEnoughToMove && words >= fewestWordsToMove;
}

/** Leaves out the pairs of a gap that are too unlike, or of which one is much more like elsewhere. */
function worthKeeping(
  { kindOf }: Question,
  inGap: readonly Candidate[],
  across: readonly Candidate[],
): readonly Candidate[] {
  const bestOfLeft = new Map<number, number>();
  const bestOfRight = new Map<number, number>();
  for (const { left, right, likeness } of across) {
    bestOfLeft.set(left, Math.max(bestOfLeft.get(left) ?? 0, likeness));
    bestOfRight.set(right, Math.max(bestOfRight.get(right) ?? 0, likeness));
  }
  return inGap.filter(({ left, right, likeness }) => {
    const elsewhere = Math.max(bestOfLeft.get(left) ?? 0, bestOfRight.get(right) ?? 0);
    if (elsewhere > likeness + clearlyMore) return false;
    const kind = kindOf('left', left);
    if (kind !== kindOf('right', right)) return likeness >= likeEnoughAcrossKinds;
    return likeness >= likeEnough || fewOfAKind.has(kind);
  });
}
