/** A card beside the text: where its words stand, and how tall it is, in px. */
export type Card = { readonly id: string; readonly wanted: number; readonly height: number };

/**
 * Places cards level with their words. Cards that would overlap are moved down, in order; the
 * active card stands at its words, and those before it give way upward as far as there is room; where
 * they are so many that it would stand far from its words, beyond the top too.
 *
 * @returns the top of each card, by id
 */
export function layOut(
  cards: readonly Card[],
  activeId: string | null,
  gap: number,
): ReadonlyMap<string, number> {
  const ordered = cards.toSorted((a, b) => a.wanted - b.wanted);
  const tops: number[] = [];
  let floor = 0;
  for (const card of ordered) {
    const top = Math.max(card.wanted, floor, 0);
    tops.push(top);
    floor = top + card.height + gap;
  }
  const active = ordered.findIndex((card) => card.id === activeId);
  if (active > 0) giveWay(ordered, tops, active, gap);
  return new Map(ordered.map((card, index) => [card.id, tops[index] ?? 0]));
}

/** So much of its top in sight, in px, tells of a card below; its words are level with it. */
const head = 16;
/** So far above, in px, nothing is seen of a usual card. */
const body = 96;

/** Notes of which none is in sight: on the side of the nearest, how many, and where that one stands. */
export type OutOfSight = {
  readonly side: 'above' | 'below';
  readonly count: number;
  /** The top of the nearest, in px. */
  readonly nearest: number;
};

/**
 * Which cards are out of sight, where all of them are.
 *
 * @param tops of the cards, in px
 * @param from where what is in sight begins, in the same measure, and `to` where it ends
 * @returns null where a card is in sight, or there is none
 */
export function outOfSight(tops: readonly number[], from: number, to: number): OutOfSight | null {
  const above = tops.filter((top) => top + body <= from);
  const below = tops.filter((top) => top + head > to);
  if (tops.length === 0 || above.length + below.length < tops.length) return null;
  const last = Math.max(...above);
  const first = Math.min(...below);
  return first - to <= from - last
    ? { side: 'below', count: below.length, nearest: first }
    : { side: 'above', count: above.length, nearest: last };
}

/** How far below its words the active card may stand for want of room, in px. */
const farthest = 300;

/** Moves the active card up to its words, those before it up, and those after it after it. */
function giveWay(cards: readonly Card[], tops: number[], active: number, gap: number): void {
  const room = cards.slice(0, active).reduce((sum, card) => sum + card.height + gap, 0);
  const level = Math.max(0, cards[active]?.wanted ?? 0);
  const wanted = room - level > farthest ? level : Math.max(level, room);
  if (wanted >= (tops[active] ?? 0)) return;
  tops[active] = wanted;
  let ceiling = wanted;
  for (let index = active - 1; index >= 0; index -= 1) {
    ceiling -= (cards[index]?.height ?? 0) + gap;
    tops[index] = Math.min(tops[index] ?? 0, ceiling);
    ceiling = tops[index] ?? 0;
  }
  let floor = wanted + (cards[active]?.height ?? 0) + gap;
  for (let index = active + 1; index < cards.length; index += 1) {
    const card = cards[index];
    if (card === undefined) continue;
    tops[index] = Math.max(card.wanted, floor);
    floor = (tops[index] ?? 0) + card.height + gap;
  }
}
