import { tokens, type Token } from '../text/tokens';
import type { Expand } from './match';
import type { Clause, Query, SearchField } from './query';

/** Which terms may stand at one place: any of `anyOf`, or any that begins with `prefix`. */
export type TermMatcher = { readonly anyOf: readonly string[]; readonly prefix: string | null };

/** Words a query looks for: terms side by side. Plain data, so that it can cross to the renderer. */
export type Matcher = {
  readonly sequence: readonly TermMatcher[];
  /** Null: anywhere. */
  readonly field: SearchField | null;
};

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export type TextRange = { readonly start: number; readonly end: number };

/**
 * What is to be marked in texts found by a query: its words and phrases, not what it excludes.
 *
 * @param expand as for `toFtsMatch`, so that what was found is what is marked
 */
export function matchersOf(query: Query, expand: Expand): readonly Matcher[] {
  return query.clauses.flatMap((clause) => clauseMatchers(clause, expand));
}

function clauseMatchers(clause: Clause, expand: Expand): readonly Matcher[] {
  switch (clause.type) {
    case 'or':
    case 'and':
      return clause.clauses.flatMap((inner) => clauseMatchers(inner, expand));
    case 'word':
    case 'phrase': {
      const last = clause.terms[clause.terms.length - 1] ?? '';
      const isWord = clause.type === 'word';
      const forms = isWord && !clause.prefix ? expand(last, 'forms') : [];
      const prefix = clause.prefix || (isWord && clause.asTyped) ? last : null;
      const sequence = clause.terms.slice(0, -1).map((term) => ({ anyOf: [term], prefix: null }));
      const final = { anyOf: [...new Set([last, ...forms])], prefix };
      return [{ sequence: [...sequence, final], field: clause.field }];
    }
    default:
      return [];
  }
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
  const relevant = matchers
    .filter((matcher) => field === undefined || matcher.field === null || matcher.field === field)
    .map((matcher) => matcher.sequence.map(termTest));
  if (relevant.length === 0) return [];
  const words = [...tokens(text)];
  const ranges: TextRange[] = [];
  words.forEach((word, index) => {
    for (const sequence of relevant) {
      const last = endOfSequence(words, index, sequence);
      if (last !== undefined) ranges.push({ start: word.start, end: last.end });
    }
  });
  return merged(ranges);
}

type TermTest = (term: string) => boolean;

function termTest({ anyOf, prefix }: TermMatcher): TermTest {
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
