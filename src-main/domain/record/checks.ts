import type { Node } from 'prosemirror-model';
import type { NoteKind } from '../annotation/annotation';
import type { TakeKind } from './take';

/** What a check looks for, as a stable code. */
export const checkCodes = [
  'headline-missing',
  'text-missing',
  'photo-without-credit',
  'photo-without-caption',
  'open-legal-note',
  'open-fact-check-note',
  'quotes-unbalanced',
  'signoff-missing',
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** Something a check found. A blocking finding must be settled before publishing. */
export type Finding = {
  readonly code: CheckCode;
  readonly blocking: boolean;
  readonly count: number;
};

/** What the checks look at. */
export type CheckSubject = {
  readonly kind: TakeKind;
  readonly document: Node;
  /** Kinds of the notes still open on this draft. */
  readonly openNotes: readonly NoteKind[];
};

/**
 * What stands between a draft and publishing, blocking findings first.
 * A report needs a headline; any take needs words.
 */
export function checkDraft({ kind, document, openNotes }: CheckSubject): readonly Finding[] {
  const counts: Record<CheckCode, number> = {
    'headline-missing': kind === 'report' && textOf(document, 'headline') === '' ? 1 : 0,
    'text-missing': bodyIsEmpty(document) ? 1 : 0,
    'photo-without-credit': countEmpty(document, 'credit'),
    'photo-without-caption': countEmpty(document, 'caption'),
    'open-legal-note': openNotes.filter((note) => note === 'legal').length,
    'open-fact-check-note': openNotes.filter((note) => note === 'fact-check').length,
    'quotes-unbalanced': countUnbalanced(document),
    'signoff-missing': textOf(document, 'signoff') === '' ? 1 : 0,
  };
  return checkCodes
    .filter((code) => counts[code] > 0)
    .map((code) => ({ code, blocking: blocking.has(code), count: counts[code] }))
    .toSorted((a, b) => Number(b.blocking) - Number(a.blocking));
}

const blocking: ReadonlySet<CheckCode> = new Set<CheckCode>([
  'headline-missing',
  'text-missing',
  'open-legal-note',
  'open-fact-check-note',
]);

function textOf(document: Node, type: string): string {
  let text = '';
  document.forEach((node) => {
    if (node.type.name === type) text += node.textContent.trim();
  });
  return text;
}

function bodyIsEmpty(document: Node): boolean {
  let empty = true;
  document.forEach((node) => {
    if (!['headline', 'signoff'].includes(node.type.name) && node.textContent.trim() !== '') {
      empty = false;
    }
  });
  return empty;
}

function countEmpty(document: Node, type: string): number {
  let count = 0;
  document.descendants((node) => {
    if (node.type.name === type && node.textContent.trim() === '') count += 1;
  });
  return count;
}

/** Text blocks whose quotation marks do not pair: « », “ ”, or an odd number of ". */
function countUnbalanced(document: Node): number {
  let count = 0;
  document.descendants((node) => {
    if (!node.isTextblock) return;
    const text = node.textContent;
    const straight = occurrences(text, '"') % 2 !== 0;
    const guillemets = occurrences(text, '«') !== occurrences(text, '»');
    const curly = occurrences(text, '“') !== occurrences(text, '”');
    if (straight || guillemets || curly) count += 1;
  });
  return count;
}

function occurrences(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
