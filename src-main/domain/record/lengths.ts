import type { Node } from 'prosemirror-model';
import { oncePerNode } from '../document/once-per-node';

/** The longest a headline, an alert and a crosshead should be, in characters. */
export type LengthLimits = {
  readonly headline: number;
  readonly alert: number;
  readonly crosshead: number;
};

/** Those of wire desks, unless a desk has its own. */
export const lengthLimits: LengthLimits = { headline: 50, alert: 100, crosshead: 40 };
/** The IPTC urgency of alerts; what is urgent (2) has the length of any dispatch. */
export const alertUrgency = 1;

/** How long something is beside how long it should be at most, both in characters (code points). */
export type LengthMeter = {
  readonly what: keyof LengthLimits;
  /** ProseMirror position before the block it stands on. */
  readonly pos: number;
  readonly used: number;
  readonly limit: number;
};

/**
 * The lengths of a draft that have a limit: its headline, its crossheads, and of an alert (by its
 * IPTC urgency) all its body, told where that ends.
 */
export function lengthMeters(
  document: Node,
  urgency: number,
  limits: LengthLimits = lengthLimits,
): readonly LengthMeter[] {
  const meters: LengthMeter[] = [];
  // Headline and crossheads stand at the top of a document: nothing within other blocks is looked at.
  document.forEach((node, pos) => {
    const { name } = node.type;
    if (name !== 'headline' && name !== 'crosshead') return;
    const used = charactersIn(node);
    if (used > 0) meters.push({ what: name, pos, used, limit: limits[name] });
  });
  const bodyEnd = urgency === alertUrgency ? endOfBody(document) : null;
  if (bodyEnd === null) return meters;
  const used = charactersOf(bodyText(document));
  return [...meters, { what: 'alert', pos: bodyEnd, used, limit: limits.alert }];
}

/** The position of the last block of the body with words; null where there is none. */
function endOfBody(document: Node): number | null {
  let end: number | null = null;
  document.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const { name } = node.type;
    if (name !== 'headline' && name !== 'signoff' && charactersIn(node) > 0) end = pos;
    return false;
  });
  return end;
}

/** By how many characters something is over its limit, of all its kind together; 0 where none is. */
export function excessOf(
  what: keyof LengthLimits,
  document: Node,
  urgency: number,
  limits: LengthLimits = lengthLimits,
): number {
  return lengthMeters(document, urgency, limits)
    .filter((meter) => meter.what === what)
    .reduce((sum, { used, limit }) => sum + Math.max(0, used - limit), 0);
}

/** An alert is its headline or its one sentence: all text but headline and sign-off. */
function bodyText(document: Node): string {
  return document.children
    .filter(({ type }) => type.name !== 'headline' && type.name !== 'signoff')
    .map(({ textContent }) => textContent.trim())
    .filter((text) => text !== '')
    .join(' ');
}

const charactersIn = oncePerNode((node) => charactersOf(node.textContent));

function charactersOf(text: string): number {
  return Array.from(text.trim()).length;
}
