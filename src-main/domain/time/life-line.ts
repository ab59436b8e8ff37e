const minute = 60_000;

/**
 * Where instants stand on a line on which both minutes and years can be read: of every stretch between
 * two of them the logarithm counts, so that what followed at once is not on one spot, nor what came
 * years later out of sight.
 * @param instants ms, ascending
 * @returns for each its place, ascending from 0 to 1; a single one stands in the middle
 */
export function placesOnLine(instants: readonly number[]): readonly number[] {
  if (instants.length === 1) return [0.5];
  const reached: number[] = [];
  let sum = 0;
  let before: number | undefined;
  for (const at of instants) {
    if (before !== undefined) sum += 1 + Math.log2(1 + Math.max(0, at - before) / minute);
    reached.push(sum);
    before = at;
  }
  return reached.map((place) => (sum === 0 ? 0 : place / sum));
}

/**
 * Which of the places on a line can be named without their names meeting: the first, the last, and
 * those between that are far enough from both neighbours.
 * @param places ascending, 0 to 1
 * @param room of a name, in parts of the line
 */
export function namedOnLine(places: readonly number[], room: number): readonly number[] {
  const last = places.length - 1;
  const named: number[] = [];
  let free = 0;
  for (const [index, place] of places.entries()) {
    const fits = place >= free && (index === last || place + room <= (places[last] ?? 0));
    if (index !== 0 && !fits) continue;
    named.push(index);
    free = place + room;
  }
  return named;
}
