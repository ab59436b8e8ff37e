import { placesOf } from './places';

/** What stood beside the words of an anchor, and what of it tells them from their twins. */
export type Contexts = {
  readonly prefix: string;
  readonly suffix: string;
  /** Units that have to adjoin on a side for it to tell. */
  readonly needLeft: number;
  readonly needRight: number;
  /** Whether the text began with the prefix, and ended with the suffix. */
  readonly fromStart: boolean;
  readonly toEnd: boolean;
  /** Whether some twin may share all of the contexts: then nothing tells. */
  readonly twinned: boolean;
  /** Whether the words are known to have had no twin: then one side is enough. */
  readonly lone: boolean;
};

/** An occurrence of words: how much of the kept context adjoins it on each side. */
export type Occurrence = {
  readonly at: number;
  readonly left: number;
  readonly right: number;
  /** Whether all of a side's context adjoins, and the edge of the text where it was one. */
  readonly leftWhole: boolean;
  readonly rightWhole: boolean;
};

/** What adjoins words in a text, up to so many units on each side. */
export function contextsOf(text: string, at: number, exact: string, most: number): Contexts {
  const end = at + exact.length;
  return {
    prefix: text.slice(Math.max(0, at - most), at),
    suffix: text.slice(end, end + most),
    needLeft: 0,
    needRight: 0,
    fromStart: at <= most,
    toEnd: end + most >= text.length,
    twinned: false,
    lone: false,
  };
}

/** Every occurrence of words in a text, in order, overlapping ones too. */
export function occurrencesOf(text: string, exact: string, kept: Contexts): readonly Occurrence[] {
  return placesOf(text, exact, beginsWord(kept)).map((at) =>
    occurrenceAt(text, at, exact.length, kept),
  );
}

/** How much of what adjoins words their likest twins share, on each side; and how many twins there are. */
export type Shared = { readonly left: number; readonly right: number; readonly twins: number };

/** What the words at a place share with their twins in the text, up to so many units on each side. */
export function sharedWithTwins(text: string, at: number, exact: string, most: number): Shared {
  const own = contextsOf(text, at, exact, most);
  const { prefix, suffix } = own;
  let [left, right, twins] = [0, 0, 0];
  for (const twin of placesOf(text, exact, beginsWord(own))) {
    if (twin === at) continue;
    twins += 1;
    // Most twins differ from what the likest so far shares, and need no more than this look.
    const before = prefix.length - 1 - left;
    if (before >= 0 && text.charCodeAt(twin - 1 - left) === prefix.charCodeAt(before)) {
      left = Math.max(left, sharedBefore(text, twin, prefix));
    }
    const end = twin + exact.length;
    if (right < suffix.length && text.charCodeAt(end + right) === suffix.charCodeAt(right)) {
      right = Math.max(right, sharedAfter(text, end, suffix));
    }
  }
  return { left, right, twins };
}

function beginsWord({ prefix }: Contexts): boolean {
  return !letterOrNumber.test(lastCharacter(prefix));
}

const letterOrNumber = /[\p{L}\p{N}]/u;

/** The last character of a string; looking for it with a pattern would try each one before it. */
function lastCharacter(text: string): string {
  return text.slice(characterStart(text, text.length - 1));
}

function occurrenceAt(
  text: string,
  at: number,
  length: number,
  { prefix, suffix, fromStart, toEnd }: Contexts,
): Occurrence {
  const end = at + length;
  const left = sharedBefore(text, at, prefix);
  const right = sharedAfter(text, end, suffix);
  return {
    at,
    left,
    right,
    leftWhole: left === prefix.length && (!fromStart || left === at),
    rightWhole: right === suffix.length && (!toEnd || end + right === text.length),
  };
}

function sharedBefore(text: string, at: number, prefix: string): number {
  const last = prefix.length - 1;
  let left = 0;
  while (left <= last && text.charCodeAt(at - 1 - left) === prefix.charCodeAt(last - left)) {
    left += 1;
  }
  return left;
}

function sharedAfter(text: string, end: number, suffix: string): number {
  let right = 0;
  while (right < suffix.length && text.charCodeAt(end + right) === suffix.charCodeAt(right)) {
    right += 1;
  }
  return right;
}

/** Whether the contexts tell an occurrence from twins of the words. */
export function told(found: Occurrence, kept: Contexts): boolean {
  const { left, right, leftWhole, rightWhole } = found;
  const leftTells = leftWhole || left >= kept.needLeft;
  const rightTells = rightWhole || right >= kept.needRight;
  if (leftTells && rightTells) return true;
  if (kept.lone && (leftTells || rightTells)) return true;
  // Text was put before the first words of all, or after the last.
  const putBefore = kept.fromStart && left === kept.prefix.length && rightWhole;
  const putAfter = kept.toEnd && right === kept.suffix.length && leftWhole;
  return putBefore || putAfter;
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** The offset, or the one before when it splits a surrogate pair. */
export function characterStart(text: string, at: number): number {
  return splitsPair(text, at) ? at - 1 : at;
}

/** The offset, or the one after when it splits a surrogate pair. */
export function characterEnd(text: string, at: number): number {
  return splitsPair(text, at) ? at + 1 : at;
}
