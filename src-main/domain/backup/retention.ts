const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;

/** For how long the newest backup of each hour, day and week is kept, in ms. */
export const kept = [
  { of: hour, for: day },
  { of: day, for: 14 * day },
  { of: week, for: 12 * week },
] as const;

/**
 * Which backups made by the clock may go: of each hour of the last day, each day of the last two
 * weeks and each week of the last twelve the newest stays, and the newest of all always.
 *
 * @param made instants (ms) in any order; some may lie ahead of `now` where the clock was put back
 * @returns those that may go, in the order given
 */
export function outlived(made: readonly number[], now: number): readonly number[] {
  const staying = new Set<number>();
  const newest = Math.max(...made);
  for (const rule of kept) {
    const ofBucket = new Map<number, number>();
    for (const at of made) {
      if (now - at > rule.for) continue;
      const bucket = Math.floor(at / rule.of);
      ofBucket.set(bucket, Math.max(at, ofBucket.get(bucket) ?? at));
    }
    for (const at of ofBucket.values()) staying.add(at);
  }
  return made.filter((at) => at !== newest && !staying.has(at));
}
