import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlock, checkText, keyOf, type TextRules } from '@domain/style/check';
import { dayMarks, dateInWords } from '@domain/style/days';
import type { StyleMark } from '@domain/style/marks';
import { namesIn } from '@domain/style/names';
import { numberMarks } from '@domain/style/numbers';
import { repeatedWords, straySpaces, unpairedSigns } from '@domain/style/signs';
import type { UnknownWord } from '@domain/style/spelling';

const rules: TextRules = {
  wireCapitals: true,
  words: [],
  houseForms: [],
  today: Date.UTC(2017, 4, 2),
  elsewhere: [],
  left: new Set(),
};

/** A text as its marks would leave it, each with its first fix. */
function fixed(text: string, marks: readonly StyleMark[]): string {
  let result = text;
  for (const { start, end, fixes } of marks.toReversed()) {
    result = result.slice(0, start) + (fixes[0] ?? '∅') + result.slice(end);
  }
  return result.replaceAll('\u00A0', '~');
}

function told(
  texts: readonly string[],
  some: Partial<TextRules> = {},
  language: 'fr' | 'en' = 'fr',
) {
  const blocks = texts.map((text) => checkBlock({ type: 'paragraph', text, language }, []));
  return checkText(blocks, { ...rules, ...some }).flatMap(({ shown }) =>
    shown.map(({ kind, words, fixes }) => `${kind}: ${words} → ${fixes[0] ?? ''}`),
  );
}

describe('signs', () => {
  it.each([
    ['le le chat', ['le le']],
    ['Nous nous sommes levés, vous vous êtes assis', []],
    ['à Bora Bora et à Sing Sing', []],
    ['dit-il il y a peu', []],
    ['tout à fait. Fait est que', []],
  ])('words written twice: %s', (text, words) => {
    expect(repeatedWords(text).map((mark) => mark.words)).toEqual(words);
  });

  it.each([
    ['Il a dit « non » (oui) [sic].', []],
    ['Il a dit « non.', ['opening']],
    ['Il a dit non ».', ['closing']],
    ['(a) un, b) deux, 3) trois', []],
    ['un (deux [trois) quatre', ['opening']],
    ['"oui" et "non', ['opening']],
    ['“yes”', []],
  ])('signs without their other half: %s', (text, whys) => {
    expect(unpairedSigns(text).map((mark) => mark.why)).toEqual(whys);
  });

  it('an open quotation goes on where the next paragraph opens it again', () => {
    expect(told(['Il a dit : « Non.', '« Jamais », a-t-il ajouté.'])).toEqual([]);
    expect(told(['Il a dit : « Non.', 'Jamais.'])).toHaveLength(1);
  });

  it.each([
    ['un  deux', 'un deux'],
    ['un \u00A0:', 'un~:'],
    ['un , deux .', 'un, deux.'],
    ['un.  ', 'un.  '],
  ])('spaces: %j', (text, right) => {
    expect(fixed(text, straySpaces(text))).toBe(right);
  });
});

describe('numbers and units', () => {
  it.each([
    ['12000 morts en 2017', '12~000 morts en 2017'],
    ['10km, 5% et 3€', '10~km, 5~% et 3~€'],
    ['1.5 million et 2.25 %', '1,5 million et 2,25 %'],
    ['à 21h14 et vers 8h', 'à 21~h~14 et vers 8~h'],
    ['le 1 mai et le 1er mai', 'le 1er mai et le 1er mai'],
    ['1,5 millions et 2 millions', '1,5 million et 2 millions'],
    ['n° 12345, le 06 12345678, 192.168.10001', 'n° 12345, le 06 12~345~678, 192.168.10001'],
    ['https://a.fr/12000 à 21:14', 'https://a.fr/12000 à 21:14'],
  ])('French: %s', (text, right) => {
    expect(fixed(text, numberMarks(text, 'fr'))).toBe(right);
  });

  it.each([
    ['12000 dead, 12 000 hurt', '12,000 dead, 12,000 hurt'],
    ['5 % and 10km', '5% and 10~km'],
    ['1,5 million', '1.5 million'],
    ['1,500 men at 21:14 in 2017', '1,500 men at 21:14 in 2017'],
  ])('English: %s', (text, right) => {
    expect(fixed(text, numberMarks(text, 'en'))).toBe(right);
  });
});

describe('days against the stamp, Tuesday 2 May 2017', () => {
  const fixes = (text: string, language: 'fr' | 'en', isOpening = true) =>
    dayMarks(text, language, Date.UTC(2017, 4, 2), isOpening).map(
      (mark) => `${mark.words} → ${mark.fixes.join(' or ')}`,
    );

  it.each([
    ['Il a dit mardi que hier', ['hier → lundi 1er mai']],
    ['mardi 3 mai', ['mardi 3 mai → mercredi 3 mai or mardi 2 mai']],
    ['mardi 3 mai 2016', []],
    ['lundi 3 mai 2016', ['lundi 3 mai 2016 → mardi 3 mai 2016 or lundi 2 mai 2016']],
    ['vendredi', ['vendredi → vendredi 28 avril']],
    ['jeudi prochain', ['jeudi prochain → jeudi 4 mai or jeudi 11 mai']],
    ['après-demain et aujourd’hui', ['après-demain → jeudi 4 mai', 'aujourd’hui → mardi 2 mai']],
  ])('French: %s', (text, words) => {
    expect(fixes(text, 'fr')).toEqual(words);
  });

  it('English, and weekdays further down are left alone', () => {
    expect(fixes('next Thursday, yesterday', 'en')).toEqual([
      'next Thursday → Thursday, May 4 or Thursday, May 11',
      'yesterday → Monday, May 1',
    ]);
    expect(fixes('vendredi', 'fr', false)).toEqual([]);
  });

  it('a day in words is read as that day again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom('fr', 'en'),
        (n, language) => {
          const date = n * 86_400_000;
          const words = dateInWords(date, language);
          expect(dayMarks(words, language, date, true)).toEqual([]);
        },
      ),
    );
  });
});

describe('names', () => {
  it('written in two ways, the rarer is marked with the commoner', () => {
    expect(
      told(['La Maison Blanche a dit.', 'Selon la Maison blanche, la Maison Blanche se tait.']),
    ).toEqual(['consistency: Maison blanche → Maison Blanche']);
    expect(told(['à Saint-Denis', 'à Saint Denis', 'Saint-Denis'])).toEqual([
      'consistency: Saint Denis → Saint-Denis',
    ]);
  });

  it('wire capitals are no other way where the house lets them, and are one where it does not', () => {
    const texts = ['L’Élysée se tait.', 'L’Elysée se tait, l’Élysée parle.'];
    expect(told(texts)).toEqual([]);
    expect(told(texts, { wireCapitals: false })).toEqual(['consistency: Elysée → Élysée']);
  });

  it('are held against what was published of the dispatch too', () => {
    const elsewhere = ['La Maison Blanche', 'la Maison Blanche'].map((text) => ({
      names: namesIn(text),
    }));
    expect(told(['Selon la Maison blanche'], { elsewhere })).toEqual([
      'consistency: Maison blanche → Maison Blanche',
    ]);
  });

  it('are held against the list of the house', () => {
    const some = { houseForms: ['Maison Blanche', 'Kyiv | Kiev'] };
    expect(told(['la Maison blanche, une maison blanche, à Kiev'], some)).toEqual([
      'house: Maison blanche → Maison Blanche',
      'house: Kiev → Kyiv',
    ]);
  });
});

describe('spelling', () => {
  const unknownIn = (text: string, ...words: readonly string[]): UnknownWord[] =>
    words.flatMap((word) =>
      [...text.matchAll(new RegExp(word, 'g'))].map(({ index: start }) => ({
        start,
        end: start + word.length,
        is: 'unknown' as const,
        name: start > 0 && /^\p{Lu}/u.test(word),
      })),
    );
  const shown = (text: string, unknown: readonly UnknownWord[], some: Partial<TextRules> = {}) =>
    checkText([checkBlock({ type: 'paragraph', text, language: 'fr' }, unknown)], {
      ...rules,
      ...some,
    }).flatMap((block) => block.shown.map((mark) => mark.words));

  it('a name written alike twice is taken for one, words in lists are right', () => {
    const text = 'Takieddine a vu Takieddine et Gaubret, un evenement';
    const unknown = unknownIn(text, 'Takieddine', 'Gaubret', 'evenement');
    expect(shown(text, unknown)).toEqual(['Gaubret', 'evenement']);
    expect(shown(text, unknown, { words: ['Gaubret'] })).toEqual(['evenement']);
    const elsewhere = [{ names: namesIn('dit Gaubret') }];
    expect(shown(text, unknown, { elsewhere })).toEqual(['evenement']);
  });

  it('what was left stays away and is told apart', () => {
    const text = 'un evenement';
    const left = new Set([keyOf({ kind: 'spelling', words: 'evenement' })]);
    expect(shown(text, unknownIn(text, 'evenement'), { left })).toEqual([]);
  });
});

describe('a checked text', () => {
  const pieces =
    'Maison|blanche|Blanche|le|le|12000|21h14|mardi|3 mai|hier|«|»|"|(|)|  |, |Élysée|Elysée|x@y.fr';
  const anyText = fc
    .array(fc.constantFrom(...pieces.split('|')), { maxLength: 14 })
    .map((parts) => parts.join(' '));

  it('has marks within its blocks, in order, that do not overlap', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 4 }),
        fc.constantFrom('fr', 'en'),
        (texts, language) => {
          const blocks = texts.map((text) => checkBlock({ type: 'lead', text, language }, []));
          for (const [index, { shown }] of checkText(blocks, rules).entries()) {
            let end = 0;
            for (const mark of shown) {
              expect(mark.start).toBeGreaterThanOrEqual(end);
              expect(mark.end).toBeGreaterThan(mark.start);
              ({ end } = mark);
            }
            expect(end).toBeLessThanOrEqual(texts[index]?.length ?? 0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('numbers set right are right', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('fr', 'en'), (text, language) => {
        const marks = numberMarks(text, language).toSorted((a, b) => a.start - b.start);
        const after = fixed(text, marks).replaceAll('~', '\u00A0');
        expect(numberMarks(after, language)).toEqual([]);
      }),
    );
  });
});
