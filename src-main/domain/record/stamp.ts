import { err, ok, type Result } from '../result';
import { isTimeZone } from '../time/wall-time';

/** A stamp whose moment is known, to its precision. */
export type KnownStamp = {
  readonly precision: 'second' | 'minute' | 'day';
  /** Milliseconds since 1970-01-01T00:00:00Z. For `day`, the first instant of that day in `zone`. */
  readonly instant: number;
  /** IANA time zone name, for instance `Europe/Zurich`. */
  readonly zone: string;
};

/**
 * When a take was published: an instant in UTC, the IANA zone it was stamped in,
 * and how precisely the moment is known. An unknown time is a value of its own;
 * no instant is ever invented for it.
 */
export type Stamp = KnownStamp | { readonly precision: 'unknown' };

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
 * @returns the stamp, and by how many ms `now` was behind the newest of them (0 when it was not);
 *   then the stamp repeats that newest instant
 */
export function stampNow(
  now: number,
  zone: string,
  earlier: readonly Stamp[],
): { readonly stamp: KnownStamp; readonly clockBehind: number } {
  const newest = newestInstant(earlier) ?? now;
  const clockBehind = Math.max(0, newest - now);
  return { stamp: { precision: 'second', instant: now + clockBehind, zone }, clockBehind };
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

/** Why a stamp set by hand is refused. */
export type StampFault =
  | { readonly is: 'zone-unknown' }
  | { readonly is: 'in-the-future' }
  /** Earlier than the stamp before it in the dispatch, at `instant` (ms). */
  | { readonly is: 'before-predecessor'; readonly instant: number }
  /** Later than the stamp after it in the dispatch, at `instant` (ms). */
  | { readonly is: 'after-successor'; readonly instant: number }
  | { readonly is: 'reason-missing' };

/**
 * Checks a stamp set by hand: its zone exists, it is not in the future, it fits between its
 * neighbours, and a reason is given that will be kept.
 *
 * @param before the stamps of the takes before it, `after` of those after it
 * @param now ms, main's clock
 */
export function checkHandStamp(
  stamp: KnownStamp,
  reason: string,
  {
    before,
    after,
    now,
  }: {
    readonly before: readonly Stamp[];
    readonly after: readonly Stamp[];
    readonly now: number;
  },
): Result<KnownStamp, StampFault> {
  if (!isTimeZone(stamp.zone)) return err({ is: 'zone-unknown' });
  if (!Number.isSafeInteger(stamp.instant) || stamp.instant > now) {
    return err({ is: 'in-the-future' });
  }
  const predecessor = newestInstant(before);
  if (predecessor !== undefined && stamp.instant < predecessor) {
    return err({ is: 'before-predecessor', instant: predecessor });
  }
  const successor = after.find((one) => one.precision !== 'unknown');
  if (successor !== undefined && stamp.instant > successor.instant) {
    return err({ is: 'after-successor', instant: successor.instant });
  }
  if (reason.trim() === '') return err({ is: 'reason-missing' });
  return ok(stamp);
}
