import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldText } from '@domain/text/fold';
import { stem } from '@domain/text/stem';
import { terms, tokens } from '@domain/text/tokens';
import { lineText } from '../arbitraries';

const anyText = fc.oneof(lineText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('folding', () => {
  test.each([
    ['Élysée', 'elysee'],
    ['E\u0301lyse\u0301e', 'elysee'],
    ['CŒUR œuvre ex æquo', 'coeur oeuvre ex aequo'],
    ['Straße, Søren, Łódź, İstanbul', 'strasse, soren, lodz, istanbul'],
    ['l’État', "l'etat"],
    ['sou\u00ADhait', 'souhait'],
    ['1\u202F874 morts', '1874 morts'],
    ['12 000 000', '12000000'],
    ['le 2 mai 2017', 'le 2 mai 2017'],
    ['21 14', '21 14'],
    ['Афганистан Ёлка', 'афганистан елка'],
    ['\u{1F600}', '\u{1F600}'],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('is the same with and without the map, and once is enough', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded } = foldText(text);
        expect(fold(text)).toBe(folded);
        expect(fold(folded)).toBe(folded);
      }),
    );
  });

  test('the map grows, and ends with the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, map } = foldText(text);
        expect(map.length).toBe(folded.length + 1);
        expect(map[folded.length]).toBe(text.length);
        expect(map).toEqual(map.toSorted());
      }),
    );
  });
});

describe('tokens', () => {
  test('are runs of letters and digits, where they stand in the original', () => {
    const text = 'L’Élysée à 1\u202F874 œuvres, e\u0301te\u0301 !';
    const found = [...tokens(text)].map(({ term, start, end }) => [term, text.slice(start, end)]);
    expect(found).toEqual([
      ['l', 'L'],
      ['elysee', 'Élysée'],
      ['a', 'à'],
      ['1874', '1\u202F874'],
      ['oeuvres', 'œuvres'],
      ['ete', 'e\u0301te\u0301'],
    ]);
  });

  test('fold to their own terms, in order, without overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { term, start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(fold(text.slice(start, end))).toContain(term);
          last = end;
        }
        expect([...tokens(text)].map((token) => token.term)).toEqual(terms(text));
      }),
    );
  });
});

describe('stems', () => {
  test.each([
    'raid raids',
    'américain américains américaine américaines',
    'tué tués tuée tuées tue tues',
    'frappe frappes frappé frappée frapper',
    'journal journaux',
    'bureau bureaux',
    'travail travaux',
    'élu élus élue élues',
    'annonce annoncé annoncée annoncer annonces',
    'ancien ancienne anciens anciennes',
    'actif active actifs actives',
    'heureux heureuse heureuses',
    'directeur directrice directeurs',
    'premier première premiers premières',
    'négocier négocié négociées',
    'gros grosse grosses',
    'général générale généraux',
    'secret secrète secrets',
    'country countries',
    'attack attacks attacked attacking',
    'kill kills killed killing',
    'watch watches watched',
    'meeting meetings',
    'move moves moved',
    'city cities',
  ])('are one for %s', (forms) => {
    expect(new Set(forms.split(' ').map((form) => stem(fold(form)))).size).toBe(1);
  });

  test.each([
    ['pari', 'Paris'],
    ['pay', 'pays'],
    ['corp', 'corps'],
    ['prix', 'prie'],
    ['Syrie', 'Syrien'],
    ['dur', 'during'],
    ['s', 'sing'],
    ['a', 'as'],
    ['police', 'policier'],
    ['mort', 'mortier'],
    ['guerre', 'guerrier'],
    ['exceed', 'exce'],
    ['virus', 'viru'],
    ['2017', '201'],
  ])('keep %s and %s apart', (a, b) => {
    expect(stem(fold(a))).not.toBe(stem(fold(b)));
  });

  test('are never empty', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (term) => {
        expect(stem(term).length).toBeGreaterThan(0);
        expect(stem(term).length).toBeGreaterThanOrEqual(Math.min(2, term.length));
      }),
    );
  });
});
