import { err, ok, type Result } from '../result';
import { isTimeZone } from '../time/wall-time';
import type { EmbargoEnd } from './canonical';

/**
 * Whether an embargo holds at an instant. Only the clock's present reading counts: a clock put back
 * closes an embargo again that its wrong reading had opened, and never opens one.
 *
 * @param until the end of the embargo; null where there is none
 * @param now ms, main's clock
 */
export function embargoHolds(until: EmbargoEnd | null, now: number): boolean {
  return until !== null && now < until.instant;
}

/** Why a change of embargo is refused. */
export type EmbargoFault =
  | { readonly is: 'zone-unknown' }
  | { readonly is: 'not-in-the-future' }
  /** An embargo that still holds ends earlier only for a reason that is kept. */
  | { readonly is: 'reason-missing' }
  | { readonly is: 'none-to-lift' };

/**
 * Checks a change of embargo: a new end lies in the future; one that still holds is lifted, or made
 * to end earlier, only with a reason.
 *
 * @param present the embargo as it is, `next` as it shall be; null is none
 * @param now ms, main's clock
 */
export function checkEmbargo(
  present: EmbargoEnd | null,
  next: EmbargoEnd | null,
  reason: string,
  now: number,
): Result<EmbargoEnd | null, EmbargoFault> {
  if (next !== null && !isTimeZone(next.zone)) return err({ is: 'zone-unknown' });
  if (next !== null && next.instant <= now) return err({ is: 'not-in-the-future' });
  const holds = present !== null && embargoHolds(present, now);
  if (next === null && !holds) return err({ is: 'none-to-lift' });
  const endsEarlier = holds && (next === null || next.instant < present.instant);
  if (endsEarlier && reason.trim() === '') return err({ is: 'reason-missing' });
  return ok(next);
}
