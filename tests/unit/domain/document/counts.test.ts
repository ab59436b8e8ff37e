import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildDocument } from '@domain/document/build';
import { canonicalText } from '@domain/document/canonical-text';
import { countDocument, countText } from '@domain/document/counts';
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
