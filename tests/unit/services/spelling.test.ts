import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { suggestionsFor, unknownWords, type Dictionaries } from '@domain/style/spelling';
import { checkBlocks } from '../../../src-main/services/spelling/check';
import { loadDictionaries } from '../../../src-main/services/spelling/dictionaries';
import { temporaryFolder } from '../../support/archives';

const packages = path.join(import.meta.dirname, '../../../node_modules');
const files = {
  'hunspell.wasm': 'hunspell-wasm/wasm/hunspell.wasm',
  'fr.aff': 'dictionary-fr/index.aff',
  'fr.dic': 'dictionary-fr/index.dic',
  'en.aff': 'dictionary-en-gb/index.aff',
  'en.dic': 'dictionary-en-gb/index.dic',
};

let dictionaries: Dictionaries;
beforeAll(async () => {
  const folder = temporaryFolder();
  for (const [name, file] of Object.entries(files)) {
    copyFileSync(path.join(packages, file), path.join(folder, name));
  }
  dictionaries = await loadDictionaries(folder);
});

function wrong(text: string, language: 'fr' | 'en' = 'fr'): readonly string[] {
  return unknownWords(text, language, dictionaries).map(({ start, end, is, name }) =>
    [text.slice(start, end), is === 'wire' ? 'wire' : '', name ? 'name' : '']
      .filter((part) => part !== '')
      .join(' '),
  );
}

describe('misspelled words', () => {
  it.each([
    ['L’événement d’aujourd’hui, dit-il, jusqu’alors.', []],
    ['un evenement', ['evenement']],
    ['l’evenement', ['evenement']],
    [
      "l'Etat, l’Elysée et les Etats-Unis",
      ['Etat wire name', 'Elysée wire name', 'Etats-Unis wire name'],
    ],
    ['A la Maison Blanche, Downing Street et le Kremlin', []],
    ['Evidemment, le Presidant a parlé', ['Evidemment wire', 'Presidant name']],
    ['à 21h14, le 3e, G20, https://exemple.fr/xyzt, @xyzt', []],
    ['le XYZT et l’OTAN', []],
    ['ex-presidant', ['presidant']],
    ['vers Gaubretière', ['Gaubretière name']],
  ])('French: %s', (text, words) => {
    expect(wrong(text)).toEqual(words);
  });

  it.each([
    ['The government’s organisation, organized and organised.', []],
    ['the goverment recieves', ['goverment', 'recieves']],
    ['Macron’s visit to the Élysée', []],
  ])('English: %s', (text, words) => {
    expect(wrong(text, 'en')).toEqual(words);
  });

  it('words in another language are looked up there, or not at all', () => {
    const text = 'Il a dit the goverment hier';
    const part = { start: 10, end: 23 };
    const at = (language: 'fr' | 'en' | 'other') =>
      unknownWords(text, 'fr', dictionaries, [{ ...part, language }]).map(({ start, end }) =>
        text.slice(start, end),
      );
    expect(at('en')).toEqual(['goverment']);
    expect(at('other')).toEqual([]);
  });
});

describe('suggestions', () => {
  it.each([
    ['evenement', 'fr', 'événement'],
    ['presidant', 'fr', 'présidant'],
    ['Etat', 'fr', 'État'],
    ['oeuvre', 'fr', 'œuvre'],
    ['francais', 'fr', 'français'],
    ['Frnace', 'fr', 'France'],
    ['goverment', 'en', 'government'],
  ] as const)('%s (%s): %s first', (word, language, first) => {
    expect(suggestionsFor(word, language, dictionaries)[0]).toBe(first);
  });

  it('a hostile word costs little', () => {
    const began = performance.now();
    for (const word of ['e'.repeat(200), 'aeiouc'.repeat(9)]) {
      expect(suggestionsFor(word, 'fr', dictionaries).length).toBeLessThanOrEqual(6);
    }
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

it('the language of a paragraph is heard, and its words are looked up in it', () => {
  const text = 'The ministers said on Tuesday that the talks would go on until a deal is reached.';
  const answer = checkBlocks({ blocks: [{ text, language: 'fr', parts: [] }] }, dictionaries);
  expect(answer.blocks).toEqual([{ language: 'en', unknown: [] }]);
});
