import { terms } from '../text/tokens';

const stopWords: Readonly<Record<'fr' | 'en', ReadonlySet<string>>> = {
  fr: new Set(
    (
      'le la les un une des du de et est sont ont au aux ce cette ces qui que dans par pour sur ' +
      'avec ne pas plus son sa ses leur leurs il elle ils elles se en apres selon mais ou depuis'
    ).split(' '),
  ),
  en: new Set(
    (
      'the of and to is are was were has have had in on at by for from with that this these it its ' +
      'he she they his her their not but or an as be been who which after said will would'
    ).split(' '),
  ),
};

/**
 * The language of a text: that of which it has more stop words, each letter with a French
 * diacritic, and each guillemet, adding half a word for French. A text that decides nothing is French, the
 * language of the desk this was made for.
 */
export function detectLanguage(text: string): 'fr' | 'en' {
  let french = 0;
  let english = 0;
  for (const term of terms(text)) {
    if (stopWords.fr.has(term)) french += 1;
    if (stopWords.en.has(term)) english += 1;
  }
  french += (text.match(/[àâçéèêëîïôùûœ«»]/gi)?.length ?? 0) / 2;
  return english > french ? 'en' : 'fr';
}
