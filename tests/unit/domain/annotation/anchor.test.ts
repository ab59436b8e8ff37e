import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextLength, makeAnchor, resolveAnchor } from '@domain/annotation/anchor';

/** Distinct words, so that a context occurs once, with one word that may occur again. */
const words = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 24, maxLength: 40 })
  .filter((list) => !list.some((word) => word.includes('twin')));

function anchorOf(text: string, word: string): ReturnType<typeof makeAnchor> {
  const start = text.indexOf(word);
  return makeAnchor(text, start, start + word.length);
}

describe('making', () => {
  test('keeps the words, their place and 32 units on each side', () => {
    const text = `${'a'.repeat(50)}mot${'b'.repeat(50)}`;
    expect(makeAnchor(text, 50, 53)).toEqual({
      exact: 'mot',
      prefix: 'a'.repeat(contextLength),
      suffix: 'b'.repeat(contextLength),
      start: 50,
      end: 53,
    });
  });

  test('never cuts a surrogate pair, wherever it is asked to', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.integer({ min: -5, max: 210 }),
        fc.integer({ min: -5, max: 210 }),
        (text, a, b) => {
          const anchor = makeAnchor(text, a, b);
          const lone = /\p{Surrogate}/u;
          expect(lone.test(anchor.exact + anchor.prefix + anchor.suffix)).toBe(false);
          expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
          expect(text).toContain(anchor.prefix + anchor.exact + anchor.suffix);
        },
      ),
    );
  });
});

describe('finding again', () => {
  test('an unchanged text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const anchor = makeAnchor(text, a % text.length, b % text.length);
        fc.pre(anchor.exact !== '');
        const { start, end } = anchor;
        expect(resolveAnchor(text, anchor)).toEqual({ status: 'exact', start, end });
      }),
    );
  });

  test('words moved by an insertion before them, twins or not', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.string({ minLength: 1 }), (list, at, inserted) => {
        const place = 8 + (at % (list.length - 16));
        const marked = [...list.slice(0, place), 'twin', ...list.slice(place), 'a', 'twin', 'b'];
        const text = marked.join(' ');
        const anchor = anchorOf(text, 'twin');
        const start = anchor.start + inserted.length;
        expect(resolveAnchor(inserted + text, anchor)).toEqual({
          status: 'moved',
          start,
          end: start + 4,
        });
      }),
    );
  });

  test('deleted words are orphaned, whatever twins they have', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.array(fc.nat(), { maxLength: 3 }), (list, at, twins) => {
        const place = 8 + (at % (list.length - 16));
        const others = [...list];
        for (const twin of twins) others.splice(twin % 4, 0, 'twin');
        const shift = twins.length + place;
        const before = others.slice(0, shift).join(' ');
        const after = others.slice(shift).join(' ');
        const start = before.length + 1;
        const anchor = makeAnchor(`${before} twin ${after}`, start, start + 4);
        expect(resolveAnchor(`${before} ${after}`, anchor).status).toBe('orphaned');
        expect(resolveAnchor(`${before}  ${after}`, anchor).status).toBe('orphaned');
      }),
    );
  });

  test('an answer always is a stretch of the text, and exact or moved the same words', () => {
    const few = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 60 });
    fc.assert(
      fc.property(few, few, fc.nat(60), fc.nat(60), (before, after, a, b) => {
        const anchor = makeAnchor(before, a, b);
        const found = resolveAnchor(after, anchor);
        if (found.status === 'orphaned') return;
        expect(found.start).toBeLessThan(found.end);
        expect(found.end).toBeLessThanOrEqual(after.length);
        const isSame = after.slice(found.start, found.end) === anchor.exact;
        expect(isSame).toBe(found.status !== 'changed');
      }),
    );
  });

  const text =
    'La présidence russe a qualifié de constructive cette conversation téléphonique, la troisième ' +
    'depuis janvier. Washington a évoqué de son côté une conversation très bonne et franche.';

  test('words slightly edited are changed', () => {
    const anchor = anchorOf(text, 'constructive');
    const start = anchor.start;
    expect(resolveAnchor(text.replace('constructive', 'constructrice'), anchor)).toEqual({
      status: 'changed',
      start,
      end: start + 'constructrice'.length,
    });
    expect(resolveAnchor(`Ajout. ${text.replace('tructive', 'tructif')}`, anchor)).toEqual({
      status: 'changed',
      start: start + 7,
      end: start + 7 + 'constructif'.length,
    });
  });

  test('words replaced by others are orphaned', () => {
    const anchor = anchorOf(text, 'constructive');
    expect(resolveAnchor(text.replace('constructive', 'glaciale'), anchor).status).toBe('orphaned');
  });

  test('words that were only added to are still there', () => {
    const anchor = anchorOf(text, 'constructive');
    const edited = text.replace('constructive', 'constructives');
    expect(resolveAnchor(edited, anchor).status).toBe('changed');
    expect(resolveAnchor(edited, anchor, text).status).toBe('exact');
  });

  test('an edit beside the words leaves them where they are, to be looked at unless they are known to have no twin', () => {
    const anchor = anchorOf(text, 'constructive');
    const edited = text.replace('cette conversation', 'un échange');
    const { start, end } = anchor;
    expect(resolveAnchor(edited, anchor)).toEqual({ status: 'changed', start, end });
    expect(resolveAnchor(edited, anchor, text)).toEqual({ status: 'exact', start, end });
  });

  test('a twin after a repeated formula is not taken for deleted words', () => {
    const formula = 'le ministre des Affaires étrangères Sergueï Lavrov';
    const before = `Mardi, ${formula} a parlé à Moscou. Mercredi, ${formula} doit se rendre à Genève.`;
    const anchor = anchorOf(before, 'Lavrov');
    const after = before.replace(`${formula} a parlé à Moscou`, 'rien ne s’est passé');
    expect(resolveAnchor(after, anchor).status).toBe('orphaned');
  });

  test('the first words of all, when text is put before them', () => {
    const anchor = anchorOf(text, 'La présidence');
    const { end } = anchor;
    const later = { status: 'moved', start: 9, end: end + 9 };
    expect(resolveAnchor(`Urgent – ${text}`, anchor)).toEqual(later);
    expect(resolveAnchor(`${text} Fin.`, anchorOf(text, 'franche.')).status).toBe('exact');
  });

  test('a context that twins share grows until its nearer half tells them apart', () => {
    const formula = 'le ministre des Affaires étrangères de la Fédération de Russie Sergueï Lavrov';
    const both = `Mardi, ${formula} a parlé devant la presse. Mercredi, ${formula} a écouté.`;
    const anchor = makeAnchor(both, both.indexOf('Lavrov'), both.indexOf('Lavrov') + 6);
    expect(anchor.prefix.length).toBeGreaterThan(formula.length);
    const second = both.lastIndexOf('Lavrov');
    const swapped = `Mercredi, ${formula} a écouté. Mardi, ${formula} a parlé devant la presse.`;
    const found = resolveAnchor(swapped, anchor);
    expect(found).toMatchObject({ status: 'moved', start: swapped.lastIndexOf('Lavrov') });
    expect(resolveAnchor(both.slice(0, second - 10), makeAnchor(both, second, second + 6))).toEqual(
      {
        status: 'orphaned',
      },
    );
  });

  test('of two places that are alike in all, neither', () => {
    const line = 'Vladimir Poutine et Donald Trump ont eu mardi leur troisième conversation. ';
    const anchor = makeAnchor(line, 13, 20);
    const shifted = `Publié plus tôt. ${line}${line}`;
    expect(resolveAnchor(shifted, { ...anchor, start: 500, end: 507 }).status).toBe('orphaned');
  });
});
