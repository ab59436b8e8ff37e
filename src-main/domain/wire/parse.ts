import type { Node } from 'prosemirror-model';
import { buildDocument, type DocumentParts } from '../document/build';
import type { Stamp } from '../record/stamp';
import { unknownStamp } from '../record/stamp';
import type { TakeKind } from '../record/take';
import { err, ok, type Result } from '../result';
import { classifyUnits } from './classify';
import { detectLanguage } from './language';
import { readPhotoLine } from './marks';
import type { Repair } from './repair';
import { firstKnown, isPartLine, readStampLine, type StampLine } from './stamp-line';
import { readUnits, type Unit, withoutDoubledCaptions } from './units';

/** A take as read from the wire form. */
export type WireTake = {
  /** The first is the report; the others are updates unless they say otherwise. */
  readonly kind: TakeKind;
  /**
   * Its stamp line as it stood; lines that adjoined, and the part of a story it says it is, are
   * joined by line feeds. Null: it had none.
   */
  readonly label: string | null;
  readonly stamp: Stamp;
  readonly document: Node;
};

/** A dispatch as read from the wire form. */
export type WireDispatch = {
  readonly language: 'fr' | 'en';
  /** In the order of the text, which is the order of the record. At least one. */
  readonly takes: readonly WireTake[];
  readonly repairs: readonly Repair[];
};

/** `empty`: nothing but white space. `no-text`: nothing but stamp lines. */
export type WireError = { readonly code: 'empty' | 'no-text' };

/**
 * Reads a dispatch from its wire form: plain text in which each stamp line begins a take, and each
 * line, or each run of wrapped lines, is a headline, block or sign-off.
 *
 * Nothing is lost: the characters of the text, white space aside, are those of the takes in order,
 * except for what the repairs say. What the heuristics get wrong is a matter of roles, never of
 * words.
 *
 * @param options.zone IANA zone of the times in stamp lines that name none
 */
export function parseWire(
  text: string,
  options: { readonly zone: string },
): Result<WireDispatch, WireError> {
  const { units, repairs } = readUnits(text);
  if (units.length === 0) return err({ code: 'empty' });
  const moved: Repair[] = [];
  const sections = readSections(units, options.zone, moved);
  if (sections.every((section) => section.units.length === 0)) return err({ code: 'no-text' });
  const all: Repair[] = [...repairs, ...moved];
  const takes = sections.map((section, index) => {
    const { parts, repairs: found } = classifyUnits(
      section.units,
      index === 0 ? 'report' : 'update',
    );
    for (const repair of found) all.push(repair);
    if (section.units.length === 0) all.push({ code: 'empty-take', line: section.line });
    if (section.label === null) all.push({ code: 'missing-stamp-line', line: section.line });
    return {
      kind: index === 0 ? 'report' : (section.kind ?? kindNamed(parts)),
      label: section.label,
      stamp: section.stamp,
      document: buildDocument(parts),
    };
  });
  const language = detectLanguage(units.map((unit) => printed(unit.text)).join('\n'));
  return ok({ language, takes, repairs: all.sort(byLine) });
}

/** A line as it is printed again: the word before a credit does not tell the language. */
function printed(text: string): string {
  const photo = readPhotoLine(text);
  return photo?.worded === true ? `${photo.caption} [${photo.credit}]` : text;
}

/** Repairs of the whole text first, then in the order of the lines. */
function byLine(a: Repair, b: Repair): number {
  return (a.line ?? 0) - (b.line ?? 0);
}

/** A stamp line, or two that adjoin, and the units up to the next. */
type Section = {
  readonly line: number;
  readonly label: string | null;
  readonly stamp: Stamp;
  readonly kind: TakeKind | null;
  readonly units: readonly Unit[];
};

function readSections(units: readonly Unit[], zone: string, moved: Repair[]): readonly Section[] {
  const sections: (Section & { readonly units: Unit[] })[] = [];
  for (const unit of units) {
    const stampLine = readStampLine(unit.text, zone);
    const current = sections[sections.length - 1];
    if (stampLine === null && isPartLine(unit.text) && (current?.units.length ?? 0) <= 1) {
      // Before the headline or after it, it is of the head.
      const whole = current ?? { line: unit.line, ...unstamped, units: [] };
      if (current !== undefined) sections.pop();
      if (whole.units.length > 0) {
        moved.push({ code: 'part-line', line: unit.line, detail: unit.text });
      }
      sections.push({ ...whole, label: labelWith(whole.label, unit.text) });
    } else if (stampLine === null) {
      if (current !== undefined) current.units.push(unit);
      else sections.push({ line: unit.line, ...unstamped, units: [unit] });
    } else if (current !== undefined && current.units.length === 0) {
      sections[sections.length - 1] = { ...withSecondStamp(current, stampLine), units: [] };
    } else {
      sections.push({ line: unit.line, ...stampLine, units: [] });
    }
  }
  // What stood between a caption and itself may have gone to the head.
  return sections.map((section) => ({
    ...section,
    units: withoutDoubledCaptions(section.units, moved),
  }));
}

const unstamped = { label: null, stamp: unknownStamp, kind: null } as const;

/** "Publié le …" and below it "Mis à jour le …" are one head: published first, then updated. */
function withSecondStamp(section: Section, { label, stamp, kind }: StampLine): Section {
  return {
    ...section,
    label: labelWith(section.label, label),
    stamp: firstKnown(section.stamp, stamp),
    kind: section.kind ?? kind,
  };
}

function labelWith(label: string | null, line: string): string {
  return label === null ? line : `${label}\n${line}`;
}

/** Words at the head of a take that name its kind: alone, or before a colon or dash. */
const namingWords: readonly (readonly [RegExp, TakeKind])[] = [
  [
    /^(?:correction|corrections|corrected|corrigé|rectificatif|erratum)(?:\s*[:–—-]|$)/iu,
    'correction',
  ],
  [/^(?:annulation|annulé|annulée|kill|killed)(?:\s*[:–—-]|$)/iu, 'kill'],
  [/^(?:avis|avis aux rédactions|note aux rédactions|advisory)(?:\s*[:–—-]|$)/iu, 'advisory'],
  [/^(?:writethru|version complète)(?:\s*[:–—-]|$)/iu, 'writethru'],
];

/** The kind a take names in its headline or, without one, at the head of its text. */
function kindNamed({ headline, blocks }: DocumentParts): TakeKind {
  const first = blocks[0];
  const head = headline === '' && first?.type === 'paragraph' ? first.text : headline;
  return namingWords.find(([words]) => words.test(head))?.[1] ?? 'update';
}
