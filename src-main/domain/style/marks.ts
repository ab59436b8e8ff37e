import type { Stretch } from '../typography/protected';

/** What a mark on words can say, as stable names. */
export const leavableKinds = [
  'spelling',
  'repeated',
  'unpaired',
  'spaces',
  'number',
  'house',
  'consistency',
  'day',
  'date',
] as const;
export type MarkKind = (typeof leavableKinds)[number];

/** Why a mark stands, where its kind alone does not say it. */
export type MarkWhy =
  | 'unknown'
  | 'accent'
  | 'opening'
  | 'closing'
  | 'double'
  | 'before-sign'
  | 'grouping'
  | 'unit'
  | 'decimal'
  | 'hour'
  | 'first'
  | 'singular'
  | 'wrong-weekday'
  | 'far'
  | 'relative';

/** Something found in a text block: UTF-16 offsets of the block, `end` exclusive. */
export type StyleMark = Stretch & {
  readonly kind: MarkKind;
  readonly why?: MarkWhy;
  /** What it is remembered by when a person leaves it: the words, or the place they stand in. */
  readonly words: string;
  /** What may stand in place of the stretch, likeliest first; of misspelled words it is asked for. */
  readonly fixes: readonly string[];
  /** Of a misspelled word, the language it was looked up in. */
  readonly language?: 'fr' | 'en';
  /** The day that is meant, as midnight UTC in ms. */
  readonly day?: number;
};

/** The house's rules that a person can set. */
export type StyleRules = {
  /** Capitals may lack their accents, as in wire copy ("l'Etat"). */
  readonly wireCapitals: boolean;
  /** Words that are right, as written. */
  readonly words: readonly string[];
  /** Names as the house writes them, each "preferred" or "preferred | other | other". */
  readonly houseForms: readonly string[];
};

/** The words around a place, by which it is known again: up to so many characters on each side. */
export function surroundings(text: string, { start, end }: Stretch, reach = 16): string {
  return text.slice(Math.max(0, start - reach), end + reach).trim() || text.slice(start, end);
}
