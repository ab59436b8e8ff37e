import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hunspell } from 'hunspell-wasm';
import createModule from 'hunspell-wasm/wasm/hunspell.js';
import type { Dictionaries, Dictionary } from '../../domain/style/spelling';

/** Starts the machine inside the package, which has no types: from the bytes of its code. */
const startMachine: (options: { readonly wasmBinary: Uint8Array }) => Promise<unknown> =
  createModule;

/** So many answers are remembered; a long dispatch has some 10,000 different words. */
const mostRemembered = 100_000;
/** Longer runs of letters are no words; the dictionary's own bound. */
const longestWord = 60;

/**
 * Loads Hunspell and its dictionaries from the folder they are shipped in: `hunspell.wasm`,
 * `fr.aff`, `fr.dic`, `en.aff`, `en.dic`. Takes some 0.2 s and 60 MB; both languages share one
 * machine.
 *
 * @throws where a file is missing or damaged
 */
export async function loadDictionaries(folder: string): Promise<Dictionaries> {
  const wasmBinary = await readFile(join(folder, 'hunspell.wasm'));
  const machine = await startMachine({ wasmBinary });
  const load = async (language: 'fr' | 'en'): Promise<Dictionary> => {
    const affixes = await readFile(join(folder, `${language}.aff`), 'utf8');
    const words = await readFile(join(folder, `${language}.dic`), 'utf8');
    return remembering(new Hunspell(machine, affixes, words));
  };
  return { fr: await load('fr'), en: await load('en') };
}

function remembering(hunspell: Hunspell): Dictionary {
  const known = new Map<string, boolean>();
  const suggested = new Map<string, readonly string[]>();
  return {
    knows: (word) => {
      if (word.length > longestWord) return false;
      let knows = known.get(word);
      if (knows === undefined) {
        knows = hunspell.testSpelling(word);
        if (known.size >= mostRemembered) known.clear();
        known.set(word, knows);
      }
      return knows;
    },
    suggest: (word) => {
      if (word.length > longestWord) return [];
      const before = suggested.get(word);
      const found = before ?? hunspell.getSpellingSuggestions(word);
      if (suggested.size >= mostRemembered) suggested.clear();
      suggested.set(word, found);
      return found;
    },
  };
}
