import type { TextRange } from '../query/highlight';
import { tokens, type Token } from '../text/tokens';

/**
 * Near-verbatim matching of sentences, after A. Z. Broder, "On the resemblance and containment of
 * documents" (1997): a text is taken as its shingles, the runs of three words in it, and a sentence
 * is held by a passage to the degree that its shingles occur there (containment). Words are folded,
 * so that accents, capitals and typography make no difference.
 *
 * A word changed in the middle of a sentence costs three shingles. With {@link leastContainment} one
 * changed word is borne by a sentence of eleven words or more, half of the shingles by one of
 * seventeen; shorter ones must be nearly verbatim, for names and formulas alone are as long.
 */
const shingleLength = 3;
/** Fewer words than these are said by chance. */
export const leastWords = 6;

/** Words to look for. */
export type Wanted = {
  /** As they are written. */
  readonly text: string;
  /** Folded. A sentence, found near-verbatim; fewer than {@link leastWords} are found as they are. */
  readonly words: readonly string[];
  /** What a passage must have word for word besides; null when it need not. Then these are marked. */
  readonly must: readonly string[] | null;
};

/** A sentence found in a text, in UTF-16 offsets. */
export type NearMatch = {
  /** From its first to its last matched word. */
  readonly range: TextRange;
  /** The matched words, run by run. */
  readonly marks: readonly TextRange[];
  /** Share of the sentence's shingles that are there, up to 1. */
  readonly containment: number;
};

/** A text prepared to be searched for many sentences. */
export type SearchedText = {
  readonly tokens: readonly Token[];
  readonly places: ReadonlyMap<string, readonly number[]>;
};

/** The runs of words of a sentence, in order, by which it is known again. */
export function shingles(words: readonly string[]): readonly string[] {
  const count = Math.max(0, words.length - shingleLength + 1);
  return Array.from({ length: count }, (_, at) => words.slice(at, at + shingleLength).join(' '));
}

/**
 * Runs of words of which a passage that matches holds at least one whole: the shingles of a sentence
 * that do not overlap. Where each of them is broken, at most about a third of all shingles are left
 * between the changed words, fewer than any match has.
 */
export function probes({ words }: Wanted): readonly (readonly string[])[] {
  if (words.length < leastWords) return [words];
  const runs: (readonly string[])[] = [];
  for (let at = 0; at + shingleLength <= words.length; at += shingleLength) {
    runs.push(words.slice(at, at + shingleLength));
  }
  return runs;
}

/** The containment from which a passage counts as holding a sentence of so many shingles. */
export function leastContainment(shingleCount: number): number {
  return Math.max(0.5, 0.8 - 0.02 * shingleCount);
}

/** Prepares a text, such as a take's canonical text. */
export function searchedText(text: string): SearchedText {
  const list = [...tokens(text)];
  const places = new Map<string, number[]>();
  for (const [at, shingle] of shingles(list.map(({ term }) => term)).entries()) {
    const known = places.get(shingle);
    if (known === undefined) places.set(shingle, [at]);
    else known.push(at);
  }
  return { tokens: list, places };
}

/** Where a text holds what is wanted, in the order of the text. */
export function findNear(wanted: Wanted, text: SearchedText): readonly NearMatch[] {
  const { words, must } = wanted;
  if (words.length < leastWords) return exactRuns(words, text.tokens).map(exactMatch);
  const matches = nearRuns(words, text);
  if (must === null) return matches;
  const runs = exactRuns(must, text.tokens);
  return matches.flatMap((match) => {
    const { start, end } = match.range;
    const marks = runs.filter((run) => run.start <= end && run.end >= start);
    if (marks.length === 0) return [];
    const ends = [match.range, ...marks];
    const range = {
      start: Math.min(...ends.map((one) => one.start)),
      end: Math.max(...ends.map((one) => one.end)),
    };
    return [{ ...match, range, marks }];
  });
}

/** Where words stand side by side, exactly. */
export function exactRuns(words: readonly string[], list: readonly Token[]): readonly TextRange[] {
  return list.flatMap((token, at) => {
    const last = list[at + words.length - 1];
    const holds =
      last !== undefined &&
      words.length > 0 &&
      words.every((word, i) => list[at + i]?.term === word);
    return holds ? [{ start: token.start, end: last.end }] : [];
  });
}

function exactMatch(range: TextRange): NearMatch {
  return { range, marks: [range], containment: 1 };
}

function nearRuns(words: readonly string[], text: SearchedText): readonly NearMatch[] {
  const own = shingles(words);
  const distinct = new Set(own);
  const hits = [...distinct]
    .flatMap((shingle) => (text.places.get(shingle) ?? []).map((place) => ({ place, shingle })))
    .toSorted((a, b) => a.place - b.place);
  const least = Math.ceil(leastContainment(own.length) * distinct.size);
  return passages(hits, { least, longest: longestPassage(words.length) }).map((passage) =>
    matchOf(passage, text.tokens, countDistinct(passage) / distinct.size),
  );
}

/** How many words a passage may have that holds a sentence of so many: words may have been put in. */
function longestPassage(words: number): number {
  return words + Math.ceil(words / 3) + 2;
}

/** A shingle of the sentence at a word of the text. */
type Hit = { readonly place: number; readonly shingle: string };
type Bounds = { readonly least: number; readonly longest: number };

/** A text that says the same again and again says no more the hundredth time. */
const mostPassages = 50;

/**
 * The passages that hold enough different shingles, in the order of the text: first the one that
 * holds most is taken, then those on both sides of it.
 */
function passages(hits: readonly Hit[], { least, longest }: Bounds): readonly (readonly Hit[])[] {
  const found: (readonly Hit[])[] = [];
  const pending: (readonly Hit[])[] = [hits];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const best = bestPassage(part, longest);
    if (best === null || best.held < least || found.length === mostPassages) continue;
    found.push(part.slice(best.from, best.to));
    pending.push(part.slice(0, best.from), part.slice(best.to));
  }
  return found.toSorted((a, b) => (a[0]?.place ?? 0) - (b[0]?.place ?? 0));
}

/** The stretch of hits with the most different shingles, the shortest of the first of those. */
function bestPassage(
  hits: readonly Hit[],
  longest: number,
): { readonly from: number; readonly to: number; readonly held: number } | null {
  const inside = new Map<string, number>();
  const count = ({ shingle }: Hit, by: number): void => {
    const next = (inside.get(shingle) ?? 0) + by;
    if (next === 0) inside.delete(shingle);
    else inside.set(shingle, next);
  };
  let best: { from: number; to: number; held: number } | null = null;
  let from = 0;
  for (const [at, hit] of hits.entries()) {
    count(hit, 1);
    for (let first = hits[from]; first !== undefined && from < at; first = hits[from]) {
      const tooLong = hit.place + shingleLength - first.place > longest;
      if (!tooLong && inside.get(first.shingle) === 1) break;
      count(first, -1);
      from += 1;
    }
    if (best === null || inside.size > best.held) best = { from, to: at + 1, held: inside.size };
  }
  return best;
}

function countDistinct(passage: readonly Hit[]): number {
  return new Set(passage.map(({ shingle }) => shingle)).size;
}

function matchOf(passage: readonly Hit[], list: readonly Token[], containment: number): NearMatch {
  const marks: { start: number; end: number }[] = [];
  let covered = -1;
  for (const { place } of passage) {
    const first = list[place];
    const last = list[place + shingleLength - 1];
    if (first === undefined || last === undefined) continue;
    const mark = marks.at(-1);
    if (mark !== undefined && place <= covered + 1) mark.end = last.end;
    else marks.push({ start: first.start, end: last.end });
    covered = place + shingleLength - 1;
  }
  const range = { start: marks[0]?.start ?? 0, end: marks.at(-1)?.end ?? 0 };
  return { range, marks, containment };
}
