import type { Node } from 'prosemirror-model';
import { oncePerNode } from '../document/once-per-node';
import { pictureOf } from '../document/picture';
import type { NoteKind } from '../annotation/annotation';
import { unpairedSigns } from '../style/signs';
import { fieldsIn } from '../template/fields';
import { suggestionsOf } from '../suggest/suggestions';
import { missingCodes, missingFrom, type Carries, type Published } from './carries';
import { misfittingDays } from './day-words';
import { excessOf, type LengthLimits } from './lengths';
import type { TakeKind } from './take';

/** What a check looks for, as a stable code. */
export const checkCodes = [
  'base-moved',
  ...missingCodes,
  'headline-missing',
  'text-missing',
  'fields-unfilled',
  'picture-without-credit',
  'photo-without-credit',
  'photo-without-caption',
  'picture-without-alt',
  'open-legal-note',
  'open-fact-check-note',
  'quotes-unbalanced',
  'signoff-missing',
  'day-does-not-fit',
  'headline-over-length',
  'alert-over-length',
  'text-malformed',
  'suggestions-unsettled',
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** Something a check found. A blocking finding must be settled before publishing. */
export type Finding = {
  readonly code: CheckCode;
  readonly blocking: boolean;
  readonly count: number;
  /** The words it speaks of, where it speaks of words. */
  readonly words?: readonly string[];
};

/** What the checks look at. */
export type CheckSubject = {
  readonly kind: TakeKind;
  readonly document: Node;
  readonly language: 'fr' | 'en';
  /** IPTC urgency; 1 is an alert. */
  readonly urgency: number;
  /** How long a headline and an alert should be at most; those of wire desks unless told. */
  readonly limits?: LengthLimits;
  readonly carries: Carries;
  /** The takes already published in the dispatch, oldest first. */
  readonly published: readonly Published[];
  /** Whether takes were published since it was begun that it takes no account of. */
  readonly baseMoved: boolean;
  /** Kinds of the notes still open on this draft or on the whole dispatch. */
  readonly openNotes: readonly NoteKind[];
  /** When it would be stamped: ms and the desk's IANA zone. */
  readonly stamp: { readonly instant: number; readonly zone: string };
};

/**
 * What stands between a draft and publishing, blocking findings first.
 * A report needs a headline; any take needs words, and what its kind must carry.
 */
export function checkDraft(subject: CheckSubject): readonly Finding[] {
  const { kind, document, openNotes, carries, published } = subject;
  const missing = missingFrom(kind, carries, published);
  const fields = unfilledFields(document);
  const days = misfittingDays(document, subject.language, subject.stamp);
  const counts: Record<CheckCode, number> = {
    ...countsOf(missingCodes, (code) => (missing.includes(code) ? 1 : 0)),
    'base-moved': subject.baseMoved ? 1 : 0,
    'headline-missing': kind === 'report' && textOf(document, 'headline') === '' ? 1 : 0,
    'text-missing': bodyIsEmpty(document) ? 1 : 0,
    'fields-unfilled': fields.length,
    'picture-without-credit': countPictures(document, ({ lastChild }) => isEmpty(lastChild)),
    'photo-without-credit': countWithoutCredit(document),
    'photo-without-caption': countEmpty(document, 'caption'),
    'picture-without-alt': countPictures(document, ({ attrs }) => attrs['alt'] === ''),
    'open-legal-note': openNotes.filter((note) => note === 'legal').length,
    'open-fact-check-note': openNotes.filter((note) => note === 'fact-check').length,
    'quotes-unbalanced': sumOverTextblocks(document, unbalancedIn),
    'signoff-missing': textOf(document, 'signoff') === '' ? 1 : 0,
    'day-does-not-fit': days.length,
    'headline-over-length': excessOf('headline', document, subject.urgency, subject.limits),
    'alert-over-length': excessOf('alert', document, subject.urgency, subject.limits),
    'text-malformed': sumOverTextblocks(document, malformedIn),
    'suggestions-unsettled': suggestionsOf(document).length,
  };
  return checkCodes
    .filter((code) => counts[code] > 0)
    .map((code) => ({
      code,
      blocking: blocking.has(code),
      count: counts[code],
      ...(code === 'day-does-not-fit' && { words: days }),
      ...(code === 'fields-unfilled' && { words: fields }),
    }))
    .toSorted((a, b) => Number(b.blocking) - Number(a.blocking));
}

const blocking: ReadonlySet<CheckCode> = new Set<CheckCode>([
  'base-moved',
  ...missingCodes,
  'headline-missing',
  'text-missing',
  'fields-unfilled',
  'picture-without-credit',
  'open-legal-note',
  'open-fact-check-note',
  'text-malformed',
  'suggestions-unsettled',
]);

function countsOf<Code extends string>(
  codes: readonly Code[],
  count: (code: Code) => number,
): Record<Code, number> {
  return Object.fromEntries(codes.map((code) => [code, count(code)])) as Record<Code, number>;
}

function sumOverTextblocks(document: Node, count: (block: Node) => number): number {
  return eachTextblock(document, count).reduce((sum, one) => sum + one, 0);
}

function eachTextblock<T>(document: Node, look: (block: Node) => T): readonly T[] {
  const found: T[] = [];
  document.descendants((node) => {
    if (!node.isTextblock) return true;
    found.push(look(node));
    return false;
  });
  return found;
}

/** Lone surrogates, and control characters that no text of a dispatch has. */
const malformedIn = oncePerNode(({ textContent }) => {
  const lone = textContent.match(/[\uD800-\uDFFF]/gu)?.length ?? 0;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
  return lone + (textContent.match(control)?.length ?? 0);
});

/** 1 for a text block whose quotation marks do not pair: « », “ ”, or an odd number of ". */
const unbalancedIn = oncePerNode(({ textContent }) =>
  unpairedSigns(textContent).some(({ start }) => '«»“”"'.includes(textContent.charAt(start)))
    ? 1
    : 0,
);

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

/** The fields of a template that are still in the text, each once, in order. */
function unfilledFields(document: Node): readonly string[] {
  return [...new Set(eachTextblock(document, namesOfFields).flat())];
}

const namesOfFields = oncePerNode(({ textContent }) =>
  fieldsIn(textContent).map(({ name }) => name),
);

function countEmpty(document: Node, type: string): number {
  let count = 0;
  document.descendants((node) => {
    if (node.type.name === type && node.textContent.trim() === '') count += 1;
  });
  return count;
}

/** Photos that show a picture, and lack something. */
function countPictures(document: Node, lacks: (photo: Node) => boolean): number {
  return document.children.filter((node) => pictureOf(node) !== null && lacks(node)).length;
}

/** Photos that are only words, and lack their credit. */
function countWithoutCredit(document: Node): number {
  const photos = document.children.filter(({ type }) => type.name === 'photo');
  return photos.filter((photo) => pictureOf(photo) === null && isEmpty(photo.lastChild)).length;
}

function isEmpty(block: Node | null): boolean {
  return block === null || block.textContent.trim() === '';
}
