/**
 * Folding: what makes "Élysée", "elysee" and "ELYSÉE" the same to search.
 *
 * Lower case; Latin, Greek and Cyrillic letters without their marks, as FTS5's
 * `unicode61 remove_diacritics 2` does; and, beyond it, ligatures and barred letters spelled out
 * (œ oe, æ ae, ß ss, ø o, ł l, đ d), typographic apostrophes made plain, soft hyphens and
 * zero-width joiners dropped, and so are the spaces inside a number ("1 874" is 1874) and the
 * points of three initials or more (O.N.U. is onu; of two they stay: U.S. is not us).
 * The search index is therefore to be fed folded text: FTS5 folding it again changes nothing.
 */

/** A folded text and where each of its UTF-16 units comes from. */
export type FoldedText = {
  readonly folded: string;
  /**
   * For each UTF-16 offset of `folded`, the offset in the original of the character it comes from;
   * one entry more than `folded` has units, the last being the original's length.
   */
  readonly map: Uint32Array;
};

/** "1 874", "12 000 000": one to three digits, then groups of exactly three. */
const spacedNumber = /(?<![\p{L}\p{N}])\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?![\p{L}\p{N}])/gu;
/** Cheaper than {@link spacedNumber}, and false for most texts. */
const mayHaveSpacedNumber = /\d[ \u00A0\u2009\u202F]\d{3}/;
const numberSpaces = /[ \u00A0\u2009\u202F]/g;
/** "O.N.U", "U.S.S.R": single letters with points between them. */
const initials = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}){2,}(?![\p{L}\p{N}])/gu;
/** Cheaper than {@link initials}, and false for most texts. */
const mayHaveInitials = /[^\s.]\.[^\s.]\.[^\s.]/;
const points = /\./g;
const beyondAscii = /[^\u0000-\u007F]/gu;

/** The folded form of a text, without the map. */
export function fold(text: string): string {
  let joined = text;
  if (mayHaveSpacedNumber.test(text)) {
    joined = joined.replace(spacedNumber, (number) => number.replace(numberSpaces, ''));
  }
  if (mayHaveInitials.test(text)) {
    joined = joined.replace(initials, (letters) => letters.replace(points, ''));
  }
  return joined.toLowerCase().replace(beyondAscii, foldCharacter);
}

/** The folded form of a text, with the map from its UTF-16 offsets to the original's. */
export function foldText(text: string): FoldedText {
  const dropped = offsetsOfJoints(text);
  const map = new Uint32Array(text.length * longestFold + 1);
  let folded = '';
  let used = 0;
  let at = 0;
  while (at < text.length) {
    const runEnd = endOfAscii(text, at, dropped);
    if (runEnd > at) {
      folded += text.slice(at, runEnd).toLowerCase();
      for (; at < runEnd; at += 1, used += 1) map[used] = at;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const piece = dropped.has(at) ? '' : foldCharacter(character);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1, used += 1) {
      // A character kept as a surrogate pair keeps both its units in place.
      map[used] = piece.length === character.length ? at + unit : at;
    }
    at += character.length;
  }
  map[used] = text.length;
  return { folded, map: map.slice(0, used + 1) };
}

/** Where a run of ASCII characters that are all kept ends. */
function endOfAscii(text: string, from: number, dropped: ReadonlySet<number>): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) < 0x80 && !dropped.has(at)) at += 1;
  return at;
}

const noOffsets: ReadonlySet<number> = new Set();

/** Offsets of what joins what stands around it: spaces in numbers, points in initials. */
function offsetsOfJoints(text: string): ReadonlySet<number> {
  const joints = [
    ...(mayHaveSpacedNumber.test(text) ? within(text, spacedNumber, numberSpaces) : []),
    ...(mayHaveInitials.test(text) ? within(text, initials, points) : []),
  ];
  return joints.length === 0 ? noOffsets : new Set(joints);
}

function within(text: string, whole: RegExp, joint: RegExp): readonly number[] {
  return [...text.matchAll(whole)].flatMap((found) =>
    [...found[0].matchAll(joint)].map(({ index }) => found.index + index),
  );
}

/** UTF-16 units the longest fold of one character has: ﬃ is ffi. */
const longestFold = 3;

const spelledOut: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
  ſ: 's',
  µ: 'μ',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬀ: 'ff',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '＇': "'",
  '\u00AD': '',
  '\u200B': '',
  '\u200C': '',
  '\u200D': '',
  '\u2060': '',
  '\uFEFF': '',
};

const cache = new Map<string, string>();

/** Folds one code point, to nothing when it is a mark or invisible. */
function foldCharacter(character: string): string {
  let folded = cache.get(character);
  if (folded === undefined) {
    folded = computeFold(character);
    // Texts use a few hundred distinct characters; the bound is for hostile input.
    if (cache.size < 8192) cache.set(character, folded);
  }
  return folded;
}

function computeFold(character: string): string {
  const lower = character.toLowerCase();
  const spelled = spelledOut[lower];
  if (spelled !== undefined) return spelled;
  if (!hasRemovableMarks(character.codePointAt(0) ?? 0)) return lower;
  const bare = lower.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
  return spelledOut[bare] ?? bare;
}

/** Whether marks are to be taken off a code point: combining ones, Latin, Greek and Cyrillic. */
function hasRemovableMarks(code: number): boolean {
  return (code >= 0xc0 && code < 0x530) || (code >= 0x1e00 && code < 0x2000) || code === 0x212b;
}
