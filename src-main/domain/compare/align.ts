import { candidatesFor, type Candidate } from './candidates';
import { commonSequence, heaviestChain, type Effort, type Match } from './sequence';
import type { Profile, Profiles } from './similarity';

/** A block to be aligned with those of another text. */
export type AlignedUnit = {
  readonly kind: string;
  readonly text: string;
};

/** Which blocks of two texts belong together. */
export type Alignment = {
  /** Pairs in the order of both texts, equal or changed. */
  readonly pairs: readonly Match[];
  /** Pairs of blocks that stand elsewhere in the other text. */
  readonly moves: readonly Match[];
};

/** Kinds of which a text has one, in its own place. */
const frameKinds: ReadonlySet<string> = new Set(['headline', 'signoff']);

/** A block shorter than this, in UTF-16 units, is not recognised as one moved from elsewhere. */
const shortestMove = 10;

/**
 * Aligns the blocks of two texts.
 *
 * 1. Headline belongs to headline, sign-off to sign-off.
 * 2. Blocks that occur once on each side are found at once; the heaviest set of them that keeps its
 *    order stands, the others were moved (as in patience diff, but weighed, so that of two blocks
 *    changing places the shorter one is told as moved).
 * 3. Between these, blocks that occur several times are matched in order.
 * 4. What is left is matched by likeness, in the same gap first, then across gaps as a move.
 *
 * The work is about linear in the length of the texts: likeness is only looked at for blocks that
 * share rare words.
 */
export function alignUnits(
  left: readonly AlignedUnit[],
  right: readonly AlignedUnit[],
  effort: Effort,
  profiles: Profiles,
): Alignment {
  const state = newState(left, right);
  pairFrames(state);
  const moves = pairUniques(state);
  pairRepeated(state, effort);
  moves.push(...pairLike(state, profiles));
  return { pairs: orderedPairs(state), moves };
}

const unmatched = -1;

type AlignState = {
  readonly left: readonly AlignedUnit[];
  readonly right: readonly AlignedUnit[];
  /** For each block of the left, the one it is paired with in order. */
  readonly partner: Int32Array;
  /** For each block, whether it is paired or moved. */
  readonly leftTaken: Uint8Array;
  readonly rightTaken: Uint8Array;
};

function newState(left: readonly AlignedUnit[], right: readonly AlignedUnit[]): AlignState {
  return {
    left,
    right,
    partner: new Int32Array(left.length).fill(unmatched),
    leftTaken: new Uint8Array(left.length),
    rightTaken: new Uint8Array(right.length),
  };
}

function take(state: AlignState, { left, right }: Match): void {
  state.leftTaken[left] = 1;
  state.rightTaken[right] = 1;
}

function pair(state: AlignState, match: Match): void {
  take(state, match);
  state.partner[match.left] = match.right;
}

function orderedPairs({ partner }: AlignState): Match[] {
  const pairs: Match[] = [];
  for (const [left, right] of partner.entries()) {
    if (right !== unmatched) pairs.push({ left, right });
  }
  return pairs;
}

function pairFrames(state: AlignState): void {
  for (const kind of frameKinds) {
    const left = state.left.findIndex((unit) => unit.kind === kind);
    const right = state.right.findIndex((unit) => unit.kind === kind);
    if (left >= 0 && right >= 0) pair(state, { left, right });
  }
}

/** What two blocks must share to be the same: their words, or, without words, their kind. */
function keyOf({ kind, text }: AlignedUnit): string {
  return text === '' ? `\0${kind}` : text;
}

/** Where each free block stands that occurs once; blocks that occur again have no place. */
function placesOnce(units: readonly AlignedUnit[], taken: Uint8Array): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [index, unit] of units.entries()) {
    if (taken[index] === 1) continue;
    const key = keyOf(unit);
    places.set(key, places.has(key) ? null : index);
  }
  return places;
}

/** Pairs the blocks that occur once on each side; gives those of them that were moved. */
function pairUniques(state: AlignState): Match[] {
  const inRight = placesOnce(state.right, state.rightTaken);
  const found = [];
  for (const [key, left] of placesOnce(state.left, state.leftTaken)) {
    const right = inRight.get(key);
    if (left === null || right === null || right === undefined) continue;
    found.push({ left, right, weight: 1 + (state.left[left]?.text.length ?? 0) });
  }
  for (const match of heaviestChain(found)) pair(state, match);
  const moves = found.filter(
    ({ left, weight }) => state.partner[left] === unmatched && weight > shortestMove,
  );
  for (const match of moves) take(state, match);
  return moves.map(({ left, right }) => ({ left, right }));
}

/** A stretch of free blocks on both sides, between two pairs. */
type Gap = { readonly left: readonly number[]; readonly right: readonly number[] };

function gapsOf(state: AlignState): Gap[] {
  const gaps: Gap[] = [];
  let [leftFrom, rightFrom] = [0, 0];
  const ends = { left: state.left.length, right: state.right.length };
  for (const { left, right } of [...orderedPairs(state), ends]) {
    const gap = {
      left: freeBetween(state.leftTaken, leftFrom, left),
      right: freeBetween(state.rightTaken, rightFrom, right),
    };
    if (gap.left.length > 0 && gap.right.length > 0) gaps.push(gap);
    [leftFrom, rightFrom] = [left + 1, right + 1];
  }
  return gaps;
}

function freeBetween(taken: Uint8Array, from: number, to: number): number[] {
  const free: number[] = [];
  for (let index = from; index < to; index += 1) if (taken[index] === 0) free.push(index);
  return free;
}

/** Pairs equal blocks that occur several times, in order, inside each gap. */
function pairRepeated(state: AlignState, effort: Effort): void {
  const numbers = new Map<string, number>();
  const numberOf = (unit: AlignedUnit | undefined): number => {
    const key = unit === undefined ? '' : keyOf(unit);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  for (const gap of gapsOf(state)) {
    const leftNumbers = gap.left.map((index) => numberOf(state.left[index]));
    const rightNumbers = gap.right.map((index) => numberOf(state.right[index]));
    // Only what stands on both sides can be matched; without the rest the work is small.
    const inRight = new Set(rightNumbers);
    const shared = new Set(leftNumbers.filter((number) => inRight.has(number)));
    if (shared.size === 0) continue;
    const left = gap.left.filter((_, at) => shared.has(leftNumbers[at] ?? unmatched));
    const right = gap.right.filter((_, at) => shared.has(rightNumbers[at] ?? unmatched));
    const matches = commonSequence(
      leftNumbers.filter((number) => shared.has(number)),
      rightNumbers.filter((number) => shared.has(number)),
      effort,
    );
    for (const match of matches) {
      const [leftIndex, rightIndex] = [left[match.left], right[match.right]];
      if (leftIndex !== undefined && rightIndex !== undefined) {
        pair(state, { left: leftIndex, right: rightIndex });
      }
    }
  }
}

/** Pairs what is alike inside each gap; gives what is alike across gaps, as moves. */
function pairLike(state: AlignState, profiles: Profiles): Match[] {
  const gaps = gapsOf(state);
  const profilesOf = (units: readonly AlignedUnit[], taken: Uint8Array) =>
    new Map<number, Profile>(
      freeBetween(taken, 0, units.length).map((at) => [at, profiles(units[at]?.text ?? '')]),
    );
  const candidates = candidatesFor({
    gaps,
    left: profilesOf(state.left, state.leftTaken),
    right: profilesOf(state.right, state.rightTaken),
    kindOf: (side, index) => state[side][index]?.kind ?? '',
  });
  // Pairs of one gap never cross those of another, so that one chain serves them all.
  for (const match of heaviestChain(candidates.inGap)) pair(state, match);
  const moves: Match[] = [];
  for (const match of candidates.across.toSorted(byLikeness)) {
    if (state.leftTaken[match.left] === 1 || state.rightTaken[match.right] === 1) continue;
    take(state, match);
    moves.push({ left: match.left, right: match.right });
  }
  return moves;
}

function byLikeness(a: Candidate, b: Candidate): number {
  return b.likeness - a.likeness || a.left - b.left || a.right - b.right;
}
