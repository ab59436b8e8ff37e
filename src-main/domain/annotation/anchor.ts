import type { Anchor } from './annotation';
import {
  characterEnd,
  characterStart,
  contextsOf,
  occurrencesOf,
  sharedWithTwins,
  told,
  type Contexts,
  type Occurrence,
} from './context';
import { placesOf } from './places';

/** UTF-16 units of context an anchor keeps on each side of the words, where there are as many. */
export const contextLength = 32;

/** The most context kept on a side: where words have twins in like surroundings, it is longer. */
export const longestContext = 200;

/** Where the words of an anchor are in a text. Offsets are UTF-16, `end` exclusive. */
export type Resolution =
  | {
      /**
       * `exact`: the same words at the same place. `moved`: the same words elsewhere.
       * `changed`: the words or what stood beside them are no longer quite the same: to be looked at.
       */
      readonly status: 'exact' | 'moved' | 'changed';
      readonly start: number;
      readonly end: number;
    }
  | { readonly status: 'orphaned' };

const orphaned: Resolution = { status: 'orphaned' };

/**
 * The anchor of a stretch of a text. Bounds outside the text are taken to its ends, and none of
 * the three strings begins or ends within a surrogate pair. The nearer half of the context of each
 * side tells the words from all their twins in the text, where {@link longestContext} allows it.
 */
export function makeAnchor(text: string, start: number, end: number): Anchor {
  const from = characterStart(text, Math.max(0, Math.min(start, end)));
  const to = characterEnd(text, Math.min(text.length, Math.max(start, end)));
  const exact = text.slice(from, to);
  const [left, right] = tellingLengths(text, from, exact);
  const before = characterEnd(text, Math.max(0, from - left));
  const after = characterStart(text, Math.min(text.length, to + right));
  return {
    exact,
    prefix: text.slice(before, from),
    suffix: text.slice(to, after),
    start: from,
    end: to,
  };
}

/** How much context to keep on each side, so that the nearer half of it occurs nowhere else. */
function tellingLengths(text: string, at: number, exact: string): readonly [number, number] {
  const near = contextLength / 2;
  const lengths = [contextLength, contextLength] as const;
  if (exact === '') return lengths;
  const left = text.slice(Math.max(0, at - near), at) + exact;
  const right = exact + text.slice(at + exact.length, at + exact.length + near);
  if (occursOnce(text, left) && occursOnce(text, right)) return lengths;
  const shared = sharedWithTwins(text, at, exact, longestContext / 2);
  const telling = (length: number) => Math.min(longestContext, 2 * (length + 1));
  return [Math.max(lengths[0], telling(shared.left)), Math.max(lengths[1], telling(shared.right))];
}

/**
 * Finds the words of an anchor again in a text that may have changed. It never guesses: where the
 * words could be others like them, they are orphaned, and the person decides.
 *
 * 1. Every occurrence of the words is looked at. A side of it *tells* when the nearer half of the
 *    kept context adjoins it, or all of it where the text began or ended sooner. Half is what tells
 *    the words from all their twins in the text the anchor was made in ({@link makeAnchor}). Where
 *    the text began or ended with the words, and something was put there, the other side must be
 *    whole.
 * 2. The one occurrence both of whose sides tell is `exact` at the kept offsets, `moved` elsewhere.
 *    Of several, the one both of whose sides are whole where no other's are.
 * 3. Where the text the anchor was made in is at hand (`was`), what tells is taken from it: words
 *    that had no twin there need one side only; of words that had, a side tells from the length at
 *    which no twin shares it. The same text gives the same place.
 * 4. `changed`: no such occurrence, but the only one in the text has all its context on one side; or
 *    other words stand between the nearer halves of both contexts, each there once, and share at
 *    least 60 % of their length with the words, as a common beginning and end.
 * 5. Otherwise `orphaned`. So are words which were deleted, whatever twins they have.
 *
 * @param was the text the anchor was made in, where it is known
 */
export function resolveAnchor(text: string, anchor: Anchor, was: string | null = null): Resolution {
  const { exact, start } = anchor;
  if (exact === '') return orphaned;
  const before = was?.startsWith(exact, start) === true ? was : null;
  if (before === text) return { status: 'exact', start, end: start + exact.length };
  const kept = before === null ? keptContexts(anchor) : formerContexts(before, anchor);
  const occurrences = occurrencesOf(text, exact, kept);
  const found = theOne(occurrences, kept);
  if (found === null) return changedWords(text, anchor, occurrences, kept);
  const status = found === start ? 'exact' : 'moved';
  return { status, start: found, end: found + exact.length };
}

/** The contexts an anchor keeps; how much of each has to adjoin is half of it. */
function keptContexts({ prefix, suffix }: Anchor): Contexts {
  const half = (context: string) => Math.max(contextLength / 2, Math.ceil(context.length / 2));
  return {
    prefix,
    suffix,
    needLeft: half(prefix),
    needRight: half(suffix),
    fromStart: prefix.length < contextLength,
    toEnd: suffix.length < contextLength,
    // At the longest, a context may not have told the words from a twin that shares even more.
    twinned: Math.max(prefix.length, suffix.length) >= longestContext,
    lone: false,
  };
}

/** The least context that has to adjoin words whose former twins are known. */
const leastTelling = 8;

function formerContexts(was: string, { start, exact }: Anchor): Contexts {
  const own = contextsOf(was, start, exact, longestContext);
  const { left, right, twins } = sharedWithTwins(was, start, exact, longestContext);
  return {
    ...own,
    needLeft: Math.max(leastTelling, left + 1),
    needRight: Math.max(leastTelling, right + 1),
    twinned: Math.max(left, right) >= longestContext,
    lone: twins === 0,
  };
}

/** Where the only occurrence of the words is that their contexts tell from all others, or null. */
function theOne(occurrences: readonly Occurrence[], kept: Contexts): number | null {
  const telling = occurrences.filter((found) => told(found, kept));
  const [only, other] = telling;
  if (only === undefined) return null;
  if (other === undefined) return kept.twinned ? null : only.at;
  const whole = telling.filter(({ leftWhole, rightWhole }) => leftWhole && rightWhole);
  return whole.length === 1 && !kept.twinned ? (whole[0]?.at ?? null) : null;
}

function changedWords(
  text: string,
  anchor: Anchor,
  occurrences: readonly Occurrence[],
  kept: Contexts,
): Resolution {
  const beside = halfTold(occurrences, kept);
  if (beside !== null) {
    return { status: 'changed', start: beside, end: beside + anchor.exact.length };
  }
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

/** Where the only occurrence of the words is, with all its context on one side; or null. */
function halfTold(occurrences: readonly Occurrence[], kept: Contexts): number | null {
  const [only, other] = occurrences;
  if (only === undefined || other !== undefined || kept.twinned) return null;
  const left = only.leftWhole && only.left >= contextLength;
  const right = only.rightWhole && only.right >= contextLength;
  return left || right ? only.at : null;
}

function occursOnce(text: string, needle: string): boolean {
  return onlyIndexOf(text, needle) !== -1;
}

/** Where the only occurrence of a needle is, or -1 when there is none or more than one. */
function onlyIndexOf(text: string, needle: string): number {
  const [only, other] = placesOf(text, needle, false);
  return only !== undefined && other === undefined ? only : -1;
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
