import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '@domain/trace/sentences';
import { lineText } from '../arbitraries';

const split = (text: string): readonly string[] =>
  sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['Un. Deux ! Trois ? Quatre… Cinq.', ['Un.', 'Deux !', 'Trois ?', 'Quatre…', 'Cinq.']],
    [
      'M. Trump a appelé M. Poutine. Il a raccroché.',
      ['M. Trump a appelé M. Poutine.', 'Il a raccroché.'],
    ],
    ['Mme Merkel et le Dr. Roy. Fin.', ['Mme Merkel et le Dr. Roy.', 'Fin.']],
    [
      'Le n° 4 et le no. 5 sont là. Le reste non.',
      ['Le n° 4 et le no. 5 sont là.', 'Le reste non.'],
    ],
    ['J. K. Rowling écrit. Elle publie.', ['J. K. Rowling écrit.', 'Elle publie.']],
    ['In the U.S. Senate he spoke. He left.', ['In the U.S. Senate he spoke.', 'He left.']],
    [
      'Il est né en 44 av. J.-C. à Rome. Il y est mort.',
      ['Il est né en 44 av. J.-C. à Rome.', 'Il y est mort.'],
    ],
    ['« C’est non\u00A0! » dit-il. Et il sort.', ['« C’est non\u00A0! » dit-il.', 'Et il sort.']],
    [
      'Il a dit\u00A0: «\u202FNon.\u202F» Elle a ri.',
      ['Il a dit\u00A0: «\u202FNon.\u202F»', 'Elle a ri.'],
    ],
    ['“It is over.” They left.', ['“It is over.”', 'They left.']],
    [
      'Le taux est de 3.5 % et de 1.200 francs. Il monte.',
      ['Le taux est de 3.5 % et de 1.200 francs.', 'Il monte.'],
    ],
    [
      'Des pommes, des poires, etc. sont venues. Bon.',
      ['Des pommes, des poires, etc. sont venues.', 'Bon.'],
    ],
    [
      'He said no. The vote was on Jan. 5 in Rome.',
      ['He said no.', 'The vote was on Jan. 5 in Rome.'],
    ],
    ['Sans fin', ['Sans fin']],
    ['   ', []],
    ['', []],
  ])('cuts %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('leaves out nothing but white space, whatever the text', () => {
    fc.assert(
      fc.property(lineText, (text) => {
        let at = 0;
        for (const { start, end } of sentences(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
