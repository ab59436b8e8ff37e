/** Where each word of a text begins, by the word. */
type WordIndex = ReadonlyMap<string, readonly number[]>;

const word = /[\p{L}\p{N}]+/gu;
/** So many needles are looked for before an index of the text is worth its making. */
const worthAnIndex = 12;
/** Texts whose needles are counted, the newest last: the one before a change and the one after it. */
let known: { readonly text: string; asked: number; index: WordIndex | null }[] = [];

/**
 * Where a needle stands in a text, in order, overlapping places too. Of a text that is asked about
 * again and again, as for the thousands of notes on it, an index of its words is kept.
 *
 * @param isWhole whether the needle begins where a word does; places in the middle of a longer word
 *   may then be left out
 */
export function placesOf(text: string, needle: string, isWhole: boolean): readonly number[] {
  const index = indexFor(text);
  const key = index === null ? null : wholeWord(needle, isWhole);
  if (index === null || key === null) return scanned(text, needle);
  const places = index.get(key.word) ?? [];
  return places
    .map((place) => place - key.offset)
    .filter((place) => place >= 0 && text.startsWith(needle, place));
}

function scanned(text: string, needle: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    places.push(at);
  }
  return places;
}

/** The longest word of a needle that is whole wherever the needle stands; null when none is. */
function wholeWord(
  needle: string,
  isWhole: boolean,
): { readonly word: string; readonly offset: number } | null {
  let longest: { readonly word: string; readonly offset: number } | null = null;
  for (const { 0: found, index: offset } of needle.matchAll(word)) {
    const begins = offset > 0 || isWhole;
    const ends = offset + found.length < needle.length;
    if (begins && ends && found.length > (longest?.word.length ?? 0)) {
      longest = { word: found, offset };
    }
  }
  return longest;
}

function indexFor(text: string): WordIndex | null {
  let entry = known.find((one) => one.text === text);
  if (entry === undefined) {
    entry = { text, asked: 0, index: null };
    known = [...known.slice(-1), entry];
  }
  entry.asked += 1;
  if (entry.asked > worthAnIndex) entry.index ??= indexOf(text);
  return entry.index;
}

function indexOf(text: string): WordIndex {
  const index = new Map<string, number[]>();
  for (const { 0: found, index: at } of text.matchAll(word)) {
    const places = index.get(found);
    if (places === undefined) index.set(found, [at]);
    else places.push(at);
  }
  return index;
}
