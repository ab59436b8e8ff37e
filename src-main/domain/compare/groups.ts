import type { Alignment } from './align';
import type { ComparedBlock } from './blocks';
import { sharedWeight, without, type Profile, type Profiles } from './similarity';

/** Blocks told in one row, by index: a pair, a block alone, or a paragraph split or joined. */
export type Group = { readonly left: readonly number[]; readonly right: readonly number[] };

type Sides = { readonly left: readonly ComparedBlock[]; readonly right: readonly ComparedBlock[] };

/** Part of a block's words that must come from the paragraph it was split off. */
const partFromParagraph = 0.8;

/**
 * The blocks of both sides in rows, in order. A block alone beside a changed pair, whose words
 * stand in the other half of the pair, belongs to it: a paragraph was split in two, or two were
 * made one, and its words did not change.
 */
export function groupsOf(
  sides: Sides,
  { pairs, moves }: Alignment,
  profiles: Profiles,
): readonly Group[] {
  const moved = {
    left: new Set(moves.map(({ left }) => left)),
    right: new Set(moves.map(({ right }) => right)),
  };
  const groups: Group[] = [];
  let [leftFrom, rightFrom] = [0, 0];
  const ends = { left: sides.left.length, right: sides.right.length };
  for (const [number, match] of [...pairs, ends].entries()) {
    const next = pairs[number + 1] ?? ends;
    const isPair = number < pairs.length;
    const group = isPair
      ? grown(sides, profiles, match, {
          left: freeAround(moved.left, leftFrom, match.left, next.left),
          right: freeAround(moved.right, rightFrom, match.right, next.right),
        })
      : { left: [match.left], right: [match.right] };
    for (let at = leftFrom; at < (group.left[0] ?? ends.left); at += 1) {
      groups.push({ left: [at], right: [] });
    }
    for (let at = rightFrom; at < (group.right[0] ?? ends.right); at += 1) {
      groups.push({ left: [], right: [at] });
    }
    if (isPair) groups.push(group);
    leftFrom = (group.left.at(-1) ?? match.left) + 1;
    rightFrom = (group.right.at(-1) ?? match.right) + 1;
  }
  return groups;
}

/** Blocks alone that stand directly before and after one of a pair, nearest first. */
type Around = { readonly before: readonly number[]; readonly after: readonly number[] };

function freeAround(moved: ReadonlySet<number>, from: number, at: number, to: number): Around {
  const before: number[] = [];
  for (let index = at - 1; index >= from && !moved.has(index); index -= 1) before.push(index);
  const after: number[] = [];
  for (let index = at + 1; index < to && !moved.has(index); index += 1) after.push(index);
  return { before, after };
}

/** A pair with the blocks around it that were split off one of its halves. */
function grown(
  sides: Sides,
  profiles: Profiles,
  pair: { readonly left: number; readonly right: number },
  around: { readonly left: Around; readonly right: Around },
): Group {
  const [left, right] = [sides.left[pair.left], sides.right[pair.right]];
  const alone: Group = { left: [pair.left], right: [pair.right] };
  if (left === undefined || right === undefined || left.text === right.text) return alone;
  if (!maySplit(left) || !maySplit(right)) return alone;
  if (around.right.before.length + around.right.after.length > 0) {
    const rest = without(profiles(left.text), profiles(right.text));
    const parts = grownSide(sides.right, profiles, pair.right, around.right, rest);
    if (parts.length > 1) return { ...alone, right: parts };
  }
  if (around.left.before.length + around.left.after.length === 0) return alone;
  const rest = without(profiles(right.text), profiles(left.text));
  return { ...alone, left: grownSide(sides.left, profiles, pair.left, around.left, rest) };
}

function maySplit({ paragraph }: ComparedBlock): boolean {
  return paragraph !== null;
}

/** The indices of a block and of those around it that are made of the words left of the other half. */
function grownSide(
  blocks: readonly ComparedBlock[],
  profiles: Profiles,
  index: number,
  { before, after }: Around,
  words: Profile,
): readonly number[] {
  let left = words;
  const belongs = (candidate: number): boolean => {
    const block = blocks[candidate];
    if (block === undefined || !maySplit(block)) return false;
    const profile = profiles(block.text);
    if (profile.total === 0) return false;
    if (sharedWeight(left, profile) < partFromParagraph * profile.total) return false;
    left = without(left, profile);
    return true;
  };
  const grown = [index];
  for (const candidate of after) {
    if (!belongs(candidate)) break;
    grown.push(candidate);
  }
  for (const candidate of before) {
    if (!belongs(candidate)) break;
    grown.unshift(candidate);
  }
  return grown;
}
