/**
 * Folding: what makes "Élysée", "elysee" and "ELYSÉE" the same to search.
 *
 * Lower case; Latin, Greek and Cyrillic letters without their marks, as FTS5's
 * `unicode61 remove_diacritics 2` does; and, beyond it, ligatures and barred letters spelled out
 * (œ oe, æ ae, ß ss, ø o, ł l, đ d), typographic apostrophes made plain, soft hyphens and
 * zero-width joiners dropped, and the spaces inside a number dropped ("1 874" is 1874).
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

const plainAscii = /^[\u0000-\u007F]*$/;
/** "1 874", "12 000 000": one to three digits, then groups of exactly three. */
const spacedNumber = /(?<![\p{L}\p{N}])\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?![\p{L}\p{N}])/gu;
const numberSpaces = /[ \u00A0\u2009\u202F]/g;

/** The folded form of a text, without the map. */
export function fold(text: string): string {
  const joined = text.replace(spacedNumber, (number) => number.replace(numberSpaces, ''));
  if (plainAscii.test(joined)) return joined.toLowerCase();
  let folded = '';
  for (const character of joined) folded += foldCharacter(character);
  return folded;
}

/** The folded form of a text, with the map from its UTF-16 offsets to the original's. */
export function foldText(text: string): FoldedText {
  const dropped = offsetsOfNumberSpaces(text);
  const parts: string[] = [];
  const map: number[] = [];
  let offset = 0;
  for (const character of text) {
    if (!dropped.has(offset)) {
      const folded = foldCharacter(character);
      parts.push(folded);
      for (let unit = 0; unit < folded.length; unit += 1) {
        // A character kept as a surrogate pair keeps both its units in place.
        map.push(folded.length === character.length ? offset + unit : offset);
      }
    }
    offset += character.length;
  }
  map.push(text.length);
  return { folded: parts.join(''), map: Uint32Array.from(map) };
}

function offsetsOfNumberSpaces(text: string): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const number of text.matchAll(spacedNumber)) {
    for (const space of number[0].matchAll(numberSpaces)) offsets.add(number.index + space.index);
  }
  return offsets;
}

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
