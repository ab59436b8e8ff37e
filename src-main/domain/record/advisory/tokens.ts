import { countWords } from '../../document/counts';

/**
 * The tokens attributions are looked for in: words, an elided article (l’, d’) apart from its word,
 * titles with their full stop, and every other sign alone. No-break spaces count as spaces.
 */
export function attributionTokens(text: string): string[] {
  return text.replaceAll("'", '’').match(token) ?? [];
}

const token =
  /\b(?:[dl]|qu)’|\b(?:MM?|Mr|Mrs|Ms|Dr|Mgr|Gen|Sen|Lt|Col|Gov|Rep)\.(?=[\s\u00A0\u202F])|[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*(?:’\p{L}+)*|[^\s]/giu;

/** Tokens as a text again: nothing stands between an elided article and its word. */
export function joinTokens(tokens: readonly string[]): string {
  return tokens.join(' ').replaceAll('’ ', '’');
}

/** Whether a token begins with a capital letter. */
export function isCapital(token: string | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token);
}

/** Whether a token is a word in lower case. */
export function isLower(token: string | undefined): boolean {
  return token !== undefined && /^\p{Ll}/u.test(token);
}

/** Whether a token ends a clause: what stands before it says nothing about what follows. */
export function isBoundary(token: string | undefined): boolean {
  return token === undefined || /^[.,;:!?…«»“”"()[\]–—]$/.test(token);
}

/** Where the clause that holds a token begins. */
export function clauseStart(tokens: readonly string[], at: number): number {
  let from = at;
  while (from > 0 && !isBoundary(tokens[from - 1])) from -= 1;
  return from;
}

/** Words in quotation marks that make a quote; fewer are a name or an expression. */
const fewestQuotedWords = 4;

/** Whether a text quotes somebody: some words between marks of quotation. */
export function hasQuotation(text: string): boolean {
  const quotes = text.match(/«[^»]+»|“[^”]+”|"[^"]+"/g) ?? [];
  return quotes.some((quote) => countWords(quote) >= fewestQuotedWords);
}

/** A set of words given as one text. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Cities whose name stands for a government. */
export const capitals = wordSet(
  `Paris Washington Moscou Moscow Pékin Beijing Londres London Berlin Bruxelles Brussels Téhéran
  Tehran Ankara Damas Damascus Bagdad Baghdad Kiev Kyiv Rome Madrid Tokyo Séoul Seoul Pyongyang
  Jérusalem Jerusalem Riyad Riyadh Varsovie Warsaw Athènes Athens Vienne Vienna Berne Genève Geneva
  Ottawa Canberra Brasilia Mexico Caracas Bogota Caire Cairo Alger Algiers Rabat Tunis
  Tripoli Beyrouth Beirut Amman Doha Kaboul Kabul Islamabad Delhi Minsk Astana Lisbonne Lisbon`,
);
