/**
 * When a take was published: an instant in UTC, the IANA zone it was stamped in,
 * and how precisely the moment is known. An unknown time is a value of its own;
 * no instant is ever invented for it.
 */
export type Stamp =
  | {
      readonly precision: 'second' | 'minute' | 'day';
      /** Milliseconds since 1970-01-01T00:00:00Z. For `day`, the first instant of that day in `zone`. */
      readonly instant: number;
      /** IANA time zone name, for instance `Europe/Zurich`. */
      readonly zone: string;
    }
  | { readonly precision: 'unknown' };

/** The precisions a stamp can have, from finest to none. */
export const stampPrecisions = ['second', 'minute', 'day', 'unknown'] as const;
export type StampPrecision = (typeof stampPrecisions)[number];

/** A stamp whose time nobody has supplied. */
export const unknownStamp: Stamp = { precision: 'unknown' };

/**
 * The stamp for something published now, never earlier than the stamps before it
 * in the same dispatch.
 *
 * @param now milliseconds since the epoch, from main's clock
 * @param zone IANA zone of the desk
 * @param earlier the stamps of the takes already published in the dispatch
 * @returns the stamp, and `clockWentBack` when `now` was earlier than the newest of them,
 *   in which case the stamp repeats that newest instant
 */
export function stampNow(
  now: number,
  zone: string,
  earlier: readonly Stamp[],
): { readonly stamp: Stamp; readonly clockWentBack: boolean } {
  const newest = newestInstant(earlier);
  const clockWentBack = newest !== undefined && now < newest;
  return {
    stamp: { precision: 'second', instant: clockWentBack ? newest : now, zone },
    clockWentBack,
  };
}

/** The latest known instant among stamps, in milliseconds, or undefined when none is known. */
export function newestInstant(stamps: readonly Stamp[]): number | undefined {
  let newest: number | undefined;
  for (const stamp of stamps) {
    if (stamp.precision === 'unknown') continue;
    if (newest === undefined || stamp.instant > newest) newest = stamp.instant;
  }
  return newest;
}
