import { fold, foldText } from './fold';

/** A word of a text as search sees it. */
export type Token = {
  /** Folded. */
  readonly term: string;
  /** UTF-16 offset of its first character in the original text. */
  readonly start: number;
  /** UTF-16 offset just after its last character in the original text. */
  readonly end: number;
};

/** A run of what FTS5's unicode61 takes for parts of words by default: letters, numbers, private use. */
const run = /[\p{L}\p{N}\p{Co}]+/gu;

/**
 * The words of a text, in order: runs of letters and digits of its folded form, as FTS5's
 * `unicode61` cuts folded text. Apostrophes and hyphens separate: "l'Élysée" is l, elysee.
 */
export function* tokens(text: string): Generator<Token, void, undefined> {
  const { folded, map } = foldText(text);
  for (const match of folded.matchAll(run)) {
    const start = map[match.index] ?? 0;
    const last = match.index + match[0].length;
    yield { term: match[0], start, end: endInOriginal(text, map, last) };
  }
}

/** The terms of a text without their places; quicker than {@link tokens}. */
export function terms(text: string): string[] {
  return fold(text).match(run) ?? [];
}

/** Where the character before folded offset `last` ends in the original, its own marks included. */
function endInOriginal(text: string, map: Uint32Array, last: number): number {
  const from = map[last - 1] ?? 0;
  const next = map[last] ?? text.length;
  let end = from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1);
  while (end < next && isMark(text.charCodeAt(end))) end += 1;
  return end;
}

function isMark(code: number): boolean {
  return code >= 0x300 && code < 0x370;
}
