import { fold } from '../text/fold';
import { terms as termsOf, tokens } from '../text/tokens';
import type { Clause, PhraseClause, SearchField, Span, WordClause } from './query';

/** Elided words, which carry nothing: l'Élysée is looked for as elysee, qu'elle as elle. */
const elided = /^[^a-z0-9]*(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z0-9])/;

/** A bare word as it was typed, with its place. */
export type TypedWord = Span & { readonly text: string };

/**
 * What a bare word asks for: itself in all its forms, and where it may be written in another way,
 * that too: TrumpPoutine is Trump-Poutine, G20 is G-20 and G 20, 10km is 10 km, ONU is O. N. U.
 *
 * @param isLast whether nothing follows it: it may be still being typed
 * @returns null when it holds no letter and no digit
 */
export function wordClause(
  { text, start, end }: TypedWord,
  field: SearchField | null,
  isLast: boolean,
): Clause | null {
  if (text.startsWith('=')) return asWritten(text.slice(1), { start, end }, field);
  const plain = fold(text).replace(elided, '').replace('aujourdhui', "aujourd'hui");
  const terms = termsOf(plain);
  if (terms.length === 0) return null;
  const prefix = text.endsWith('*');
  const inside = prefix && text.startsWith('*') && terms.length === 1;
  const endsInLetter = /[\p{L}\p{N}]$/u.test(text);
  const word: WordClause = {
    type: 'word',
    terms,
    prefix: prefix && !inside,
    asTyped: !prefix && isLast && endsInLetter,
    inside,
    field,
    start,
    end,
  };
  if (prefix) return word;
  const others = otherWritings(text, terms).map((other): PhraseClause => ({
    type: 'phrase',
    terms: other,
    prefix: false,
    field,
    written: null,
    start,
    end,
  }));
  return others.length === 0 ? word : { type: 'or', clauses: [word, ...others], start, end };
}

/** Words as they are written, case and accents too. */
export function asWritten(
  text: string,
  { start, end }: Span,
  field: SearchField | null,
): PhraseClause | null {
  const found = [...tokens(text)];
  if (found.length === 0) return null;
  return {
    type: 'phrase',
    terms: found.map(({ term }) => term),
    prefix: false,
    field,
    written: found.map((token) => writtenForm(text.slice(token.start, token.end))),
    start,
    end,
  };
}

/** A word as it is written, whatever the composition of its letters and the invisibles within. */
export function writtenForm(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF \u00A0\u2009\u202F]/g, '');
}

function otherWritings(text: string, terms: readonly string[]): readonly (readonly string[])[] {
  const [only = '', ...more] = terms;
  if (more.length > 0) {
    // S-400 is S400 as well; two words with a hyphen are not one.
    const joined = terms.join('');
    const isOne = /^\p{L}+-\d+$|^\d+-\p{L}+$/u.test(text);
    return isOne && joined.length < 12 ? [[joined]] : [];
  }
  const bare = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const mixed = only.match(/\d+|\D+/g) ?? [];
  if (mixed.length === 2) return [mixed];
  if (/^\p{Lu}\p{L}*\p{Ll}\p{Lu}\p{Ll}/u.test(bare)) {
    return [bare.split(/(?<=\p{Ll})(?=\p{Lu})/u).map(fold)];
  }
  // Initials of two letters, or with spaces between them, are words of their own in texts.
  return /^[A-Z]{2,5}$/.test(bare) && bare === text ? [only.split('')] : [];
}
