import type { Node } from 'prosemirror-model';
import { DocAttrStep, Transform } from 'prosemirror-transform';
import { asBase, baseAttribute, baseOf, handsAttribute, handsOf, type Hand } from './base';
import { suggestionsOf, type Suggestion } from './suggestions';

/** Begins to take whatever changes as suggestions on the text as it stands. */
export function beginSuggesting<T extends Transform>(transform: T): T {
  transform.step(new DocAttrStep(baseAttribute, asBase(transform.doc)));
  transform.step(new DocAttrStep(handsAttribute, []));
  return transform;
}

/** Writes plainly again: what is suggested counts as accepted. */
export function acceptAll<T extends Transform>(transform: T): T {
  if (transform.doc.attrs[baseAttribute] === null) return transform;
  transform.step(new DocAttrStep(baseAttribute, null));
  transform.step(new DocAttrStep(handsAttribute, null));
  return transform;
}

/** Puts back the text that suggestions were made on, and writes plainly again. */
export function rejectAll<T extends Transform>(transform: T): T {
  const base = baseOf(transform.doc);
  if (base === null) return transform;
  const start = transform.doc.content.findDiffStart(base.content);
  const end = transform.doc.content.findDiffEnd(base.content);
  if (start !== null && end !== null) {
    // Whole blocks: what differs may begin and end at different depths.
    const { doc } = transform;
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const [from, to] = topLevel(doc, start, end.a + overlap);
    const rest = doc.content.size - to;
    transform.replace(from, to, base.slice(from, base.content.size - rest));
  }
  return acceptAll(transform);
}

/** Accepts some suggestions of a draft: the text the others are made on has them from now on. */
export function accept<T extends Transform>(transform: T, chosen: readonly Suggestion[]): T {
  const base = baseOf(transform.doc);
  if (base === null) return transform;
  const { doc } = transform;
  const next = new Transform(base);
  // From the last to the first, so that the places of those to come stay true.
  const sorted = chosen.toSorted((a, b) => b.base.from - a.base.from || b.base.to - a.base.to);
  for (const { base: range, now } of sorted) {
    next.replace(range.from, range.to, doc.slice(now.from, now.to));
  }
  const hands = handsOf(doc)
    .filter((hand) => !chosen.some((one) => touches(hand, one)))
    .map((hand) => ({
      ...hand,
      from: next.mapping.map(hand.from, -1),
      to: next.mapping.map(hand.to, 1),
    }));
  return settledTo(transform, next.doc, hands);
}

/** Rejects some suggestions of a draft: what they changed stands there again. */
export function reject<T extends Transform>(transform: T, chosen: readonly Suggestion[]): T {
  const base = baseOf(transform.doc);
  if (base === null) return transform;
  const hands = handsOf(transform.doc).filter((hand) => !chosen.some((one) => touches(hand, one)));
  const sorted = chosen.toSorted((a, b) => b.now.from - a.now.from || b.now.to - a.now.to);
  for (const { base: range, now } of sorted) {
    transform.replace(now.from, now.to, base.slice(range.from, range.to));
  }
  return settledTo(transform, base, hands);
}

/** Who made the suggestions after a change by somebody, where that is not known yet; null when it is. */
export function handsAfter(
  before: Node,
  after: Node,
  by: string,
  at: number,
): readonly Hand[] | null {
  const former = new Set(suggestionsOf(before).map(signature));
  const hands = handsOf(after);
  const fresh = suggestionsOf(after)
    .filter((one) => !former.has(signature(one)))
    .filter((one) => !hands.some((hand) => hand.by === by && touches(hand, one)))
    .map(({ base: { from, to } }) => ({ from, to, by, at }));
  return fresh.length === 0 ? null : [...hands, ...fresh];
}

function settledTo<T extends Transform>(transform: T, base: Node, hands: readonly Hand[]): T {
  if (base.content.eq(transform.doc.content)) {
    // Nothing is left to settle, and suggesting goes on.
    transform.step(new DocAttrStep(baseAttribute, asBase(transform.doc)));
    transform.step(new DocAttrStep(handsAttribute, []));
    return transform;
  }
  transform.step(new DocAttrStep(baseAttribute, asBase(base)));
  transform.step(new DocAttrStep(handsAttribute, hands));
  return transform;
}

function touches(hand: Hand, { base }: Suggestion): boolean {
  return hand.from <= base.to && hand.to >= base.from;
}

function signature({ base, added, now }: Suggestion): string {
  return `${base.from} ${base.to} ${now.to - now.from} ${added}`;
}

/** The bounds of the top-level blocks that hold a stretch. */
function topLevel(document: Node, from: number, to: number): readonly [number, number] {
  const [$from, $to] = [document.resolve(from), document.resolve(to)];
  return [$from.depth === 0 ? from : $from.before(1), $to.depth === 0 ? to : $to.after(1)];
}
