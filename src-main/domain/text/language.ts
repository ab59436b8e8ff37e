import { eld } from 'eld/extrasmall';

/** The beginning of a text is enough to tell. */
const mostCharacters = 400;
/** Shorter stretches tell their language too rarely. */
const fewestLetters = 30;
const reader = eld.newInstance();
reader.setLanguageSubset(['fr', 'en']);

/**
 * The language a text is written in, by its letter groups (eld); null where it is too short or
 * the detector is not sure. Heavy to load: for the thread that reads texts, not for a window.
 */
export function languageOf(text: string): 'fr' | 'en' | null {
  const beginning = text.slice(0, mostCharacters);
  if ((beginning.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return null;
  const found = reader.detect(beginning);
  if (!found.isReliable()) return null;
  return found.language === 'fr' || found.language === 'en' ? found.language : null;
}
