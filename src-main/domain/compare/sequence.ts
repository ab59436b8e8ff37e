import { diffArrays } from 'diff';

/** Two indices that belong together: one of the left sequence, one of the right. */
export type Match = { readonly left: number; readonly right: number };

/** A match and how much keeping it is worth; more than 0. */
export type WeightedMatch = Match & { readonly weight: number };

/**
 * How much work may still be spent on exact differences, counted in steps of Myers' algorithm. One
 * is shared by all the differences of a comparison: what it costs is bounded whatever the texts.
 */
export type Effort = { steps: number };

/** Work for one comparison: about a quarter of a second at most, on a slow machine. */
export const ordinaryEffort = 3_000_000;

/** The longest edit looked for at once; sequences further apart are first cut at landmarks. */
const longestEdit = 600;
/** Sequences longer than this together are first cut at landmarks: Myers' cost is quadratic. */
const longSequence = 1_500;

/**
 * What two sequences of numbers have in common, in order: matches whose indices rise on both sides.
 *
 * Short sequences get a shortest edit script (E. W. Myers, “An O(ND) difference algorithm and its
 * variations”, 1986, by the library `diff`). Long or very different ones are first cut at
 * landmarks, runs of items that occur once on each side (after B. Cohen's patience diff). Where
 * effort runs out, what is left between the landmarks counts as different.
 */
export function commonSequence(
  left: readonly number[],
  right: readonly number[],
  effort: Effort,
): Match[] {
  const matches: Match[] = [];
  matchRange({ left, right, effort, matches }, [0, left.length], [0, right.length], landmarkSizes);
  return matches;
}

/** Lengths of the runs taken for landmarks, in the order they are tried. */
const landmarkSizes: readonly number[] = [4, 1];

type Span = readonly [from: number, to: number];

type Matching = {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly effort: Effort;
  readonly matches: Match[];
};

function matchRange(work: Matching, leftSpan: Span, rightSpan: Span, sizes: readonly number[]) {
  const { left, right, matches } = work;
  let [leftFrom, leftTo] = leftSpan;
  let [rightFrom, rightTo] = rightSpan;
  for (; leftFrom < leftTo && rightFrom < rightTo; leftFrom += 1, rightFrom += 1) {
    if (left[leftFrom] !== right[rightFrom]) break;
    matches.push({ left: leftFrom, right: rightFrom });
  }
  let tail = 0;
  while (leftFrom < leftTo && rightFrom < rightTo && left[leftTo - 1] === right[rightTo - 1]) {
    leftTo -= 1;
    rightTo -= 1;
    tail += 1;
  }
  if (leftFrom < leftTo && rightFrom < rightTo) {
    matchMiddle(work, [leftFrom, leftTo], [rightFrom, rightTo], sizes);
  }
  for (let at = 0; at < tail; at += 1) matches.push({ left: leftTo + at, right: rightTo + at });
}

function matchMiddle(work: Matching, leftSpan: Span, rightSpan: Span, sizes: readonly number[]) {
  const length = leftSpan[1] - leftSpan[0] + rightSpan[1] - rightSpan[0];
  const isLong = length > longSequence;
  if (!isLong && matchShortest(work, leftSpan, rightSpan)) return;
  const [size, ...smaller] = sizes;
  if (size === undefined) {
    if (isLong) matchShortest(work, leftSpan, rightSpan);
    return;
  }
  const landmarks = landmarksOf(work, leftSpan, rightSpan, size);
  let [leftFrom, rightFrom] = [leftSpan[0], rightSpan[0]];
  for (const { left, right } of landmarks) {
    matchRange(work, [leftFrom, left], [rightFrom, right], smaller);
    work.matches.push({ left, right });
    [leftFrom, rightFrom] = [left + 1, right + 1];
  }
  matchRange(work, [leftFrom, leftSpan[1]], [rightFrom, rightSpan[1]], smaller);
}

/** Adds the matches of a shortest edit script; false where that would be too much work. */
function matchShortest({ left, right, effort, matches }: Matching, a: Span, b: Span): boolean {
  const most = Math.min(longestEdit, Math.floor(Math.sqrt(2 * effort.steps)));
  const leftPart = left.slice(a[0], a[1]);
  const rightPart = right.slice(b[0], b[1]);
  const least = Math.abs(leftPart.length - rightPart.length);
  if (least > most) return false;
  const changes = diffArrays(leftPart, rightPart, { maxEditLength: most });
  if (changes === undefined) {
    effort.steps = Math.max(0, effort.steps - (most * most) / 2);
    return false;
  }
  let [leftAt, rightAt, edits] = [a[0], b[0], 0];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      for (let at = 0; at < count; at += 1) {
        matches.push({ left: leftAt + at, right: rightAt + at });
      }
    } else edits += count;
    if (!added) leftAt += count;
    if (!removed) rightAt += count;
  }
  effort.steps = Math.max(0, effort.steps - (edits * edits) / 2);
  return true;
}

/** The runs of `size` items that occur once in each span, as many as keep their order. */
function landmarksOf({ left, right }: Matching, a: Span, b: Span, size: number): readonly Match[] {
  const inLeft = runsOnce(left, a, size);
  const inRight = runsOnce(right, b, size);
  const shared: WeightedMatch[] = [];
  for (const [run, at] of inLeft) {
    const other = inRight.get(run);
    if (at !== severalTimes && other !== undefined && other !== severalTimes) {
      shared.push({ left: at, right: other, weight: 1 });
    }
  }
  return heaviestChain(shared);
}

const severalTimes = -1;

/** Where each run of `size` items begins; {@link severalTimes} where it does more than once. */
function runsOnce(items: readonly number[], [from, to]: Span, size: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + size <= to; at += 1) {
    const run = items.slice(at, at + size).join(' ');
    places.set(run, places.has(run) ? severalTimes : at);
  }
  return places;
}

/**
 * Of some matches, the heaviest set in which the order on the left is the order on the right and no
 * index occurs twice, in that order. O(n log n), by a Fenwick tree of the best sums so far.
 */
export function heaviestChain<M extends WeightedMatch>(matches: readonly M[]): M[] {
  // Of several with the same left index only one can be chosen: the ones further right come first,
  // so that none of them finds another behind it.
  const sorted = matches.toSorted((a, b) => a.left - b.left || b.right - a.right);
  const width = sorted.reduce((most, { right }) => Math.max(most, right), -1) + 1;
  const best = new Int32Array(width + 1).fill(-1);
  const sums: number[] = [];
  const before: number[] = [];
  const sumOf = (index: number): number => (index < 0 ? 0 : (sums[index] ?? 0));
  let last = -1;
  for (const [index, { right, weight }] of sorted.entries()) {
    let previous = -1;
    for (let at = right; at > 0; at -= at & -at) {
      const candidate = best[at] ?? -1;
      if (sumOf(candidate) > sumOf(previous)) previous = candidate;
    }
    const sum = sumOf(previous) + weight;
    sums.push(sum);
    before.push(previous);
    for (let at = right + 1; at <= width; at += at & -at) {
      if (sum > sumOf(best[at] ?? -1)) best[at] = index;
    }
    if (sum > sumOf(last)) last = index;
  }
  const chain: M[] = [];
  for (let index = last; index >= 0; index = before[index] ?? -1) {
    const match = sorted[index];
    if (match !== undefined) chain.push(match);
  }
  return chain.toReversed();
}
