import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinaryEffort } from '@domain/compare/sequence';
import { diffWords, type Segment } from '@domain/compare/word-diff';
import { tokensOf } from '@domain/compare/words';
import { lineText } from '../arbitraries';

const diff = (left: string, right: string, steps = ordinaryEffort): Segment[] =>
  diffWords(left, right, { steps });

/** Segments as wdiff writes them: [-deleted-] and {+inserted+}. */
const told = (left: string, right: string): string =>
  diff(left, right)
    .map(({ is, text }) =>
      is === 'deleted' ? `[-${text}-]` : is === 'inserted' ? `{+${text}+}` : text,
    )
    .join('');

const anyText = fc.oneof(
  lineText,
  fc.array(lineText, { maxLength: 6 }).map((parts) => parts.join(' ')),
);

describe('tokens', () => {
  it('keeps every character, spaces of French typography as tokens of their own', () => {
    expect(tokensOf('«\u202Fl’Élysée\u00A0: oui\u202F!»')).toEqual([
      '«',
      '\u202F',
      'l',
      '’',
      'Élysée',
      '\u00A0',
      ':',
      ' ',
      'oui',
      '\u202F',
      '!',
      '»',
    ]);
  });

  it('takes compounds and decimals for one word, and a full stop after it for a sign', () => {
    expect(tokensOf('porte-parole 3,5 1.000 fin.')).toEqual([
      'porte-parole',
      ' ',
      '3,5',
      ' ',
      '1.000',
      ' ',
      'fin',
      '.',
    ]);
  });

  it('does not cut a pictograph', () => {
    expect(tokensOf('a👩‍🚒b')).toEqual(['a', '👩‍🚒', 'b']);
  });

  it('is the text again when put together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => tokensOf(text).join('') === text),
    );
  });
});

describe('words two texts differ by', () => {
  it.each([
    ['un mot', 'un mot', 'un mot'],
    ['Le raid a fait 58 morts.', 'Le raid a fait 59 morts.', 'Le raid a fait [-58-]{+59+} morts.'],
    // A replaced phrase is one change, its spaces and signs with it.
    ['dit mardi soir ici', 'dit mercredi matin ici', 'dit [-mardi soir-]{+mercredi matin+} ici'],
    ['selon Paul, Jean et', 'selon Luc, Marc et', 'selon [-Paul, Jean-]{+Luc, Marc+} et'],
    // But a kept word stays kept.
    [
      'dix morts et six blessés',
      'onze morts et sept blessés',
      '[-dix-]{+onze+} morts et [-six-]{+sept+} blessés',
    ],
    // Whole sentences, whole words.
    ['Un. Deux.', 'Un. Trois. Deux.', 'Un. {+Trois. +}Deux.'],
    ['Un. Deux.', 'Un. Deux. Trois.', 'Un. Deux.{+ Trois.+}'],
    ['il a dit non', 'il a toujours dit non', 'il a {+toujours +}dit non'],
    ['le très grand raid', 'le grand raid', 'le [-très -]grand raid'],
    // Typography alone: the word is not touched.
    ['Non !', 'Non\u202F!', 'Non[- -]{+\u202F+}!'],
    ["l'armée", 'l’armée', "l[-'-]{+’+}armée"],
    ['"Oui", dit-il', '«\u202FOui\u202F», dit-il', '[-"-]{+«\u202F+}Oui[-"-]{+\u202F»+}, dit-il'],
    ['', 'tout', '{+tout+}'],
    ['tout', '', '[-tout-]'],
  ])('%j and %j', (left, right, expected) => {
    expect(told(left, right)).toBe(expected);
  });

  it('gives back both texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const segments = diff(left, right);
        const side = (absent: Segment['is']): string =>
          segments.map(({ is, text }) => (is === absent ? '' : text)).join('');
        expect(side('inserted')).toBe(left);
        expect(side('deleted')).toBe(right);
        expect(segments.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  it('gives back both texts when no effort is left', () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        const segments = diff(left, right, 0);
        expect(segments.map(({ is, text }) => (is === 'inserted' ? '' : text)).join('')).toBe(left);
        expect(segments.map(({ is, text }) => (is === 'deleted' ? '' : text)).join('')).toBe(right);
      }),
    );
  });

  it('finds the changed words of a paragraph of 20,000 words', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `mot${(index * 7919) % 5_003}`);
    const right = words.map((word, index) => (index % 97 === 50 ? 'autre' : word));
    const changed = diff(words.join(' '), right.join(' ')).filter(({ is }) => is === 'inserted');
    expect(changed.map(({ text }) => text)).toEqual(right.filter((word) => word === 'autre'));
  });
});
