import { wallTimeAt, type WallTime } from './wall-time';

/**
 * A day as people type it: `2/5/2017`, `02.05.2017`, `2-5-17`, or `2017-05-02`. Day before month, as
 * both French and British desks write it; two digits of a year are of this century.
 *
 * @returns null when it is none; whether the calendar has it is not checked
 */
export function parseDay(text: string): Pick<WallTime, 'year' | 'month' | 'day'> | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const found = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\s*$/.exec(text);
  if (found === null) return null;
  const year = Number(found[3]);
  return { year: year < 100 ? 2000 + year : year, month: Number(found[2]), day: Number(found[1]) };
}

/** A time of day as people type it: `21:14`, `21h14`, `21 h 14`, `21.14`, `2114`, `21h`; null when it is none. */
export function parseClock(text: string): Pick<WallTime, 'hour' | 'minute'> | null {
  const found =
    /^\s*(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)\s*$/.exec(text) ?? /^\s*(\d{2})(\d{2})\s*$/.exec(text);
  if (found === null) return null;
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** An instant (ms) as it is typed: its day and its time of day in a zone. */
export function typed(
  instant: number,
  zone: string,
): { readonly day: string; readonly clock: string } {
  const wall = wallTimeAt(instant, zone);
  if (wall === null) return { day: '', clock: '' };
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    day: `${two(wall.day)}/${two(wall.month)}/${wall.year}`,
    clock: `${two(wall.hour)}:${two(wall.minute)}`,
  };
}
