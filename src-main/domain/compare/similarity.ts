import { isWord, tokensOf } from './words';

/** The words of a text with their weights, for telling how near two texts are. */
export type Profile = {
  /** Weight of each word, times its occurrences. */
  readonly words: ReadonlyMap<string, number>;
  readonly total: number;
  /** Number of words. */
  readonly length: number;
};

/** Little words (de, les, the) say little about what a text is: they weigh a quarter. */
const fullWeight = 4;
const longestLittleWord = 3;

/** Profiles of texts, each made once however often it is asked for; for one comparison. */
export type Profiles = (text: string) => Profile;

/** New, empty {@link Profiles}. */
export function newProfiles(): Profiles {
  const known = new Map<string, Profile>();
  return (text) => {
    const profile = known.get(text) ?? profileOf(text);
    known.set(text, profile);
    return profile;
  };
}

/** The profile of a text; words are told apart without regard to case. */
function profileOf(text: string): Profile {
  const words = new Map<string, number>();
  let [total, length] = [0, 0];
  for (const token of tokensOf(text)) {
    if (!isWord(token)) continue;
    const word = token.toLowerCase();
    const weight = weightOf(word);
    words.set(word, (words.get(word) ?? 0) + weight);
    total += weight;
    length += 1;
  }
  return { words, total, length };
}

/** Whether a word says something about what a text is: a long one or a number. */
export function isTelling(word: string): boolean {
  return weightOf(word) === fullWeight;
}

function weightOf(word: string): number {
  return word.length > longestLittleWord || /\d/.test(word) ? fullWeight : 1;
}

/** The weight of the words two texts share. */
export function sharedWeight(a: Profile, b: Profile): number {
  const [small, large] = a.words.size < b.words.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, weight] of small.words) {
    const other = large.words.get(word);
    if (other !== undefined) shared += Math.min(weight, other);
  }
  return shared;
}

/** How near two texts are, 0 to 1: Dice's coefficient of their weighted words. */
export function similarity(a: Profile, b: Profile): number {
  const total = a.total + b.total;
  return total === 0 ? 0 : (2 * sharedWeight(a, b)) / total;
}

/** The words of one text that another has not, with what is left of their weights. */
export function without(profile: Profile, taken: Profile): Profile {
  const words = new Map<string, number>();
  let total = 0;
  for (const [word, weight] of profile.words) {
    const left = weight - (taken.words.get(word) ?? 0);
    if (left <= 0) continue;
    words.set(word, left);
    total += left;
  }
  return { words, total, length: words.size };
}
