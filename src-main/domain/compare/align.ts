import { alikeAnywhere, alikeInGaps, type Gap, type Profiled } from './candidates';
import {
  commonSequence,
  heaviestChain,
  type Effort,
  type Match,
  type WeightedMatch,
} from './sequence';
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
 * 2. Blocks that occur once on each side, and those slightly changed, are known wherever they stand.
 *    The heaviest set of them that keeps its order stands, the others were moved (as in patience
 *    diff, but weighed, so that of two blocks changing places the shorter one is told as moved).
 * 3. Between these, blocks that occur several times are matched in order.
 * 4. What is left between two pairs is matched by likeness.
 *
 * The work is about linear in the length of the texts: likeness is only looked at for blocks that
 * share rare words, or of which few are left.
 */
export function alignUnits(
  left: readonly AlignedUnit[],
  right: readonly AlignedUnit[],
  effort: Effort,
  profiles: Profiles,
): Alignment {
  const state = newState(left, right);
  pairFrames(state);
  const moves = pairKnown(state, profiles);
  pairRepeated(state, effort);
  pairAlike(state, profiles);
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

/** Pairs the blocks known wherever they stand; gives those of them that were moved. */
function pairKnown(state: AlignState, profiles: Profiles): Match[] {
  const inLeft = placesOnce(state.left, state.leftTaken);
  const inRight = placesOnce(state.right, state.rightTaken);
  const found: WeightedMatch[] = [];
  for (const [key, left] of inLeft) {
    const right = inRight.get(key);
    if (left === null || right === null || right === undefined) continue;
    found.push({ left, right, weight: 1 + profiles(state.left[left]?.text ?? '').total });
  }
  // A block with a twin on the other side is that twin's, not one that is merely like it.
  const isNotIn = (others: ReadonlyMap<string, unknown>) => (unit: AlignedUnit) =>
    !others.has(keyOf(unit));
  const alike = alikeAnywhere(
    profiled(state.left, state.leftTaken, profiles, isNotIn(inRight)),
    profiled(state.right, state.rightTaken, profiles, isNotIn(inLeft)),
  );
  for (const match of heaviestChain([...found, ...alike])) pair(state, match);
  const moves: Match[] = [];
  for (const { left, right } of [...found, ...alike]) {
    const isFree = state.leftTaken[left] === 0 && state.rightTaken[right] === 0;
    if (!isFree || (state.left[left]?.text.length ?? 0) < shortestMove) continue;
    take(state, { left, right });
    moves.push({ left, right });
  }
  return moves;
}

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

/** Pairs what is alike inside each gap. */
function pairAlike(state: AlignState, profiles: Profiles): void {
  const candidates = alikeInGaps(
    gapsOf(state),
    profiled(state.left, state.leftTaken, profiles),
    profiled(state.right, state.rightTaken, profiles),
    (side, index) => state[side][index]?.kind ?? '',
  );
  // Pairs of one gap never cross those of another, so that one chain serves them all.
  for (const match of heaviestChain(candidates)) pair(state, match);
}

/** The profiles of the free blocks, or of some of them. */
function profiled(
  units: readonly AlignedUnit[],
  taken: Uint8Array,
  profiles: Profiles,
  isMeant: (unit: AlignedUnit) => boolean = () => true,
): Profiled {
  const found = new Map<number, Profile>();
  for (const [index, unit] of units.entries()) {
    if (taken[index] === 0 && isMeant(unit)) found.set(index, profiles(unit.text));
  }
  return found;
}
