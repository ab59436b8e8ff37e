import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildDocument } from '@domain/document/build';
import { canonicalText } from '@domain/document/canonical-text';
import { columnMeasure, countDocument, countText } from '@domain/document/counts';
import { document as anyDocument } from '../arbitraries';

describe('words', () => {
  test.each([
    ['', 0],
    ['M. Macron a dit', 4],
    ['M.\u00A0Macron a\u202Fdit', 4],
    ['l’Élysée', 1],
    ["aujourd'hui", 1],
    ['Trump-Poutine', 1],
    ['21h14', 1],
    ['21 h 14', 3],
    ['la règle\u00A0: «\u202Foui\u202F»\u202F!', 3],
    ['un — deux', 2],
    ['un\n\ndeux\u2028trois', 3],
    ['3e 1 874', 3],
    ['\u{1F600}', 0],
  ])('%j has %i', (text, words) => {
    expect(countText(text, 'fr').words).toBe(words);
  });
});

describe('characters', () => {
  test('are what a reader sees, line breaks not counted', () => {
    const counts = countText('été e\u0301\n\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', 'fr');
    expect(counts.characters).toBe(6);
    expect(counts.charactersWithoutSpaces).toBe(5);
  });

  test('spaces of every width count as spaces', () => {
    const counts = countText('a b\u00A0c\u202Fd', 'fr');
    expect(counts.characters).toBe(7);
    expect(counts.charactersWithoutSpaces).toBe(4);
  });

  test('a feuillet is 1,500 of them', () => {
    expect(countText('a'.repeat(1500), 'fr').feuillets).toBe(1);
    expect(countText('a'.repeat(2000), 'fr').feuillets).toBe(1.33);
  });
});

test('reading goes at 238 words a minute', () => {
  expect(countText('mot '.repeat(238), 'fr').readingSeconds).toBe(60);
});

test('a document counts all its text', () => {
  const doc = buildDocument({
    headline: 'Un titre',
    blocks: [
      { type: 'lead', text: 'Le chapô.' },
      { type: 'photo', caption: 'La légende', credit: 'CRÉDIT' },
    ],
    signoff: 'atl/mbr',
  });
  expect(countDocument(doc, 'fr').words).toBe(8);
});

describe('counting a document block by block', () => {
  it('agrees with counting its canonical text, also after a change', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (first, second) => {
        for (const document of [first, second, first]) {
          expect(countDocument(document, 'fr')).toEqual(countText(canonicalText(document), 'fr'));
        }
      }),
    );
  });
});

/** Every kind of space and apostrophe, and what else is counted by a rule. */
const pieces =
  "M.|Macron|l’Élysée|aujourd'hui|Trump-Poutine|21 h 14|21\u00A0h\u202F14|3e|1 874|https://a.fr/x?y=1|" +
  'a@b.fr|«\u202F|\u202F»| : |—|\u2009|\u00A0|\u202F|\u3000| |  |\t|\n|\u2028|e\u0301|👨‍👩‍👧|’|ʼ|\uFEFF|' +
  'abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz';
const anyText = fc
  .array(fc.constantFrom(...pieces.split('|')), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** The same figures, reckoned sign by sign by the plain words of the rules. */
function slowly(text: string) {
  const isSpace = (sign: string) => /[\p{White_Space}\uFEFF\u200B]/u.test(sign);
  const isBreak = (sign: string) => /[\n\r\v\f\u0085\u2028\u2029]/.test(sign);
  let words = 0;
  let inWord = false;
  for (const sign of `${text} `) {
    if (isSpace(sign)) {
      words += inWord ? 1 : 0;
      inWord = false;
    } else if (/[\p{L}\p{N}]/u.test(sign)) inWord = true;
  }
  const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });
  const graphemes = (part: string) => [...segmenter.segment(part)].map(({ segment }) => segment);
  const signsOf = (part: string) => graphemes(part).length;
  const splitBy = (is: (sign: string) => boolean) => {
    const parts = [''];
    for (const sign of text) {
      if (is(sign)) parts.push('');
      else parts.push(`${parts.pop() ?? ''}${sign}`);
    }
    return parts;
  };
  const sum = (parts: readonly string[]) => parts.reduce((so, part) => so + signsOf(part), 0);
  return {
    words,
    characters: sum(splitBy(isBreak)),
    charactersWithoutSpaces: sum(splitBy(isSpace)),
    lines: splitBy(isBreak).reduce((so, line) => so + linesOf(graphemes(line)), 0),
  };
}

/** Puts a line's signs into a column one after another, taking a word that does not fit to the next line. */
function linesOf(signs: readonly string[]): number {
  const mayBreak = (sign: string) =>
    /^\s$/u.test(sign) && !'\u00A0\u202F\u2007\uFEFF'.includes(sign);
  const isHyphen = (sign: string) => /^[-\u2010\u2012-\u2014]$/u.test(sign);
  if (signs.every((sign) => /^\s$/u.test(sign))) return 0;
  let lines = 1;
  let column = 0;
  for (let at = 0; at < signs.length;) {
    let end = at;
    while (end < signs.length && !mayBreak(signs[end] ?? '')) {
      end += 1;
      if (isHyphen(signs[end - 1] ?? '')) break;
    }
    let width = end - at;
    if (column > 0 && width > 0 && column + width > columnMeasure) {
      lines += 1;
      column = 0;
    }
    while (width > columnMeasure) {
      lines += 1;
      width -= columnMeasure;
    }
    column += width;
    at = end;
    while (at < signs.length && mayBreak(signs[at] ?? '')) {
      column += 1;
      at += 1;
    }
  }
  return lines;
}

describe('counts', () => {
  it('agree with a slow reference on texts with every kind of space and apostrophe', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, characters, charactersWithoutSpaces, lines } = countText(text, 'fr');
        expect({ words, characters, charactersWithoutSpaces, lines }).toEqual(slowly(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['', 0],
    ['   ', 0],
    ['mot', 1],
    ['mot '.repeat(16).trim(), 1],
    ['mot '.repeat(17).trim(), 2],
    ['mot\u00A0'.repeat(17).trim(), 2],
    ['a'.repeat(67), 2],
    ['un\ndeux', 2],
    [`${'a'.repeat(66)}  `, 1],
  ])('lines of a column: %j takes %i', (text, lines) => {
    expect(countText(text, 'fr').lines).toBe(lines);
  });
});
