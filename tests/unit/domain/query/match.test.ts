import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlightRanges, matchersOf, passage, type TextRange } from '@domain/query/highlight';
import { conjunction, type Expand } from '@domain/query/match';
import { parseQuery } from '@domain/query/parse';
import { stem } from '@domain/text/stem';
import { tokens } from '@domain/text/tokens';
import { lineText } from '../arbitraries';

const nothing: Expand = () => [];
const index = ['raid', 'raids', 'raide', 'syrie', 'syrien', 'poutine', 'trump', 'treve', 'treves'];
const fromIndex: Expand = (word, mode) =>
  index.filter((term) => {
    if (mode === 'inside') return term.includes(word);
    return mode === 'forms' ? stem(term) === stem(word) : term.startsWith(word);
  });

function match(input: string, expand: Expand = nothing): string | null {
  return conjunction(parseQuery(input).clauses, {
    expand,
    values: () => [7],
    subjects: () => [],
    persons: () => [],
  });
}

describe('MATCH text', () => {
  test.each([
    ['raid ', '"raid"'],
    ['raid', '"raid"'],
    ['raid trêve ', '("raid" AND "treve")'],
    ['"trêve en Syrie" ', '"treve en syrie"'],
    ['a OR b c ', '(("a" OR "b") AND "c")'],
    ['a -b -c ', '("a" NOT ("b" OR "c"))'],
    ['a b -c ', '(("a" AND "b") NOT "c")'],
    ['(a -b) OR c ', '(("a" NOT "b") OR "c")'],
    ['-a ', '({fact} : "_any" NOT "a")'],
    ['headline:raid "a b"* ', '({headline} : "raid" AND "a b")'],
    ['lang:fr a ', '({fact} : "_lfr" AND "a")'],
    ['lang:fr OR a ', '({fact} : "_lfr" OR "a")'],
    ['urgency:1..2 ', '{fact} : ("_u1" OR "_u2")'],
    ['desk:Monde has:photo ', '({fact} : "_desk7" AND {fact} : "_photo")'],
    ['NEAR(a b) ', 'NEAR("a" "b", 10)'],
    ['titre:NEAR(a "b c", 3) ', '{headline} : NEAR("a" "b c", 3)'],
    ['TrumpPoutine ', '("trumppoutine" OR "trump poutine")'],
    ['ONU G20 S-400 ', '(("onu" OR "o n u") AND ("g20" OR "g 20") AND ("s 400" OR "s400"))'],
    ['="Élysée" ', '"elysee"'],
    ['a^2 {b} ', '("a 2" AND "b")'],
  ])('%j gives %s', (input, expected) => {
    expect(match(input)).toBe(expected);
  });

  test.each(['subject:sport ', 'on:2017 ', 'words>10 a ', 'is:killed OR a ', 'has:open-note '])(
    '%j is not for the index alone',
    (input) => {
      expect(match(input)).toBeNull();
    },
  );

  test('words are all their forms, and the last as typed its continuations too', () => {
    expect(match('raids ', fromIndex)).toBe('("raids" OR "raid" OR "raide")');
    expect(match('*yri* ', fromIndex)).toBe('("syrie" OR "syrien")');
    expect(match('syri', fromIndex)).toBe('("syri" OR "syrie" OR "syrien")');
    expect(match('trêve-raids ', fromIndex)).toBe(
      '("treve raids" OR "treve raid" OR "treve raide")',
    );
    expect(match('titre:trêves ', fromIndex)).toBe('{headline} : ("treves" OR "treve")');
    expect(match('"raids" ', fromIndex)).toBe('"raids"');
  });

  test('whatever is typed, everything outside strings is our own syntax', () => {
    const typed = fc.array(lineText, { maxLength: 8 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(typed, (input) => {
        const outside = (match(input) ?? '').replace(/"[^"]*"/g, '');
        expect(outside).toMatch(/^(?:[() ,\d]|AND|OR|NOT|NEAR|\{[a-z]+\} :)*$/);
      }),
    );
  });
});

function marked(text: string, input: string, field?: 'headline' | 'body'): string[] {
  const ranges = highlightRanges(text, matchersOf(parseQuery(input), fromIndex), field);
  return ranges.map(({ start, end }) => text.slice(start, end));
}

describe('highlighting', () => {
  test('marks words in all their forms, where they stand in the original', () => {
    expect(marked('Les RAIDS, un raid en Syrie', 'raids syrie ')).toEqual([
      'RAIDS',
      'raid',
      'Syrie',
    ]);
  });

  test('marks phrases only where the words stand side by side', () => {
    const text = 'Une trêve en Syrie. La Syrie en trêve. «\u00A0Trêve, en Syrie\u00A0»';
    expect(marked(text, '"trêve en Syrie" ')).toEqual(['trêve en Syrie', 'Trêve, en Syrie']);
  });

  test('marks beginnings, and what is being typed', () => {
    expect(marked('Trump et Poutine', 'pou')).toEqual(['Poutine']);
    expect(marked('Trump et Poutine', 'tru* ')).toEqual(['Trump']);
    expect(marked('la trêve en Syrie', '"trêve en sy')).toEqual(['trêve en Syrie']);
  });

  test('does not mark what is excluded, nor other fields', () => {
    expect(marked('Trump et Poutine', 'trump -poutine ')).toEqual(['Trump']);
    expect(marked('Trump et Poutine', 'titre:trump poutine ', 'body')).toEqual(['Poutine']);
    expect(marked('Trump et Poutine', 'titre:trump poutine ', 'headline')).toEqual([
      'Trump',
      'Poutine',
    ]);
  });

  test('merges what overlaps', () => {
    expect(marked('Trump-Poutine', 'trump "trump poutine" poutine ')).toEqual(['Trump-Poutine']);
  });
});

describe('the quick way to single words', () => {
  test('marks what cutting the whole text into words marks', () => {
    const pieces = fc.constantFrom(
      'raid',
      'Raids',
      'braids',
      'trêve',
      'TRÊVES',
      'œuvre',
      'raid\u00ADs',
      '1 874',
      'S.R.I.',
      'été',
      'e\u0301te\u0301',
      '𝒜raid',
      'ﬁn',
      'İraid',
      '-',
      ', ',
      '’',
    );
    const texts = fc.array(fc.oneof(pieces, lineText), { maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.boolean(), (all, spaced) => {
        const text = all.join(spaced ? ' ' : '');
        const matchers = matchersOf(parseQuery('raid treve ete ra* oeuv* '), fromIndex);
        const wanted = [...tokens(text)].filter(({ term }) =>
          matchers.some(({ sequence: [first] }) =>
            first === undefined
              ? false
              : first.anyOf.includes(term) ||
                (first.prefix !== null && term.startsWith(first.prefix)),
          ),
        );
        expect(highlightRanges(text, matchers).flatMap(({ start, end }) => [start, end])).toEqual(
          mergedEnds(wanted),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

/** Starts and ends of words, made one where they touch. */
function mergedEnds(words: readonly { start: number; end: number }[]): readonly number[] {
  const ends: number[] = [];
  for (const { start, end } of words) {
    if (ends.at(-1) === start) ends.pop();
    else ends.push(start);
    ends.push(end);
  }
  return ends;
}

describe('passages', () => {
  const text = `Un début sans rien à voir avec le sujet. ${'Du remplissage. '.repeat(20)}Le raid et la trêve, le raid encore. La fin.`;

  test('show where most was found, cut between words', () => {
    const ranges = highlightRanges(text, matchersOf(parseQuery('raid trêve '), fromIndex));
    const found = passage(text, ranges, 60);
    expect(found.text.length).toBeLessThanOrEqual(60);
    expect(found.ranges.map(({ start, end }) => found.text.slice(start, end))).toEqual([
      'raid',
      'trêve',
      'raid',
    ]);
    expect(found.truncatedStart).toBe(true);
    expect(text).toContain(found.text);
  });

  test('are the beginning where nothing was found, and all of a short text', () => {
    expect(passage(text, [], 20)).toEqual({
      text: 'Un début sans rien à',
      ranges: [],
      truncatedStart: false,
      truncatedEnd: true,
    });
    expect(passage('Court.\nEt bref.', [{ start: 0, end: 5 }], 80)).toEqual({
      text: 'Court. Et bref.',
      ranges: [{ start: 0, end: 5 }],
      truncatedStart: false,
      truncatedEnd: false,
    });
  });

  test('stay within their length, keep ranges in order and cut no surrogate pair', () => {
    const cases = fc
      .string({ unit: 'grapheme', maxLength: 120 })
      .chain((body) =>
        fc.tuple(fc.constant(body), rangesOf(body), fc.integer({ min: 2, max: 60 })),
      );
    fc.assert(
      fc.property(cases, ([body, found, maxLength]) => {
        const shown = passage(body, found, maxLength);
        expect(shown.text.length).toBeLessThanOrEqual(maxLength);
        expect(/\p{Surrogate}/u.test(shown.text)).toBe(false);
        let last = 0;
        for (const { start, end } of shown.ranges) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(shown.text.length);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Ranges between characters of a text, sorted and apart. */
function rangesOf(text: string): fc.Arbitrary<TextRange[]> {
  const offsets = Array.from(text.matchAll(/./gsu), (character) => character.index);
  return fc.subarray(offsets).map((cuts) =>
    cuts.slice(0, -1).flatMap((start, at) => {
      const end = cuts[at + 1] ?? start;
      return at % 2 === 0 ? [{ start, end }] : [];
    }),
  );
}
