import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abbreviationsOf, expansionAt } from '@domain/abbreviations/abbreviations';

const known = abbreviationsOf([
  'md | Maison Blanche',
  'jj | lundi 23 novembre',
  'ue|Union européenne',
]);

/** The text after what was typed last; the text itself where nothing stands for it. */
function expanded(text: string): string {
  const edit = expansionAt(text, (word) => known.get(word));
  return edit === null ? text : text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
}

describe('a list of abbreviations', () => {
  it('is read line by line; what is no abbreviation is passed over', () => {
    expect([
      ...abbreviationsOf(['md | Maison Blanche', 'a b | c', 'x |', '| y', 'x', 'md | M. D.']),
    ]).toEqual([['md', 'M. D.']]);
  });
});

describe('an abbreviation', () => {
  it.each([
    ['À la md ', 'À la Maison Blanche '],
    ['À la md,', 'À la Maison Blanche,'],
    ['À la md.', 'À la Maison Blanche.'],
    ['(md)', '(Maison Blanche)'],
    ['l’ue\u00A0', 'l’Union européenne\u00A0'],
    ['Md ', 'Maison Blanche '],
    ['Ue ', 'Union européenne '],
    ['Jj ', 'Lundi 23 novembre '],
  ])('%s gives way', (text, wanted) => {
    expect(expanded(text)).toBe(wanted);
  });

  it.each([
    'md',
    'amd ',
    'MD ',
    'https://exemple.fr/md ',
    'www.exemple.fr?md,',
    'a@md ',
    '@md ',
    '#md ',
    'exemple.md ',
    'rue-md ',
    'code `x md` ',
    'md  x ',
  ])('%s stays', (text) => {
    expect(expanded(text)).toBe(text);
  });

  const word = fc.stringMatching(/^[a-zé0-9]{1,5}$/);
  const phrase = fc.stringMatching(/^[A-Za-zé ’-]{0,12}[A-Za-z]$/);
  const sign = fc.constantFrom(
    ' ',
    '\u00A0',
    '\u202F',
    ',',
    ';',
    ':',
    '.',
    '!',
    '?',
    '…',
    ')',
    '»',
    '”',
  );

  it('changes exactly the word before the sign, into exactly what the list says', () => {
    fc.assert(
      fc.property(word, phrase, phrase, sign, (short, long, before, typed) => {
        const list = abbreviationsOf([`${short} | ${long}`]);
        const text = `${before} ${short}${typed}`;
        const edit = expansionAt(text, (one) => list.get(one));
        if (long.trim() === short) expect(edit).toBeNull();
        else {
          const start = before.length + 1;
          expect(edit).toEqual({ start, end: start + short.length, insert: long.trim() });
        }
      }),
    );
  });

  it('is never found where no whole word of the list stands before the last sign', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const edit = expansionAt(text, (word) => known.get(word));
        if (edit === null) return;
        expect(edit.end).toBe(text.length - 1);
        expect(known.has(text.slice(edit.start, edit.end).toLowerCase())).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
