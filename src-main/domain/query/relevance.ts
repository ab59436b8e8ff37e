import type { SearchField } from './query';

/** How much a place in each part of a dispatch weighs: what a headline says, the story is about. */
export const fieldWeights: Readonly<Record<SearchField, number>> = {
  headline: 6,
  lead: 3,
  slug: 3,
  body: 1,
  caption: 1,
  note: 1,
  credit: 0.5,
  original: 0.3,
  sign: 0.2,
};

/** What of a text a query looks for. */
export type Counted = {
  /** Words of the whole text. */
  readonly words: number;
  /** For each word or phrase of the query: its places, each weighed by where it stands. */
  readonly places: readonly number[];
};

/** Robertson's constants, as FTS5 and Lucene have them. */
const saturation = 1.2;
const byLength = 0.75;

/**
 * How relevant texts are: BM25 (Robertson & Zaragoza 2009, the form with weighted fields, BM25F,
 * of which the places are weighed before they are saturated).
 *
 * @param texts as they were counted
 * @param rarity of each word or phrase of the query, by {@link rarityOf}
 * @returns a score for each text; higher is more relevant
 */
export function relevanceOf(
  texts: readonly Counted[],
  rarity: readonly number[],
): readonly number[] {
  const sum = texts.reduce((all, { words }) => all + words, 0);
  const average = Math.max(1, sum / Math.max(1, texts.length));
  return texts.map(({ words, places }) => {
    const length = 1 - byLength + (byLength * words) / average;
    return places.reduce((score, weighed, index) => {
      const part = (weighed * (saturation + 1)) / (weighed + saturation * length);
      return score + (rarity[index] ?? 0) * part;
    }, 0);
  });
}

/**
 * How much it tells that a text has a word: the more, the fewer have it (BM25's inverse document
 * frequency, kept above zero).
 *
 * @param uses texts that have it
 * @param texts texts there are
 */
export function rarityOf(uses: number, texts: number): number {
  return Math.log1p((Math.max(0, texts - uses) + 0.5) / (uses + 0.5));
}
