import { Step, StepMap } from 'prosemirror-transform';
import type { StepJson } from '../document/replay';
import { takeSchema } from '../document/schema';
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
  const hasOnlySteps = items.every(({ inverse }) => inverse !== null);
  const compact = hasOnlySteps ? merged(items) : items;
  return compact.map(({ map, inverse, mirror }) => {
    if (inverse !== null) return { step: inverse.toJSON() as StepJson };
    return { map: rangesOf(map), mirror };
  });
}

function merged(items: readonly Item[]): readonly Item[] {
  const found: Item[] = [];
  for (const item of items) {
    const last = found.at(-1);
    const step = (last?.inverse && item.inverse?.merge(last.inverse)) ?? null;
    if (step === null) found.push(item);
    else found[found.length - 1] = { map: step.getMap().invert(), inverse: step, mirror: null };
  }
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
  const inverse = Step.fromJSON(takeSchema, stored.step);
  return { map: inverse.getMap().invert(), inverse, mirror: null };
}
