import { fold } from '../text/fold';
import { tokens, type Token } from '../text/tokens';
import { unfoldedPattern } from '../text/unfolded';
import { widened, type Expand } from './match';
import type { Clause, PhraseClause, Query, SearchField, WordClause } from './query';
import { writtenForm } from './words';

/** Which terms may stand at one place: any of `anyOf`, or any that begins with `prefix`. */
export type TermMatcher = { readonly anyOf: readonly string[]; readonly prefix: string | null };

/** Words a query looks for: terms side by side. Plain data, so that it can cross to the renderer. */
export type Matcher = {
  readonly sequence: readonly TermMatcher[];
  /** Null: anywhere. */
  readonly field: SearchField | null;
  /** How each word is written, case and accents too; null: however it is. */
  readonly written: readonly string[] | null;
};

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export type TextRange = { readonly start: number; readonly end: number };

/**
 * What is to be marked in texts found by a query: its words and phrases, not what it excludes.
 *
 * @param expand as for `matchOf`, so that what was found is what is marked
 */
export function matchersOf(query: Query, expand: Expand): readonly Matcher[] {
  return query.clauses.flatMap((clause) => clauseMatchers(clause, expand));
}

function clauseMatchers(clause: Clause, expand: Expand): readonly Matcher[] {
  switch (clause.type) {
    case 'or':
    case 'and':
      return clause.clauses.flatMap((inner) => clauseMatchers(inner, expand));
    case 'near':
      return clause.words.flatMap((word) => clauseMatchers(word, expand));
    case 'word':
      return [wordMatcher(clause, expand)];
    case 'phrase':
      return [phraseMatcher(clause)];
    default:
      return [];
  }
}

function wordMatcher(clause: WordClause, expand: Expand): Matcher {
  const last = clause.terms[clause.terms.length - 1] ?? '';
  const begins = clause.prefix || clause.asTyped;
  // Beginnings are marked by their beginning: the forms that were looked up are some of them.
  const forms = widened({ ...clause, asTyped: false }, last, expand);
  const final = { anyOf: begins && clause.prefix ? [last] : forms, prefix: begins ? last : null };
  return { sequence: [...plain(clause.terms), final], field: clause.field, written: null };
}

/** The matcher of a phrase. */
export function phraseMatcher(clause: PhraseClause): Matcher {
  const last = clause.terms[clause.terms.length - 1] ?? '';
  const final = { anyOf: [last], prefix: clause.prefix ? last : null };
  const { field, written } = clause;
  return { sequence: [...plain(clause.terms), final], field, written };
}

function plain(terms: readonly string[]): readonly TermMatcher[] {
  return terms.slice(0, -1).map((term) => ({ anyOf: [term], prefix: null }));
}

/**
 * Where matchers hold in a text: sorted, and merged where they touch or overlap.
 *
 * @param text the original, as readers see it; offsets are into it
 * @param field the part of the dispatch the text is, to leave out matchers for other parts
 */
export function highlightRanges(
  text: string,
  matchers: readonly Matcher[],
  field?: SearchField,
): readonly TextRange[] {
  const relevant = matchers.filter(
    (matcher) => field === undefined || matcher.field === null || matcher.field === field,
  );
  if (relevant.length === 0) return [];
  // Most blocks of a text hold none: one look tells.
  const { unfolded, folded } = firstTerms(matchers);
  if (!(unfolded === null ? folded.test(fold(text)) : unfolded.test(text))) return [];
  const single = relevant.filter(isSingle);
  const others = relevant.filter((matcher) => !isSingle(matcher));
  const ranges = single.length === 0 ? [] : singleWords(text, single, unfolded);
  if (others.length > 0) ranges.push(...sequences(text, others));
  return merged(ranges);
}

function isSingle({ sequence, written }: Matcher): boolean {
  return sequence.length === 1 && written === null;
}

/** What any matcher's first word begins with: in folded texts, and in texts as they are written. */
type FirstTerms = { readonly folded: RegExp; readonly unfolded: RegExp | null };

const patterns = new WeakMap<readonly Matcher[], FirstTerms>();

function firstTerms(matchers: readonly Matcher[]): FirstTerms {
  let found = patterns.get(matchers);
  if (found === undefined) {
    const firsts = matchers.flatMap(({ sequence: [first] }) =>
      first === undefined ? [] : [...first.anyOf, ...(first.prefix === null ? [] : [first.prefix])],
    );
    // Terms are letters and digits: nothing in them is syntax of a pattern.
    found = {
      folded: new RegExp([...new Set(firsts)].join('|')),
      unfolded: unfoldedPattern(firsts),
    };
    patterns.set(matchers, found);
  }
  return found;
}

/**
 * What may make a word of the index of more than one stretch of letters: what folding drops, spaces
 * of numbers, points of initials; and, beyond Latin, Greek, Cyrillic and their signs, anything.
 */
const joins =
  /[\u0300-\u036F\u0483-\u0489\u00AD\u0530-\u1DFF\u200B-\u200D\u2060-\u20AB\u20AD-\uFFFF]|\d[ \u00A0\u2009\u202F]\d{3}|\.[^\s.]\.[^\s.]/;

/** Single words, found without cutting the whole text into words. */
function singleWords(
  text: string,
  matchers: readonly Matcher[],
  beginning: RegExp | null,
): TextRange[] {
  if (beginning === null || joins.test(text)) return sequences(text, matchers);
  const tests = matchers.map(({ sequence: [first] }) =>
    termTest(first ?? { anyOf: [], prefix: null }),
  );
  const ranges: TextRange[] = [];
  const anywhere = new RegExp(beginning.source, 'g');
  for (let found = anywhere.exec(text); found !== null; found = anywhere.exec(text)) {
    const start = found.index;
    const end = endOfWord(text, start);
    anywhere.lastIndex = end;
    if (start > 0 && isWordUnit(text, start - 1)) continue;
    const term = fold(text.slice(start, end));
    if (tests.some((test) => test(term))) ranges.push({ start, end });
  }
  return ranges;
}

function endOfWord(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isWordUnit(text, end)) end += 1;
  return end;
}

const wordCharacter = /[\p{L}\p{N}\p{Co}]/u;

/** Whether a unit of a text without pairs is of a word. */
function isWordUnit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x80) return wordCharacter.test(String.fromCharCode(code));
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** Words side by side, among all words of the text. */
function sequences(text: string, matchers: readonly Matcher[]): TextRange[] {
  const looked = matchers.map(({ sequence, written }) => ({
    tests: sequence.map(termTest),
    written,
  }));
  const words = [...tokens(text)];
  const ranges: TextRange[] = [];
  words.forEach((word, index) => {
    for (const { tests, written } of looked) {
      const last = endOfSequence(words, index, tests);
      if (last === undefined) continue;
      if (written !== null && !isWritten(text, words, index, written)) continue;
      ranges.push({ start: word.start, end: last.end });
    }
  });
  return ranges;
}

type TermTest = (term: string) => boolean;

const termTests = new WeakMap<TermMatcher, TermTest>();

function termTest(matcher: TermMatcher): TermTest {
  let test = termTests.get(matcher);
  if (test === undefined) {
    test = newTest(matcher);
    termTests.set(matcher, test);
  }
  return test;
}

function newTest({ anyOf, prefix }: TermMatcher): TermTest {
  const terms = new Set(anyOf);
  return (term) => terms.has(term) || (prefix !== null && term.startsWith(prefix));
}

/** The last word of a sequence of tests that holds from `index` on, if it does. */
function endOfSequence(
  words: readonly Token[],
  index: number,
  sequence: readonly TermTest[],
): Token | undefined {
  let last: Token | undefined;
  for (const [place, test] of sequence.entries()) {
    last = words[index + place];
    if (last === undefined || !test(last.term)) return undefined;
  }
  return last;
}

/** Whether the words from `index` on are written so, case and accents too. */
function isWritten(
  text: string,
  words: readonly Token[],
  index: number,
  written: readonly string[],
): boolean {
  return written.every((form, place) => {
    const word = words[index + place];
    return word !== undefined && writtenForm(text.slice(word.start, word.end)) === form;
  });
}

/** Ranges sorted by start, made one where they touch or overlap. */
function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const result: TextRange[] = [];
  for (const range of sorted) {
    const previous = result[result.length - 1];
    if (previous === undefined || range.start > previous.end) result.push(range);
    else if (range.end > previous.end) {
      result[result.length - 1] = { start: previous.start, end: range.end };
    }
  }
  return result;
}

/** A passage of a text, to be shown with a result. */
export type Passage = {
  /** White space, line breaks too, is single spaces as wide as they were: lengths are kept. */
  readonly text: string;
  /** What to mark, in offsets of the passage's own text. */
  readonly ranges: readonly TextRange[];
  /** Whether text was left out before it. */
  readonly truncatedStart: boolean;
  /** Whether text was left out after it. */
  readonly truncatedEnd: boolean;
};

/**
 * The passage of a text that shows the most of what was found: the window of at most `maxLength`
 * UTF-16 units with the most ranges, the first of equals, cut between words. Without ranges, the
 * beginning of the text.
 */
export function passage(text: string, ranges: readonly TextRange[], maxLength: number): Passage {
  const window = densest(ranges, maxLength);
  const spare = Math.max(0, maxLength - (window.end - window.start));
  // A third of the room goes before, so that the words found are read in context.
  const wantedStart = Math.max(0, window.start - Math.floor(spare / 3));
  const limit = Math.min(text.length, wantedStart + maxLength);
  const from = Math.max(0, Math.min(wantedStart, limit - maxLength));
  const start = wordStart(text, from, window.start);
  const end = wordEnd(text, limit, Math.min(window.end, limit));
  return {
    text: text.slice(start, end).replace(/\s/g, ' '),
    ranges: ranges
      .filter((range) => range.end > start && range.start < end)
      .map((range) => ({
        start: Math.max(range.start, start) - start,
        end: Math.min(range.end, end) - start,
      })),
    truncatedStart: start > 0 && /\S/.test(text.slice(0, start)),
    truncatedEnd: end < text.length && /\S/.test(text.slice(end)),
  };
}

/** The stretch of at most `maxLength` with the most ranges; one range alone may be longer. */
function densest(ranges: readonly TextRange[], maxLength: number): TextRange {
  let best: TextRange = ranges[0] ?? { start: 0, end: 0 };
  let bestCount = 1;
  let first = 0;
  ranges.forEach((range, index) => {
    while (first < index && range.end - (ranges[first]?.start ?? 0) > maxLength) first += 1;
    const count = index - first + 1;
    if (count > bestCount) {
      bestCount = count;
      best = { start: ranges[first]?.start ?? range.start, end: range.end };
    }
  });
  return best;
}

/** The start of the first whole word from `from` on, but no later than `atMost`. */
function wordStart(text: string, from: number, atMost: number): number {
  let start = from;
  if (start > 0 && !isSpace(text, start - 1)) {
    while (start < atMost && !isSpace(text, start)) start += 1;
  }
  while (start < atMost && isSpace(text, start)) start += 1;
  return onCharacter(text, start);
}

/** The end of the last whole word before `limit`, but no earlier than `atLeast`. */
function wordEnd(text: string, limit: number, atLeast: number): number {
  let end = limit;
  if (end < text.length && !isSpace(text, end)) {
    while (end > atLeast && !isSpace(text, end - 1)) end -= 1;
  }
  while (end > atLeast && isSpace(text, end - 1)) end -= 1;
  // One word longer than the room is cut within, rather than not shown.
  return onCharacter(text, end === 0 ? limit : end);
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** The offset itself, or one less when it falls between the halves of a surrogate pair. */
function onCharacter(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  const splits = before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
  return splits ? at - 1 : at;
}
