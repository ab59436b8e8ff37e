/**
 * A light stemmer for French and English words that have been folded (no accents, lower case), so
 * that words typed with and without accents share a stem. It takes off plurals, feminines, past
 * participles, infinitives in -er and English -ed and -ing; it keeps tenses and derivations apart.
 * A stem is a key for grouping forms, not a word to show.
 */

/** Words whose last s or x is theirs, or which would fall on an unrelated word. */
const invariable = new Set(
  (
    'alors apres bas bras cas chaos choix colis congres corps cours deces depuis deux dix ' +
    'acces exces fois gas gaz gros hors jamais lors mois moins news os paix paris pas pays ' +
    'plus poids prix proces progres puis repas sans series six sous sur temps tous toujours tres ' +
    'trois univers vers voix yes his its has was this us is as'
  ).split(' '),
);

/** An s after u marks a plural in French (elus, vues) and belongs to the word in these. */
const latinUs =
  /(virus|campus|bonus|focus|status|census|versus|corpus|minus|jesus|consensus|abus)$/;

/**
 * The stem of a folded term. Terms of fewer than three letters, terms with digits and the words of
 * a short list of invariables are their own stems.
 */
export function stem(term: string): string {
  if (term.length < 3 || invariable.has(term) || /[^a-z]/.test(term)) return term;
  return tidyEnd(withoutSuffix(withoutPlural(term)));
}

/** travaux, travail → traval; bureaux → bureau; frappes → frappe; tuees → tuee. */
function withoutPlural(term: string): string {
  if (/..ails?$/.test(term)) return term.replace(/ails?$/, 'al');
  if (term.endsWith('yaux')) return term.slice(0, -1);
  if (term.length >= 6 && /[^e]aux$/.test(term)) return term.replace(/aux$/, 'al');
  if (/(?:eau|..eu|..ou)x$/.test(term)) return term.slice(0, -1);
  if (term.length > 3 && /[^s]s$/.test(term) && !latinUs.test(term)) return term.slice(0, -1);
  return term;
}

function withoutSuffix(word: string): string {
  if (/[^e]ed$/.test(word) && word.length > 4 && /[aeiouy]/.test(word.slice(0, -2))) {
    return word.slice(0, -2);
  }
  if (word.endsWith('ing') && word.length > 6 && /[aeiouy]/.test(word.slice(0, -3))) {
    return word.slice(0, -3);
  }
  if (word.endsWith('trice') && word.length > 6) return `${word.slice(0, -5)}teur`;
  let base = word;
  if (base.endsWith('ee') && word.length > 3) base = base.slice(0, -1);
  if (base.endsWith('e') && base.length > 3) base = base.slice(0, -1);
  if (base.endsWith('eus') && base.length > 4) return base.slice(0, -1);
  if (base.endsWith('er') && base.length > 5) return base.slice(0, -2);
  return base;
}

/** Makes the ends of masculine and feminine, or of double and single consonants, meet. */
function tidyEnd(base: string): string {
  if (base.length < 4) return base;
  if (base.endsWith('if')) return `${base.slice(0, -1)}v`;
  if (base.endsWith('y')) return `${base.slice(0, -1)}i`;
  if (/([bcdfglmnprstz])\1$/.test(base)) return base.slice(0, -1);
  return base;
}
