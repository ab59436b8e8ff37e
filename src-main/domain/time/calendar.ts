/** What stretches of time are counted by. An hour is one that clocks show, whatever its length. */
export type CalendarUnit = 'year' | 'month' | 'day' | 'hour';

const dayLength = 86_400_000;
/** Hours that clocks name in a day. */
export const hoursOfDay = 24;

/**
 * The number of the stretch of time a day belongs to, or begins with: years, months since the year 0,
 * days since 1970-01-01, hours since its first. Numbers that follow one another follow in time.
 */
export function barOf(unit: CalendarUnit, day: number): number {
  if (unit === 'hour') return day * hoursOfDay;
  if (unit === 'day') return day;
  const { year, month } = civilOf(day);
  return unit === 'month' ? year * 12 + month - 1 : year;
}

/** The first day of a stretch of time, in days since 1970-01-01. */
export function firstDayOf(unit: CalendarUnit, bar: number): number {
  if (unit === 'hour') return Math.floor(bar / hoursOfDay);
  if (unit === 'day') return bar;
  const [year, month] = unit === 'month' ? [Math.floor(bar / 12), bar % 12] : [bar, 0];
  // Years below 100 would be taken for those of the twentieth century.
  return new Date(0).setUTCFullYear(year, month, 1) / dayLength;
}

/** The last day of a stretch of time, in days since 1970-01-01. */
export function lastDayOf(unit: CalendarUnit, bar: number): number {
  return unit === 'hour' ? firstDayOf(unit, bar) : firstDayOf(unit, bar + 1) - 1;
}

/** A day as `YYYY-MM-DD`. */
export function isoDay(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** The day of a date, in days since 1970-01-01. */
export function dayNumber(date: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): number {
  return new Date(0).setUTCFullYear(date.year, date.month - 1, date.day) / dayLength;
}

/**
 * Year and month of a day since 1970-01-01, by whole numbers alone (H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", civil_from_days): thousands of days are asked for at each letter typed.
 */
export function civilOf(day: number): { readonly year: number; readonly month: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month };
}
