import { namedParts, type ChangedPlace, type NamedPart } from './facts';

/** More stretches of paragraphs than this are said to be throughout the text. */
const mostStretches = 4;

/** Numbers as stretches: three or more in a row are one; null where there are too many to name. */
export function stretches(
  numbers: readonly number[],
): readonly { readonly from: number; readonly to: number }[] | null {
  const runs: { from: number; to: number }[] = [];
  for (const number of [...new Set(numbers)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.to + 1 === number) last.to = number;
    else runs.push({ from: number, to: number });
  }
  const told = runs.flatMap(({ from, to }) =>
    to === from + 1
      ? [
          { from, to: from },
          { from: to, to },
        ]
      : [{ from, to }],
  );
  return told.length > mostStretches ? null : told;
}

/** The numbers of the paragraphs, or of the quotes, among some places; each once, in order. */
export function numbersOf(
  places: readonly ChangedPlace[],
  kind: 'paragraph' | 'quote',
): readonly number[] {
  const numbers = places.flatMap((place) =>
    'number' in place && place.is === kind ? [place.number] : [],
  );
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

/** The named parts among some places, each with how many of them there are. */
export function parts(
  places: readonly ChangedPlace[],
): readonly { readonly part: NamedPart; readonly count: number }[] {
  return namedParts.flatMap((part) => {
    const count = places.filter(({ is }) => is === part).length;
    // Of a table many cells may have changed.
    return count === 0 ? [] : [{ part, count: part === 'table' ? 1 : count }];
  });
}
