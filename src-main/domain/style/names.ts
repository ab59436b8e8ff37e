import { fold } from '../text/fold';
import type { Stretch } from '../typography/protected';
import type { StyleMark, StyleRules } from './marks';
import { isAllCapitals, spelledWords } from './words';

/** A name, or what may be one, as it stands in a block. */
export type NameInText = Stretch & {
  /** What all ways of writing it share. */
  readonly key: string;
  /** The way it is written here, with plain spaces and apostrophes. */
  readonly form: string;
};

/** Words that begin a sentence or a phrase before any noun: no part of a name. */
const beginners = new Set(
  (
    'le la les un une des du de au aux ce cet cette ces son sa ses leur leurs notre nos votre vos ' +
    'mon ma mes il elle ils elles on qui que dans par pour sur avec selon mais ou et si en nous ' +
    'vous tout tous toute toutes plus plusieurs deux trois quatre cinq the a an this that these ' +
    'those his her its their our your my he she it they we in on at by for from with and or but ' +
    'some many most two three four five all'
  ).split(' '),
);
const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/iu;

/**
 * What in a block may be a name written in more ways than one: capitalised words of four letters or
 * more ("Élysée", "Saint-Denis"), and a capitalised word with the one after it ("Maison Blanche").
 */
export function namesIn(text: string): readonly NameInText[] {
  const words = spelledWords(text).map((word) => withoutElision(word));
  const names: NameInText[] = [];
  for (const [index, { word, start, end }] of words.entries()) {
    if (!/^\p{Lu}/u.test(word)) continue;
    if (word.length >= 4) names.push(nameOf(text, { start, end }));
    const next = words[index + 1];
    if (next === undefined || beginners.has(fold(word)) || next.word.length < 3) continue;
    if (/^[ \u00A0\u202F]$/.test(text.slice(end, next.start))) {
      names.push(nameOf(text, { start, end: next.end }));
    }
  }
  return names;
}

function withoutElision({
  word,
  start,
  end,
}: Stretch & { readonly word: string }): Stretch & { readonly word: string } {
  const length = elided.exec(word)?.[0].length ?? 0;
  return { word: word.slice(length), start: start + length, end };
}

function nameOf(text: string, { start, end }: Stretch): NameInText {
  const form = plainForm(text.slice(start, end));
  return { start, end, form, key: keyOf(form) };
}

/** A way of writing, its spaces and apostrophes made plain. */
function plainForm(words: string): string {
  return words
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replaceAll('’', "'")
    .replaceAll(/[\u2010\u2011]/g, '-');
}

const keys = new Map<string, string>();
const mostKeys = 50_000;

/** A way of writing with letter case, accents and hyphens left aside; remembered, as it is asked often. */
function keyOf(form: string): string {
  const before = keys.get(form);
  if (before !== undefined) return before;
  const key = fold(form).replaceAll('-', ' ');
  if (keys.size >= mostKeys) keys.clear();
  keys.set(form, key);
  return key;
}

/** The house's list made ready to look names up in. */
export type HouseNames = {
  /** The preferred form of each name and of what is written for it, by their keys. */
  readonly preferred: ReadonlyMap<string, string>;
  /** The most words a name that begins with a word has, by that word's key. */
  readonly lengths: ReadonlyMap<string, number>;
};

/** Reads the house's list; entries are "preferred" or "preferred | other | other". */
export function readHouseForms(entries: readonly string[]): HouseNames {
  const preferred = new Map<string, string>();
  const lengths = new Map<string, number>();
  for (const entry of entries) {
    const [first = '', ...others] = entry.split('|').map((part) => part.trim());
    if (first === '') continue;
    for (const form of [first, ...others]) {
      const key = keyOf(plainForm(form));
      const words = key.split(/[ ']/);
      const [beginning = ''] = words;
      preferred.set(key, first);
      lengths.set(beginning, Math.max(lengths.get(beginning) ?? 0, words.length));
    }
  }
  return { preferred, lengths };
}

/**
 * Names of the house's list written otherwise. In lower case throughout it is a common noun and
 * not the name; wire capitals without accents pass where the house lets them.
 */
export function houseMarks(
  text: string,
  { preferred, lengths }: HouseNames,
  { wireCapitals }: Pick<StyleRules, 'wireCapitals'>,
): readonly StyleMark[] {
  if (preferred.size === 0) return [];
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)];
  const marks: StyleMark[] = [];
  for (const [index, first] of words.entries()) {
    const longest = lengths.get(keyOf(first[0])) ?? 0;
    for (let length = Math.min(longest, words.length - index); length > 0; length -= 1) {
      const last = words[index + length - 1];
      if (last === undefined) continue;
      const at = { start: first.index, end: last.index + last[0].length };
      const found = text.slice(at.start, at.end);
      const name = preferred.get(keyOf(plainForm(found)));
      if (name === undefined) continue;
      if (!isSameForm(found, name, wireCapitals)) {
        marks.push({ ...at, kind: 'house', words: found, fixes: [name] });
      }
      break;
    }
  }
  return marks;
}

function isSameForm(found: string, preferred: string, wireCapitals: boolean): boolean {
  const [a, b] = [plainForm(found), plainForm(preferred)];
  if (a === b || isAllCapitals(found) || !/\p{Lu}/u.test(found)) return true;
  return wireCapitals && wireForm(a) === wireForm(b);
}

/** A name with plain capitals. */
function wireForm(form: string): string {
  return form.replaceAll(/\p{Lu}/gu, (letter) => letter.normalize('NFD')[0] ?? letter);
}

/** One block's names, to be held against those of all others. */
export type NamesOfBlock = { readonly names: readonly NameInText[] };

/**
 * The names of a dispatch that are written in more than one way. Marked are the ways used less often
 * (of two as often, the later), with the commonest as the fix; of single capitalised words only
 * accents and hyphens tell ways apart.
 *
 * @returns the marks of each block, in the order of the blocks
 */
export function consistencyMarks(
  blocks: readonly NamesOfBlock[],
  { wireCapitals }: Pick<StyleRules, 'wireCapitals'>,
): readonly (readonly StyleMark[])[] {
  const uses = new Map<string, Map<string, number>>();
  const same = (form: string): string => (wireCapitals ? wireForm(form) : form);
  for (const { names } of blocks) {
    for (const { key, form } of names) {
      const ways = uses.get(key) ?? new Map<string, number>();
      uses.set(key, ways.set(same(form), (ways.get(same(form)) ?? 0) + 1));
    }
  }
  const commonest = new Map<string, string>();
  for (const [key, ways] of uses) {
    if (ways.size < 2) continue;
    commonest.set(key, [...ways].reduce((best, way) => (way[1] > best[1] ? way : best))[0]);
  }
  if (commonest.size === 0) return blocks.map(() => []);
  const written = originals(blocks, commonest, same);
  return blocks.map(({ names }) =>
    names.flatMap(({ key, form, start, end }): readonly StyleMark[] => {
      const best = commonest.get(key);
      if (best === undefined || same(form) === best) return [];
      const fix = written.get(key) ?? best;
      return [{ start, end, kind: 'consistency', words: form, fixes: [fix.replaceAll("'", '’')] }];
    }),
  );
}

/** How the commonest way of each name is written, accents of its capitals included. */
function originals(
  blocks: readonly NamesOfBlock[],
  commonest: ReadonlyMap<string, string>,
  same: (form: string) => string,
): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const { names } of blocks) {
    for (const { key, form } of names) {
      if (!written.has(key) && commonest.get(key) === same(form)) written.set(key, form);
    }
  }
  return written;
}
