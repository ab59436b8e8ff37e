import type { Node } from 'prosemirror-model';

/** The sizes of a text as a desk reckons them. */
export type Counts = {
  readonly words: number;
  /** What a reader would count: user-perceived characters, spaces included, line breaks not. */
  readonly characters: number;
  readonly charactersWithoutSpaces: number;
  /** Lines of a column of {@link columnMeasure} characters. */
  readonly lines: number;
  /** Standard pages of 1,500 characters with spaces, to two decimals. */
  readonly feuillets: number;
  readonly readingSeconds: number;
};

/** Characters, spaces included, in a feuillet, the page French newsrooms commission and pay by. */
export const charactersPerFeuillet = 1500;

/** Characters in a line of the sheet's column, by which lines are reckoned. */
export const columnMeasure = 66;

/**
 * Silent reading speed in words a minute. 238 is the mean for English non-fiction over 190 studies
 * (M. Brysbaert, 2019, https://doi.org/10.1016/j.jml.2019.104047); his figure for French is within
 * the spread, so both languages use it.
 */
export const wordsPerMinute = 238;

const whiteSpace = /[\p{White_Space}\uFEFF\u200B]+/u;
const lineBreaks = /[\n\r\v\f\u0085\u2028\u2029]/;
const hasLetterOrDigit = /[\p{L}\p{N}]/u;
/** Text whose UTF-16 units are its user-perceived characters: Latin without combining marks. */
const simple = /^[\u0020-\u02FF\u2010-\u2044\u20A0-\u20BF]*$/;

/**
 * Counts a text.
 *
 * Words are as {@link countWords} counts them.
 *
 * @param locale BCP 47 tag for cutting the text into user-perceived characters
 */
export function countText(text: string, locale: string): Counts {
  return withMeasures(countPlain(text, locale));
}

/**
 * The words of a text.
 *
 * A word is a run between Unicode white space (no-break and narrow no-break spaces included) which
 * holds a letter or a digit. So punctuation standing alone ("« : »", a dash) is not a word,
 * "M. Macron a dit" is 4, "l'Élysée", "aujourd'hui", "Trump-Poutine", "3e", a web or e-mail address
 * are 1 each, "21h14" is 1 and "21 h 14", being three runs, is 3, whatever its spaces. This is how
 * word processors count, so figures agree.
 */
export function countWords(text: string): number {
  let words = 0;
  for (const run of text.split(whiteSpace)) if (hasLetterOrDigit.test(run)) words += 1;
  return words;
}

function countPlain(text: string, locale: string): PlainCounts {
  let words = 0;
  let charactersWithoutSpaces = 0;
  for (const run of text.split(whiteSpace)) {
    if (run === '') continue;
    charactersWithoutSpaces += graphemes(run, locale);
    if (hasLetterOrDigit.test(run)) words += 1;
  }
  let characters = 0;
  // Line by line: nothing joins across a break, not even a stray combining mark.
  for (const line of text.split(lineBreaks)) characters += graphemes(line, locale);
  return { words, characters, charactersWithoutSpaces, lines: countLines(text, locale) };
}

/** A run of signs that stays together, and the spaces after it at which a line may end. */
const unbroken =
  /([^ \t\u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]*)([ \t\u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]*)/gu;
const afterHyphen = /(?<=[-\u2010\u2012-\u2014])/u;

/**
 * The lines a text takes in a column: words go on the line while they fit, a line may end at a
 * space (no-break spaces excepted) or after a hyphen or dash, what is longer than a line is cut. A
 * line break begins a new line; lines of spaces alone count for nothing.
 */
function countLines(text: string, locale: string): number {
  let lines = 0;
  for (const line of text.split(lineBreaks)) {
    if (line.trim() === '') continue;
    let column = 0;
    lines += 1;
    for (const [, run = '', spaces = ''] of line.matchAll(unbroken)) {
      for (const part of run.split(afterHyphen)) {
        const width = graphemes(part, locale);
        // Spaces at the end hang over it.
        if (width > 0 && column > 0 && column + width > columnMeasure) {
          lines += 1;
          column = 0;
        }
        const cut = Math.max(0, Math.ceil(width / columnMeasure) - 1);
        lines += cut;
        column += width - cut * columnMeasure;
      }
      column += spaces.length;
    }
  }
  return lines;
}

function withMeasures(counts: PlainCounts): Counts {
  return {
    ...counts,
    feuillets: Math.round((counts.characters / charactersPerFeuillet) * 100) / 100,
    readingSeconds: Math.round((counts.words * 60) / wordsPerMinute),
  };
}

/**
 * Counts all the text of a take: headline, body, captions, credits and sign-off. Blocks are counted
 * once: a document that changed shares the others with the one before, so this may follow typing.
 */
export function countDocument(doc: Node, locale: string): Counts {
  let words = 0;
  let characters = 0;
  let charactersWithoutSpaces = 0;
  let lines = 0;
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const block = countBlock(node, locale);
    words += block.words;
    characters += block.characters;
    charactersWithoutSpaces += block.charactersWithoutSpaces;
    lines += block.lines;
    return false;
  });
  return withMeasures({ words, characters, charactersWithoutSpaces, lines });
}

/** The counts of several texts together, each reckoned by itself. */
export function totalCounts(each: readonly Counts[]): Counts {
  const sum = (of: keyof PlainCounts): number => each.reduce((so, counts) => so + counts[of], 0);
  return withMeasures({
    words: sum('words'),
    characters: sum('characters'),
    charactersWithoutSpaces: sum('charactersWithoutSpaces'),
    lines: sum('lines'),
  });
}

type PlainCounts = Pick<Counts, 'words' | 'characters' | 'charactersWithoutSpaces' | 'lines'>;

const counted = new WeakMap<Node, { readonly locale: string; readonly counts: PlainCounts }>();

function countBlock(node: Node, locale: string): PlainCounts {
  const known = counted.get(node);
  if (known?.locale === locale) return known.counts;
  const counts = countPlain(node.textContent, locale);
  counted.set(node, { locale, counts });
  return counts;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The number of user-perceived characters of a text. */
function graphemes(text: string, locale: string): number {
  // Cutting into graphemes costs 100 times a length and Latin text, the usual case, does not need it.
  if (simple.test(text)) return text.length;
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'grapheme' });
    segmenters.set(locale, segmenter);
  }
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
