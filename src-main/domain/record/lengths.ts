import type { Node } from 'prosemirror-model';

/** The longest a headline, an alert and a crosshead should be, in characters. */
export type LengthLimits = {
  readonly headline: number;
  readonly alert: number;
  readonly crosshead: number;
};

/** Those of wire desks, unless a desk has its own. */
export const lengthLimits: LengthLimits = { headline: 50, alert: 100, crosshead: 40 };
/** The lowest urgency that goes out as an alert. */
const alertUrgency = 2;

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
 * IPTC urgency) all its body, told on the first block of that.
 */
export function lengthMeters(
  document: Node,
  urgency: number,
  limits: LengthLimits = lengthLimits,
): readonly LengthMeter[] {
  const meters: LengthMeter[] = [];
  let body: number | null = null;
  document.forEach((node, pos) => {
    const { name } = node.type;
    if (name === 'headline' || name === 'crosshead') {
      const used = charactersOf(node.textContent);
      if (used > 0) meters.push({ what: name, pos, used, limit: limits[name] });
    } else if (node.isTextblock && name !== 'signoff' && node.textContent.trim() !== '') {
      body ??= pos;
    }
  });
  if (urgency > alertUrgency || body === null) return meters;
  const used = charactersOf(bodyText(document));
  return [...meters, { what: 'alert', pos: body, used, limit: limits.alert }];
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

function charactersOf(text: string): number {
  return Array.from(text.trim()).length;
}
