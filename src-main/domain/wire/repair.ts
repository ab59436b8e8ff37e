/**
 * What was put right, or noticed, while a text was read. The codes are stable; the renderer has
 * the words.
 *
 * Of the bytes: `encoding` (not UTF-8; detail: the encoding, and where UTF-8 failed),
 * `byte-order-mark` (dropped), `line-endings` (made line feeds; detail: how many),
 * `lone-surrogates` (replaced by U+FFFD; detail: how many), `control-characters` (dropped; detail:
 * how many).
 *
 * Of the layout, losing white space only: `blank-lines` (several in a row made one; detail: how
 * many places), `trailing-space` (spaces at the ends of lines dropped; detail: how many lines),
 * `joined-lines` (lines of wrapped paragraphs joined; detail: how many joins).
 *
 * Of the characters: `doubled-caption` (a caption given again dropped; detail: that line),
 * `caption-dash` (dashes between caption and credit dropped; detail: they), `credit-words`
 * (a credit in words, “(Crédit : …)”, put in brackets; detail: it), `part-line` (a line such as “(2nd take)” after the
 * headline put at the head; detail: it), `crosshead-dashes` (dashes around a crosshead dropped; detail: they), `list-marker` (a bullet made "-"; detail:
 * it), `rule-line` (a line of dashes made a separator; detail: it).
 *
 * Noticed: `missing-stamp-line` (the text does not begin with one), `missing-headline` (the report
 * has none), `empty-take` (a stamp line with no text after it).
 */
export const repairCodes = [
  'encoding',
  'byte-order-mark',
  'line-endings',
  'lone-surrogates',
  'control-characters',
  'blank-lines',
  'trailing-space',
  'joined-lines',
  'doubled-caption',
  'caption-dash',
  'credit-words',
  'part-line',
  'crosshead-dashes',
  'list-marker',
  'rule-line',
  'missing-stamp-line',
  'missing-headline',
  'empty-take',
] as const;
export type RepairCode = (typeof repairCodes)[number];

/** One repair: what, on which line of the text (from 1) where it has a place, and its detail. */
export type Repair = {
  readonly code: RepairCode;
  readonly line?: number;
  readonly detail?: string;
};
