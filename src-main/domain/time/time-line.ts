import { barOf, firstDayOf, hoursOfDay, isoDay, lastDayOf, type CalendarUnit } from './calendar';

/** From the first day to the last, in days since 1970-01-01. */
export type Extent = { readonly from: number; readonly to: number };

/** What of a time line is looked at, in stretches of one unit (see `barOf`). */
export type Lens = {
  readonly unit: CalendarUnit;
  /** The first stretch that is shown. */
  readonly first: number;
  /** Where the brush was begun, and where it has come to; one stretch where they are the same. */
  readonly anchor: number;
  readonly at: number;
};

/** A stretch of time, both ends in it. */
export type Brush = { readonly from: number; readonly to: number };

/** From the whole archive to a day's hours. */
export const lineUnits: readonly CalendarUnit[] = ['year', 'month', 'day', 'hour'];

/** As many stretches as are shown at once. */
const mostShown: Readonly<Record<CalendarUnit, number>> = {
  year: 60,
  month: 48,
  day: 62,
  hour: hoursOfDay,
};

/** The stretches a lens has brushed. */
export function brushOf({ anchor, at }: Lens): Brush {
  return { from: Math.min(anchor, at), to: Math.max(anchor, at) };
}

/** How many stretches of a unit are shown at once. */
export function shownCount(unit: CalendarUnit, extent: Extent): number {
  return unit === 'hour' ? hoursOfDay : Math.min(mostShown[unit], lengthIn(unit, extent));
}

/** The lens that shows most of an extent, by the finest unit all of it has room for; its end is chosen. */
export function widestLens(extent: Extent): Lens {
  const unit =
    (['day', 'month'] as const).find((one) => lengthIn(one, extent) <= mostShown[one]) ?? 'year';
  const at = barOf(unit, extent.to);
  return inSight({ unit, first: at, anchor: at, at }, extent);
}

/** The lens on a day's hours, all of them brushed. */
export function dayLens(day: number): Lens {
  const first = barOf('hour', day);
  return { unit: 'hour', first, anchor: first, at: first + hoursOfDay - 1 };
}

/** The lens with the brush moved or, stretching, its end alone; what it comes to is in sight. */
export function movedTo(lens: Lens, to: number, extent: Extent, stretch = false): Lens {
  const least = barOf(lens.unit, extent.from);
  const most = lastBarOf(lens.unit, extent.to);
  const at = Math.max(least, Math.min(most, to));
  // A day's hours are brushed within the day.
  const sameDay = lens.unit !== 'hour' || dayOf(at) === dayOf(lens.anchor);
  return inSight({ ...lens, anchor: stretch && sameDay ? lens.anchor : at, at }, extent);
}

/** The lens by another unit, on the same stretch of time; of several days the first has its hours shown. */
export function zoomedTo(lens: Lens, unit: CalendarUnit, extent: Extent): Lens {
  if (unit === lens.unit) return lens;
  const { from, to } = brushOf(lens);
  const days = {
    from: Math.max(extent.from, firstDayOf(lens.unit, from)),
    to: Math.min(extent.to, lastDayOf(lens.unit, to)),
  };
  if (unit === 'hour') return dayLens(days.from);
  const [anchor, at] = [barOf(unit, days.from), barOf(unit, days.to)];
  const shown = shownCount(unit, extent);
  const first = anchor - Math.max(0, Math.floor((shown - (at - anchor + 1)) / 2));
  return { unit, first: within(first, unit, extent), anchor, at };
}

/** The unit one finer or coarser; null where there is none. */
export function nextUnit(unit: CalendarUnit, step: 1 | -1): CalendarUnit | null {
  return lineUnits[lineUnits.indexOf(unit) + step] ?? null;
}

/** A stretch of time as the query language has it after `on:`. */
export function periodText(unit: CalendarUnit, { from, to }: Brush): string {
  const whole = unit === 'hour' && to - from === hoursOfDay - 1 && from % hoursOfDay === 0;
  if (unit === 'hour' && !whole) {
    const two = (hour: number): string => String(hour).padStart(2, '0');
    const hourOf = (bar: number): string => two(bar - barOf('hour', dayOf(bar)));
    return `"${isoDay(dayOf(from))} ${hourOf(from)}:00..${isoDay(dayOf(to))} ${hourOf(to)}:59"`;
  }
  const texts = [from, to].map((bar) => barText(whole ? 'day' : unit, whole ? dayOf(bar) : bar));
  return texts[0] === texts[1] ? (texts[0] ?? '') : texts.join('..');
}

/** Sums what is known of days over each of so many stretches from the first on. */
export function binned<T extends string>(
  days: readonly DayCount<T>[],
  unit: Exclude<CalendarUnit, 'hour'>,
  { from, to }: Brush,
  nothing: Readonly<Record<T, number>>,
): readonly Readonly<Record<T, number>>[] {
  const bars = Array.from({ length: to - from + 1 }, () => ({ ...nothing }));
  for (const { day, ...counts } of days) {
    const bar = bars[barOf(unit, day) - from];
    if (bar !== undefined) addTo(bar, counts as unknown as Readonly<Record<T, number>>);
  }
  return bars;
}

/** What was counted of a day. */
export type DayCount<T extends string> = { readonly day: number } & Readonly<Record<T, number>>;

/** All of some counts together. */
export function sumOf<T extends string>(
  counts: readonly Readonly<Record<T, number>>[],
  nothing: Readonly<Record<T, number>>,
): Readonly<Record<T, number>> {
  const sum = { ...nothing };
  for (const one of counts) addTo(sum, one);
  return sum;
}

function addTo<T extends string>(sum: Record<T, number>, one: Readonly<Record<T, number>>): void {
  // The keys of a record of names are those names.
  for (const key of Object.keys(sum) as T[]) sum[key] += one[key];
}

function barText(unit: CalendarUnit, bar: number): string {
  const day = isoDay(firstDayOf(unit, bar));
  return unit === 'day' ? day : day.slice(0, unit === 'month' ? 7 : 4);
}

function dayOf(hour: number): number {
  return firstDayOf('hour', hour);
}

function lengthIn(unit: CalendarUnit, { from, to }: Extent): number {
  return lastBarOf(unit, to) - barOf(unit, from) + 1;
}

function lastBarOf(unit: CalendarUnit, day: number): number {
  return unit === 'hour' ? barOf('hour', day) + hoursOfDay - 1 : barOf(unit, day);
}

/** The lens moved as little as brings where its brush has come to into sight. */
function inSight(lens: Lens, extent: Extent): Lens {
  const { unit, at } = lens;
  if (unit === 'hour') return { ...lens, first: barOf('hour', dayOf(at)) };
  const shown = shownCount(unit, extent);
  const first = Math.max(at - shown + 1, Math.min(at, lens.first));
  return { ...lens, first: within(first, unit, extent) };
}

function within(first: number, unit: CalendarUnit, extent: Extent): number {
  const least = barOf(unit, extent.from);
  const most = barOf(unit, extent.to) - shownCount(unit, extent) + 1;
  return Math.max(least, Math.min(most, first));
}
