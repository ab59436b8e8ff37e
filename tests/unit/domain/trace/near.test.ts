import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terms } from '@domain/text/tokens';
import { findNear, leastWords, probes, searchedText, type Wanted } from '@domain/trace/near';

const wanted = (text: string): Wanted => ({ text, words: terms(text), must: null });
const found = (sentence: string, text: string) =>
  findNear(wanted(sentence), searchedText(text)).map(({ range, marks, containment }) => ({
    passage: text.slice(range.start, range.end),
    marks: marks.map(({ start, end }) => text.slice(start, end)),
    containment,
  }));

const sentence =
  'Le pont de Valdane est fermé depuis mardi soir après la découverte d’une fissure, a indiqué la préfecture.';

describe('findNear', () => {
  it('finds a sentence word for word, whatever its accents, capitals and signs', () => {
    const text = `Rappel. LE PONT DE VALDANE EST FERMÉ depuis mardi soir, après la decouverte d'une fissure (a indiqué la préfecture)… Rien d’autre.`;
    expect(found(sentence, text)).toEqual([
      {
        passage: text.slice(8, text.indexOf(')…')),
        marks: [text.slice(8, text.indexOf(')…'))],
        containment: 1,
      },
    ]);
  });

  it('finds it with words changed, left out and put in, and marks those that stayed', () => {
    const text =
      'Le pont de Valdane reste fermé depuis mardi soir après la découverte d’une grave fissure, a indiqué hier la préfecture.';
    const [match, second] = found(sentence, text);
    expect(second).toBeUndefined();
    expect(match?.containment).toBeGreaterThan(0.5);
    expect(match?.marks).toEqual([
      'Le pont de Valdane',
      'fermé depuis mardi soir après la découverte d’une',
      'fissure, a indiqué',
    ]);
  });

  it('finds each of several passages', () => {
    expect(found(sentence, `${sentence} ${sentence}\n${sentence}`)).toHaveLength(3);
  });

  it('does not take a common formula or a shared name for the sentence', () => {
    const formula =
      'Le ministre des Affaires étrangères Sergueï Lavrov a déclaré à la presse que la trêve tiendrait.';
    expect(
      found(
        formula,
        'Le ministre des Affaires étrangères Sergueï Lavrov a reçu mardi son homologue turc à Moscou.',
      ),
    ).toEqual([]);
    expect(
      found(
        'Le président russe Vladimir Poutine a rencontré Emmanuel Macron.',
        'Le président russe Vladimir Poutine a reçu le patriarche.',
      ),
    ).toEqual([]);
    expect(found(sentence, 'Le pont de Valdane est beau. La préfecture l’a indiqué.')).toEqual([]);
  });

  it('finds few words only as they are', () => {
    expect(found('douze morts', 'Il y a douze morts et douze autres morts.')).toEqual([
      { passage: 'douze morts', marks: ['douze morts'], containment: 1 },
    ]);
  });

  it('finds a sentence for the sake of some of its words only where it has them', () => {
    const about: Wanted = {
      ...wanted('L’explosion a fait douze morts dans le centre de la ville, selon les pompiers.'),
      must: ['douze', 'morts'],
    };
    const same = 'L’explosion a fait douze morts dans le centre de la ville, ont dit les pompiers.';
    const other = 'L’explosion a fait dix morts dans le centre de la ville, selon les pompiers.';
    const [match, second] = findNear(about, searchedText(`${other}\n${same}`));
    expect(second).toBeUndefined();
    const text = `${other}\n${same}`;
    expect(match?.marks.map(({ start, end }) => text.slice(start, end))).toEqual(['douze morts']);
  });
});

const word = fc.constantFrom(
  ...'un deux trois quatre cinq six sept huit neuf dix onze douze treize la le de du et que qui'.split(
    ' ',
  ),
);
const manyWords = fc.array(word, { minLength: leastWords, maxLength: 40 });
const someText = fc.array(word, { maxLength: 60 });

describe('the laws of near matching', () => {
  it('a sentence is found wherever it stands word for word', () => {
    fc.assert(
      fc.property(manyWords, someText, someText, (own, before, after) => {
        const text = [...before, ...own, ...after].join(' ');
        const start = [...before, ''].join(' ').length;
        const end = start + own.join(' ').length;
        const matches = findNear(wanted(own.join(' ')), searchedText(text));
        const covering = matches.filter(({ range }) => range.start <= end && range.end >= start);
        expect(covering.length).toBeGreaterThan(0);
      }),
    );
  });

  it('one word changed in eleven or more is borne', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 11, maxLength: 30 }),
        fc.nat(),
        (numbers, at) => {
          const own = numbers.map((number) => `w${number}`);
          const changed = own.with(at % own.length, 'autre');
          const matches = findNear(wanted(own.join(' ')), searchedText(changed.join(' ')));
          expect(matches).toHaveLength(1);
        },
      ),
    );
  });

  it('whatever matches holds one of the probes whole', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 6, maxLength: 30 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (numbers, changes) => {
          const own = numbers.map((number) => `w${number}`);
          const text = own.map((one, at) =>
            changes.some((change) => change % own.length === at) ? 'autre' : one,
          );
          const sentenceOf = wanted(own.join(' '));
          if (findNear(sentenceOf, searchedText(text.join(' '))).length === 0) return;
          const held = ` ${text.join(' ')} `;
          expect(probes(sentenceOf).some((run) => held.includes(` ${run.join(' ')} `))).toBe(true);
        },
      ),
    );
  });

  it('ranges and marks lie in the text, in order, marks within ranges', () => {
    fc.assert(
      fc.property(manyWords, someText, (own, text) => {
        const whole = text.join(' ');
        for (const { range, marks, containment } of findNear(
          wanted(own.join(' ')),
          searchedText(whole),
        )) {
          expect(containment).toBeGreaterThan(0);
          expect(containment).toBeLessThanOrEqual(1);
          let at = range.start;
          for (const mark of marks) {
            expect(mark.start).toBeGreaterThanOrEqual(at);
            expect(mark.end).toBeGreaterThan(mark.start);
            at = mark.end;
          }
          expect(at).toBe(range.end);
          expect(range.end).toBeLessThanOrEqual(whole.length);
        }
      }),
    );
  });
});
