import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '@domain/document/build';
import { canonicalText } from '@domain/document/canonical-text';
import type { LibraryWords } from '@domain/library/entry';
import { readLibrary, writeLibrary } from '@domain/library/file';
import { indexLibrary, offersIn } from '@domain/library/offers';

function entry(term: string, ...forms: readonly string[]): LibraryWords {
  return { term, forms, language: 'fr', use: 'explanation', text: `(dit de ${term})` };
}

function document(...paragraphs: readonly string[]) {
  return buildDocument({
    headline: 'Titre',
    blocks: paragraphs.map((text) => ({ type: 'paragraph', text })),
    signoff: '',
  });
}

/** The words in a text that a library of these entries has something on. */
function offered(entries: readonly LibraryWords[], ...paragraphs: readonly string[]) {
  const doc = document(...paragraphs);
  const text = canonicalText(doc);
  return offersIn(doc, indexLibrary(entries)).map(({ start, end }) => text.slice(start, end));
}

describe('a term is found in a draft', () => {
  it.each([
    ['gilet jaune', 'Des gilets jaunes ont défilé.', 'gilets jaunes'],
    ['élu local', 'Les élus locaux se sont réunis.', 'élus locaux'],
    ['cheval de Troie', 'Des chevaux de Troie circulent.', 'chevaux de Troie'],
    ['Tchétchène', 'Deux Tchétchènes ont été arrêtées.', 'Tchétchènes'],
    ['OTAN', 'L’OTAN a réagi.', 'OTAN'],
    ['O.N.U.', 'À l’ONU, on attend.', 'ONU'],
    ['Élysée', 'L’Elysée dément.', 'Elysée'],
    ['Maison Blanche', 'La Maison blanche dément.', 'Maison blanche'],
    ['Maison Blanche', 'La Maison-Blanche dément.', 'Maison-Blanche'],
    ['ceasefire', 'Both ceasefires held.', 'ceasefires'],
    ['NATO', 'NATO’s answer came.', 'NATO'],
  ])('%s in “%s”: %s', (term, text, words) => {
    expect(offered([entry(term)], text)).toEqual([words]);
  });

  it.each([
    ['Pierre', 'Une pierre est tombée.'],
    ['US', 'Let us see.'],
    ['Maison Blanche', 'La maison. Blanche a répondu.'],
    ['Maison Blanche', 'Maison, Blanche et cour.'],
    ['OTAN', 'Otan en emporte le vent.'],
  ])('and not %s in “%s”', (term, text) => {
    expect(offered([entry(term)], text)).toEqual([]);
  });

  it('by its other names, at the first place only, the longest term before one within it', () => {
    const entries = [entry('Maison'), entry('Maison Blanche', 'présidence américaine')];
    const text = 'La présidence américaine, ou Maison Blanche. La Maison d’en face.';
    expect(offered(entries, text)).toEqual(['présidence américaine', 'Maison']);
  });

  it('unless what is said of it stands in the draft', () => {
    expect(offered([entry('OTAN')], 'L’OTAN (dit de OTAN) a réagi.')).toEqual([]);
  });

  it('wherever it stands among other words', () => {
    const word = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) => {
        const text = [...before, 'Valdane-sur-Lisse', ...after].join(' ');
        expect(offered([entry('Valdane-sur-Lisse')], text)).toEqual(['Valdane-sur-Lisse']);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a file of entries', () => {
  const words = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((text) => text.trim() === text && text !== '');
  const entries: fc.Arbitrary<readonly LibraryWords[]> = fc.array(
    fc.record({
      term: words,
      forms: fc.array(words, { maxLength: 3 }),
      language: fc.constantFrom('fr', 'en'),
      use: fc.constantFrom('explanation', 'background'),
      text: words,
    }),
    { minLength: 1, maxLength: 5 },
  );

  it('is read as it was written', () => {
    fc.assert(
      fc.property(entries, (given) => {
        expect(readLibrary(writeLibrary(given))).toEqual({ ok: true, value: given });
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['{', { reason: 'library-unreadable' }],
    ['{"entries":[]}', { reason: 'library-none' }],
    ['"words"', { reason: 'library-none' }],
    ['{"templates":1,"entries":[{}]}', { reason: 'library-none' }],
    ['{"library":2,"entries":[{}]}', { reason: 'library-newer' }],
    [JSON.stringify([entry('OTAN'), { term: 'ONU' }]), { reason: 'library-entry', entry: 2 }],
    [
      JSON.stringify([{ ...entry('OTAN'), text: 'x'.repeat(5_001) }]),
      { reason: 'library-entry', entry: 1 },
    ],
    [JSON.stringify([{ ...entry('OTAN'), language: 'de' }]), { reason: 'library-entry', entry: 1 }],
    ['x'.repeat(20_000_001), { reason: 'library-too-large' }],
  ])('is refused whole with its reason: %#', (file, error) => {
    expect(readLibrary(file)).toEqual({ ok: false, error });
  });
});
