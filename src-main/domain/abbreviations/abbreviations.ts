import { protectedStretches, type Stretch } from '../typography/protected';

/** What an abbreviation stands for; undefined where a word is none. */
export type StandsFor = (word: string) => string | undefined;

/** What stands for an abbreviation: a stretch of the text gives way to `insert`. */
export type Expansion = Stretch & { readonly insert: string };

/**
 * Reads a list of abbreviations, one a line: "md | Maison Blanche". An abbreviation is one word of
 * letters and digits; lines that are none are passed over, the last of several for a word counts.
 *
 * @returns what each abbreviation stands for
 */
export function abbreviationsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const line of lines) {
    const [short = '', ...rest] = line.split('|');
    const long = rest.join('|').trim();
    if (oneWord.test(short.trim()) && long !== '') known.set(short.trim(), long);
  }
  return known;
}

const oneWord = /^[\p{L}\p{N}]+$/u;

/** A word and the space or sign that ends it; what an address or a longer word goes on from stands not before. */
const ended = /(?<![\p{L}\p{N}\p{M}_@#/\\.&=+~%:-])([\p{L}\p{N}]+)[\s,;:.!?…)\]»”"]$/u;

/**
 * What a text that ends in a space or sign just typed has an abbreviation before it for. A capital
 * typed first makes one of what it stands for ("Md" as "md"). Never in addresses or between backticks.
 *
 * @param text the text block up to the caret, the sign just typed last
 * @param standsFor what each abbreviation stands for
 * @returns the word and what gives way to it; null where there is nothing to do
 */
export function expansionAt(text: string, standsFor: StandsFor): Expansion | null {
  const found = ended.exec(text);
  const word = found?.[1];
  if (found === null || word === undefined) return null;
  const insert = standsFor(word) ?? capitalised(word, standsFor);
  if (insert === undefined || insert === word) return null;
  const [start, end] = [found.index, found.index + word.length];
  const isKept = protectedStretches(text).some((kept) => start < kept.end && end > kept.start);
  return isKept ? null : { start, end, insert };
}

/** What a word stands for that is known without its capital. */
function capitalised(word: string, standsFor: StandsFor): string | undefined {
  const [first = '', ...rest] = word;
  const lower = first.toLowerCase();
  if (lower === first) return undefined;
  const long = standsFor(lower + rest.join(''));
  if (long === undefined) return undefined;
  const [begins = '', ...goesOn] = long;
  return begins.toUpperCase() + goesOn.join('');
}
