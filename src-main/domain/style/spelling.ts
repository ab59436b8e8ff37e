import { fold } from '../text/fold';
import type { Stretch } from '../typography/protected';
import { accentForms, capitalForms } from './accents';
import { spelledWords } from './words';

/** A dictionary of one language, however it is kept. Apostrophes are given to it as "'". */
export type Dictionary = {
  readonly knows: (word: string) => boolean;
  /** Words that may have been meant, likeliest first; slow. */
  readonly suggest: (word: string) => readonly string[];
};
export type Dictionaries = Readonly<Record<'fr' | 'en', Dictionary>>;

/**
 * A word no dictionary knows. `wire`: it is only the accent of its capital that is missing, as
 * wire copy leaves it out ("l'Etat"); whether that is wrong is for the house to say. `name`: it
 * begins with a capital inside a sentence.
 */
export type UnknownWord = Stretch & {
  readonly is: 'unknown' | 'wire';
  readonly name: boolean;
};

/** A part of a text in a language of its own; of no known one, its words are not looked up. */
export type ForeignPart = Stretch & { readonly language: 'fr' | 'en' | 'other' };

/** "l’", "d’", "jusqu’" and the like before a French word. */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/i;
/** "’s" after an English word. */
const possessive = /['’]s?$/;
const sentenceEnd = /(?:^|[.!?…:]["”»)\s]*|[-–—]\s*|[«“"(]\s*)$/u;

/**
 * The words of a text that are not spelled as its language spells them.
 *
 * A word with a hyphen is right when its parts are; a name is right when either language knows it,
 * as both are written about on one desk; so are -ize and -ization in English.
 *
 * @param parts stretches in another language
 */
export function unknownWords(
  text: string,
  language: 'fr' | 'en',
  dictionaries: Dictionaries,
  parts: readonly ForeignPart[] = [],
): readonly UnknownWord[] {
  const found: UnknownWord[] = [];
  for (const { word, start, end } of spelledWords(text)) {
    const spoken = parts.find((part) => part.start < end && part.end > start)?.language ?? language;
    if (spoken === 'other') continue;
    const unknown = unknownPart(word, spoken, dictionaries);
    if (unknown === null) continue;
    const at = { start: start + unknown.start, end: start + unknown.end };
    const begins =
      at.start === start && sentenceEnd.test(text.slice(Math.max(0, start - 8), start));
    const name = isCapital(text.slice(at.start, at.end)) && !begins;
    found.push({ ...at, is: unknown.is, name });
  }
  return found;
}

/** The part of a word that is not known; null where it is right as a whole. */
function unknownPart(
  word: string,
  language: 'fr' | 'en',
  dictionaries: Dictionaries,
): (Stretch & { readonly is: 'unknown' | 'wire' }) | null {
  if (isRight(word, language, dictionaries)) return null;
  const before = language === 'fr' ? (elision.exec(word)?.[0].length ?? 0) : 0;
  const after = language === 'en' ? (possessive.exec(word)?.[0].length ?? 0) : 0;
  const core = { start: before, end: word.length - after };
  const stem = word.slice(core.start, core.end);
  if (stem.length < 2 || isRight(stem, language, dictionaries)) return null;
  if (isWireForm(stem, dictionaries[language])) return { ...core, is: 'wire' };
  return unknownOfParts(stem, core.start, language, dictionaries) ?? null;
}

/** The first part between hyphens that is not known; undefined where all of several are. */
function unknownOfParts(
  word: string,
  from: number,
  language: 'fr' | 'en',
  dictionaries: Dictionaries,
): (Stretch & { readonly is: 'unknown' | 'wire' }) | undefined {
  const parts = [...word.matchAll(/[^\u2010\u2011-]+/gu)];
  if (parts.length < 2) return { start: from, end: from + word.length, is: 'unknown' };
  for (const { 0: part, index } of parts) {
    if (part.length < 2 || isRight(part, language, dictionaries)) continue;
    const at = { start: from + index, end: from + index + part.length };
    const inner = unknownPart(part, language, dictionaries);
    if (inner === null) continue;
    return isWireForm(part, dictionaries[language])
      ? { ...at, is: 'wire' }
      : { start: at.start + inner.start, end: at.start + inner.end, is: inner.is };
  }
  return undefined;
}

function isRight(word: string, language: 'fr' | 'en', dictionaries: Dictionaries): boolean {
  const plain = plainSigns(word);
  if (dictionaries[language].knows(plain)) return true;
  const other = language === 'fr' ? 'en' : 'fr';
  if (isCapital(plain) && dictionaries[other].knows(plain)) return true;
  return language === 'en' && /i[zs]/.test(plain) && knowsBritish(plain, dictionaries.en);
}

/** Oxford spelling writes -ize where the dictionary has -ise. */
function knowsBritish(word: string, dictionary: Dictionary): boolean {
  const british = word.replace(/iz(?=(?:e[drs]?|es|ers|ing|ations?|ational)$)/, 'is');
  return british !== word && dictionary.knows(british);
}

function isWireForm(word: string, dictionary: Dictionary): boolean {
  return capitalForms(plainSigns(word)).some((form) => dictionary.knows(form));
}

/** The apostrophe and hyphen as dictionaries have them. */
function plainSigns(word: string): string {
  return word.replaceAll('’', "'").replaceAll(/[\u2010\u2011]/g, '-');
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

const mostSuggested = 6;
/** Suggestions further away than this share of a word's letters are of no use. */
const farAway = 0.5;

/**
 * What may have been meant by a word that is not known: first the forms that differ by accents
 * alone ("evenement" → "événement"), then with a capital, then what the dictionary proposes.
 * Apostrophes are typographic in all of them.
 */
export function suggestionsFor(
  word: string,
  language: 'fr' | 'en',
  dictionaries: Dictionaries,
): readonly string[] {
  const dictionary = dictionaries[language];
  const plain = plainSigns(word);
  const found = new Set<string>();
  for (const form of accentForms(plain)) {
    if (dictionary.knows(form)) found.add(form);
    if (found.size >= mostSuggested) break;
  }
  const capital = plain.charAt(0).toUpperCase() + plain.slice(1);
  if (capital !== plain && dictionary.knows(capital)) found.add(capital);
  for (const form of dictionary.suggest(plain)) {
    const apart = 1 - shared(fold(form), fold(plain));
    if (form !== plain && apart <= farAway) found.add(form);
  }
  return [...found].slice(0, mostSuggested).map((form) => form.replaceAll("'", '’'));
}

/** The share of letters two words have in common at their ends, between 0 and 1. */
function shared(a: string, b: string): number {
  const longest = Math.max(a.length, b.length, 1);
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) {
    tail += 1;
  }
  return (head + tail) / longest;
}
