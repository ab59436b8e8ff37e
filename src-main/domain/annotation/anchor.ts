import type { Anchor } from './annotation';

/** UTF-16 units of context an anchor keeps on each side of the words, where there are as many. */
export const contextLength = 32;

/** The weight of an occurrence all of whose context is there. Each side counts for as much. */
const wholeWeight = 2 * contextLength;

/** Where the words of an anchor are in a text. Offsets are UTF-16, `end` exclusive. */
export type Resolution =
  | {
      /**
       * `exact`: the same words at the same place. `moved`: the same words elsewhere.
       * `changed`: other words, little different, between the same surroundings.
       */
      readonly status: 'exact' | 'moved' | 'changed';
      readonly start: number;
      readonly end: number;
    }
  | { readonly status: 'orphaned' };

/**
 * The anchor of a stretch of a text. Bounds outside the text are taken to its ends, and none of
 * the three strings begins or ends within a surrogate pair.
 */
export function makeAnchor(text: string, start: number, end: number): Anchor {
  const from = characterStart(text, Math.max(0, Math.min(start, end)));
  const to = characterEnd(text, Math.min(text.length, Math.max(start, end)));
  const before = characterEnd(text, Math.max(0, from - contextLength));
  const after = characterStart(text, Math.min(text.length, to + contextLength));
  return {
    exact: text.slice(from, to),
    prefix: text.slice(before, from),
    suffix: text.slice(to, after),
    start: from,
    end: to,
  };
}

/**
 * Finds the words of an anchor again in a text that may have changed. It never guesses: where the
 * words could be others like them, they are orphaned, and the person decides.
 *
 * 1. Every occurrence of the words is weighed by how much of the kept context adjoins it, and both
 *    edges of the text count as context that was kept short.
 * 2. `exact`: the occurrence at the kept offsets, when at least a quarter of the context still
 *    adjoins it and no other occurrence has more.
 * 3. `moved`: one occurrence with at least 60 % of the context (so that one side alone, which a
 *    formula such as a title can repeat, is not enough) and clearly more, a quarter of the whole,
 *    than any other.
 * 4. `changed`: no such occurrence, but the nearer half of each side's context occurs once only,
 *    in order, and what stands between shares at least 60 % of its length with the words, as a
 *    common beginning and end.
 * 5. Otherwise `orphaned`. So are words which were deleted, whatever twins they have.
 */
export function resolveAnchor(text: string, anchor: Anchor): Resolution {
  if (anchor.exact === '') return { status: 'orphaned' };
  const [best, second] = occurrences(text, anchor);
  if (best !== undefined) {
    const span = { start: best.start, end: best.start + anchor.exact.length };
    if (best.start === anchor.start && best.weight * 4 >= wholeWeight) {
      return { status: 'exact', ...span };
    }
    const isClear = second === undefined || (best.weight - second.weight) * 4 >= wholeWeight;
    if (best.weight >= wholeWeight * 0.6 && isClear) return { status: 'moved', ...span };
  }
  return changedWords(text, anchor);
}

type Occurrence = { readonly start: number; readonly weight: number };

/** Occurrences of the words, the best first; of equals, the one at the kept offset first. */
function occurrences(text: string, anchor: Anchor): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = text.indexOf(anchor.exact); at !== -1; at = text.indexOf(anchor.exact, at + 1)) {
    found.push({ start: at, weight: weigh(text, anchor, at) });
  }
  const away = (occurrence: Occurrence): number => (occurrence.start === anchor.start ? 0 : 1);
  return found.sort((a, b) => b.weight - a.weight || away(a) - away(b));
}

/** How much of the kept context adjoins an occurrence, from 0 to {@link wholeWeight}. */
function weigh(text: string, anchor: Anchor, at: number): number {
  const { prefix, suffix, exact } = anchor;
  const end = at + exact.length;
  let left = 0;
  while (left < prefix.length && text[at - 1 - left] === prefix[prefix.length - 1 - left])
    left += 1;
  let right = 0;
  while (right < suffix.length && text[end + right] === suffix[right]) right += 1;
  return (
    sideWeight(left, prefix.length, at - left === 0) +
    sideWeight(right, suffix.length, end + right === text.length)
  );
}

/** A context shorter than the full length ended at the edge of the text: the edge completes it. */
function sideWeight(matched: number, kept: number, atEdge: boolean): number {
  return matched === kept && kept < contextLength && atEdge ? contextLength : matched;
}

function changedWords(text: string, anchor: Anchor): Resolution {
  const orphaned: Resolution = { status: 'orphaned' };
  const near = contextLength / 2;
  const prefix = anchor.prefix.slice(-near);
  const suffix = anchor.suffix.slice(0, near);
  const start = prefix.length < near ? edgeStart(text, prefix) : onlyIndexOf(text, prefix);
  const end = suffix.length < near ? edgeEnd(text, suffix) : onlyIndexOf(text, suffix);
  if (start === -1 || end === -1) return orphaned;
  const from = start + prefix.length;
  if (end <= from) return orphaned;
  const words = text.slice(from, end);
  const longer = Math.max(words.length, anchor.exact.length);
  if (words === anchor.exact || sharedEnds(words, anchor.exact) < longer * 0.6) return orphaned;
  return { status: 'changed', start: from, end };
}

/** Where the only occurrence of a needle is, or -1 when there is none or more than one. */
function onlyIndexOf(text: string, needle: string): number {
  const at = text.indexOf(needle);
  return at !== -1 && text.indexOf(needle, at + 1) === -1 ? at : -1;
}

function edgeStart(text: string, prefix: string): number {
  return text.startsWith(prefix) ? 0 : -1;
}

function edgeEnd(text: string, suffix: string): number {
  return text.endsWith(suffix) ? text.length - suffix.length : -1;
}

/** How many units two strings share as a common beginning and, of the rest, a common end. */
function sharedEnds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return head + tail;
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** The offset, or the one before when it splits a surrogate pair. */
function characterStart(text: string, at: number): number {
  return splitsPair(text, at) ? at - 1 : at;
}

/** The offset, or the one after when it splits a surrogate pair. */
function characterEnd(text: string, at: number): number {
  return splitsPair(text, at) ? at + 1 : at;
}
