import type { TextRange } from '../query/highlight';

/**
 * Where a sentence may end: its last sign, with the closing quotes and brackets that belong to it
 * (French sets a space before them), and white space after.
 */
const end =
  /(?<sign>[.!?…]+)(?:[ \u00A0\u202F]*[»”"’')\]]+)*(?<space>[\s\u00A0\u202F]+)(?=(?<next>\S))/gu;

/** How a sentence begins: with a capital, a digit, an opening quote or bracket, or a dash. */
const beginning = /[\p{Lu}\p{Lt}\p{N}«“"‘'([\u2013\u2014-]/u;

/** Titles, written with a capital, before a name. */
const titles = new Set(
  (
    'M MM Mm Mme Mmes Mlle Mlles Mgr Dr Pr Me St Ste Mr Mrs Ms Prof Gen Lt Col Maj Capt Cmdr Sgt ' +
    'Adm Sen Rep Gov Pres Hon Rev Fr'
  ).split(' '),
);
/** Short for a word that a number follows. */
const beforeNumbers = new Set(
  (
    'no n n° nos art al p pp vol ch fig janv févr fevr avr juill sept oct nov déc dec jan feb mar ' +
    'apr jun jul aug sep tél tel'
  ).split(' '),
);
/** Short for a word, whatever follows. */
const always = new Set('cf vs av env hab ex apr j jr sr'.split(' '));

/**
 * The sentences of one block of text, as UTF-16 ranges without the white space around them; they
 * follow one another and leave out nothing else. Signs that end no sentence in French or English are
 * passed over: titles ("M. Trump"), initials ("J. K. Rowling"), abbreviations with inner full stops
 * ("U.S.", "J.-C."), "n° 4", "art. 12", and whatever a small letter follows ("etc.", « Non ! » dit-il).
 * In doubt two sentences are taken for one.
 */
export function sentences(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let from = 0;
  const add = (to: number): void => {
    const raw = text.slice(from, to);
    const start = from + (raw.length - raw.trimStart().length);
    const trimmed = raw.trim();
    if (trimmed !== '') ranges.push({ start, end: start + trimmed.length });
    from = to;
  };
  for (const match of text.matchAll(end)) {
    const { sign = '', space = '', next = '' } = match.groups ?? {};
    const before = text.slice(from, match.index);
    if (!beginning.test(next) || (sign === '.' && isShort(before, next))) continue;
    add(match.index + match[0].length - space.length);
  }
  add(text.length);
  return ranges;
}

/** Whether a full stop belongs to the word before it. */
function isShort(before: string, next: string): boolean {
  const word = /[\p{L}\p{N}°.-]+$/u.exec(before)?.[0] ?? '';
  if (/^\p{Lu}$/u.test(word) || /\p{L}\.-?\p{L}/u.test(word)) return true;
  if (titles.has(word) || always.has(word)) return true;
  return /\p{N}/u.test(next) && beforeNumbers.has(word.toLowerCase());
}
