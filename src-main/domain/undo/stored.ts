import { StepMap } from 'prosemirror-transform';
import type { StepJson } from '../document/replay';
import { stepOf } from '../document/step';
import type { Place } from './place';
import { bare, type Group, type Item } from './stack';

/** A group as it is kept. */
export type StoredGroup = { readonly place: Place; readonly items: readonly StoredItem[] };

type StoredItem =
  | { readonly step: StepJson }
  | {
      /** Of each range its start before, and its size before and after. */
      readonly map: readonly number[];
      readonly mirror: number | null;
    };

/** A group to be kept; steps that follow one another without anything between become one. */
export function storedGroup({ place, items }: Group): StoredGroup {
  return { place, items: storedItems(items) };
}

function storedItems(items: readonly Item[]): StoredItem[] {
  return merged(items).map(({ map, inverse, mirror }) => {
    if (inverse !== null) return { step: inverse.toJSON() as StepJson };
    return { map: rangesOf(map), mirror };
  });
}

/** What the items of a group came to when it was last written down, by its first item. */
type Merged = { readonly of: readonly Item[]; readonly items: readonly Item[] };
const known = new WeakMap<Item, Merged>();

/** Items of steps alone, with those that follow one another as one; a group grows by what is typed. */
function merged(items: readonly Item[]): readonly Item[] {
  const [first] = items;
  if (first === undefined) return items;
  const before = known.get(first);
  const goesOn = before !== undefined && items[before.of.length - 1] === before.of.at(-1);
  const from = goesOn ? before.of.length : 0;
  // A position map points at the item it takes back by their distance.
  if (items.slice(from).some(({ inverse }) => inverse === null)) return items;
  const found: Item[] = goesOn ? [...before.items] : [];
  for (const item of items.slice(from)) {
    const last = found.at(-1);
    const step = (last?.inverse && item.inverse?.merge(last.inverse)) ?? null;
    if (step === null) found.push(item);
    else found[found.length - 1] = { map: step.getMap().invert(), inverse: step, mirror: null };
  }
  known.set(first, { of: items, items: found });
  return found;
}

/** Of each range of a map its start before, and its size before and after. */
function rangesOf(map: StepMap): number[] {
  const ranges: number[] = [];
  map.forEach((from, to, newFrom, newTo) => ranges.push(from, to - from, newTo - newFrom));
  return ranges;
}

/** A group that was kept; throws a RangeError where its steps are none of this schema. */
export function groupOf({ place, items }: StoredGroup): Group {
  return { place, items: items.map(itemOf) };
}

function itemOf(stored: StoredItem): Item {
  if ('map' in stored) return { ...bare(new StepMap(stored.map)), mirror: stored.mirror };
  const inverse = stepOf(stored.step);
  return { map: inverse.getMap().invert(), inverse, mirror: null };
}
