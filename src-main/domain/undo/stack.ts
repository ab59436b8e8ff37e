import { Mapping, type Step, type StepMap, type Transform } from 'prosemirror-transform';
import { mappedPlace, type Place } from './place';

/**
 * A stack of changes that can be taken back, after prosemirror-history's branches: what other
 * windows wrote lies between as mere position maps, so that taking back goes under it. Unlike there,
 * a change is a group of its own, and groups keep their identity while they stay as they are: what
 * of a stack is new can be told, and kept (see `stored.ts`).
 */
export type UndoStack = {
  /** How many groups were let go at the bottom: the position of the first one left. */
  readonly gone: number;
  readonly groups: readonly Group[];
};

/** What one undo takes back: the steps, oldest first, and where the selection was before them. */
export type Group = { readonly place: Place; readonly items: readonly Item[] };

/** A step made here, or the position map of something else. */
export type Item = {
  /** From the document before it to that after it. */
  readonly map: StepMap;
  /** The step that takes it back; null where there is nothing to take back. */
  readonly inverse: Step | null;
  /** How many items before stands the one that this one takes back; null for none. */
  readonly mirror: number | null;
};

export const emptyStack: UndoStack = { gone: 0, groups: [] };

/** Groups over the bound before the oldest are let go: not one by one. */
const slack = 20;
/** Position maps in a stack before they are worked into the steps below them. */
const mostBare = 500;

/**
 * The stack with the steps of a transform on it.
 *
 * @param place where the selection was, for a group of their own; null adds them to the last group
 * @param depth how many groups are kept
 */
export function pushed(
  stack: UndoStack,
  { steps, docs, mapping }: Transform,
  place: Place | null,
  depth: number,
): UndoStack {
  const items = steps.flatMap((step, index): Item[] => {
    const [before, map] = [docs[index], mapping.maps[index]];
    return before === undefined || map === undefined
      ? []
      : [{ map, inverse: step.invert(before), mirror: null }];
  });
  if (place === null || items.length === 0) return withItems(stack, items);
  const groups = [...stack.groups, { place, items }];
  if (groups.length <= depth + slack) return { ...stack, groups };
  const excess = groups.length - depth;
  return { gone: stack.gone + excess, groups: groups.slice(excess) };
}

/** The stack after changes that are not its to take back. */
export function passed(stack: UndoStack, maps: readonly StepMap[]): UndoStack {
  return withItems(stack, maps.map(bare));
}

/**
 * Takes the last group back.
 *
 * @param transform from the document as it is; it is given the steps
 * @returns what is left of the stack, and where the selection was; null for an empty stack
 */
export function popped(
  stack: UndoStack,
  transform: Transform,
): { readonly rest: UndoStack; readonly place: Place } | null {
  const group = stack.groups.at(-1);
  if (group === undefined) return null;
  const remap = mappingOf(group.items);
  let from = remap.maps.length;
  const before: Item[] = [];
  const after: Item[] = [];
  for (const item of group.items.toReversed()) {
    const step = item.inverse?.map(remap.slice(from)) ?? null;
    before.push(item.inverse === null ? item : bare(item.map));
    from -= 1;
    if (step === null || transform.maybeStep(step).doc === null) continue;
    const map = transform.mapping.maps.at(-1);
    if (map === undefined) continue;
    after.push({ map, inverse: null, mirror: after.length + before.length });
    remap.appendMap(map, from);
  }
  const rest = { ...stack, groups: stack.groups.slice(0, -1) };
  return {
    rest: withItems(rest, [...before.toReversed(), ...after]),
    place: mappedPlace(group.place, remap.slice(from)),
  };
}

/**
 * The stack after its last steps were taken back, others applied, and its own applied again.
 *
 * @param transform all of that, as prosemirror-collab makes it
 * @param count how many steps were taken back first
 */
export function rebased(stack: UndoStack, transform: Transform, count: number): UndoStack {
  const { mapping, steps, docs } = transform;
  const entries = entriesOf(stack.groups);
  const affected = Math.min(entries.length, count);
  const start = entries.length - affected;
  const again: Entry[] = [];
  let until = steps.length;
  let [index, opening] = [
    affected,
    null as { readonly place: Place; readonly from: number } | null,
  ];
  for (const { item, place } of entries.slice(start)) {
    index -= 1;
    if (place !== null) opening = { place, from: index + 1 };
    const at = mapping.getMirror(index);
    const [map, step, before] = at === undefined ? [] : [mapping.maps[at], steps[at], docs[at]];
    if (at === undefined || map === undefined || step === undefined || before === undefined)
      continue;
    until = Math.min(until, at);
    if (item.inverse === null) {
      again.push({ item: bare(map), place: null });
      continue;
    }
    // What its group began with may be gone: then the group begins with the next that is left.
    again.push({
      item: { map, inverse: step.invert(before), mirror: null },
      place: opening === null ? null : mappedPlace(opening.place, mapping.slice(opening.from, at)),
    });
    opening = null;
  }
  const others = mapping.maps.slice(affected, until).map(bare);
  return regrouped(stack, [
    ...entries.slice(0, start),
    ...others.map((item) => ({ item, place: null })),
    ...again,
  ]);
}

/**
 * The stack without the position maps in it, once there are many: the steps below are moved past
 * them. Only where every step is committed, for {@link rebased} knows steps by their place.
 */
export function aired(stack: UndoStack): UndoStack {
  const entries = entriesOf(stack.groups);
  if (entries.filter(({ item }) => item.inverse === null).length <= mostBare) return stack;
  const remap = mappingOf(entries.map(({ item }) => item));
  let from = remap.maps.length;
  const kept: Entry[] = [];
  for (const { item, place } of entries.toReversed()) {
    const step = item.inverse?.map(remap.slice(from)) ?? null;
    from -= 1;
    if (step !== null) {
      const map = step.getMap();
      remap.appendMap(map, from);
      kept.push({ item: { map: map.invert(), inverse: step, mirror: null }, place: null });
    }
    const first = kept.at(-1);
    if (place === null || first === undefined || first.place !== null) continue;
    kept[kept.length - 1] = { ...first, place: mappedPlace(place, remap.slice(from)) };
  }
  return regrouped(stack, kept.toReversed());
}

/** An item that has nothing to take back. */
export function bare(map: StepMap): Item {
  return { map, inverse: null, mirror: null };
}

/** An item, and where the selection was if its group begins with it. */
type Entry = { readonly item: Item; readonly place: Place | null };

function entriesOf(groups: readonly Group[]): readonly Entry[] {
  return groups.flatMap(({ place, items }) =>
    items.map((item, index) => ({ item, place: index === 0 ? place : null })),
  );
}

/** Groups of entries; those that stay as they were are the very same. */
function regrouped({ gone, groups: before }: UndoStack, entries: readonly Entry[]): UndoStack {
  const groups: { place: Place; items: Item[] }[] = [];
  for (const { item, place } of entries) {
    if (place !== null) groups.push({ place, items: [item] });
    else groups.at(-1)?.items.push(item);
  }
  return {
    gone,
    groups: groups.map((group, index) => {
      const known = before[index];
      const stays =
        known?.items.length === group.items.length &&
        known.items.every((item, place) => item === group.items[place]);
      return stays && known !== undefined ? known : group;
    }),
  };
}

/** The stack with items added to its last group; a stack without groups has no use for them. */
function withItems(stack: UndoStack, items: readonly Item[]): UndoStack {
  const last = stack.groups.at(-1);
  if (last === undefined || items.length === 0) return stack;
  const group = { ...last, items: [...last.items, ...items] };
  return { ...stack, groups: [...stack.groups.slice(0, -1), group] };
}

/** Through all items; what is taken back and done again finds its place. */
function mappingOf(items: readonly Item[]): Mapping {
  const mapping = new Mapping();
  items.forEach(({ map, mirror }, index) => {
    const mirrored = mirror !== null && index - mirror >= 0 ? index - mirror : undefined;
    mapping.appendMap(map, mirrored);
  });
  return mapping;
}
