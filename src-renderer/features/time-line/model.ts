import type { DayTakesModel, TimeLineModel } from '@contract/search';
import { countedAs, type CountedKind } from '@domain/record/counted';
import { barOf, firstDayOf, hoursOfDay, lastDayOf, type CalendarUnit } from '@domain/time/calendar';
import {
  binned,
  brushOf,
  movedTo,
  nextUnit,
  shownCount,
  sumOf,
  zoomedTo,
  type Brush,
  type Extent,
  type Lens,
} from '@domain/time/time-line';
import type { Formats } from '../../ui/format/formats';
import type { Translate } from '../../ui/i18n/translate';

/** The line, once it is counted. */
export type Line = Extract<TimeLineModel, { state: 'counted' }>;
export type DayTake = DayTakesModel['takes'][number];

/** What is told of a stretch of time: dispatches begun in it, and its takes by kind. */
export const columns = ['dispatches', 'report', 'update', 'correction', 'kill'] as const;
export type Counts = Readonly<Record<(typeof columns)[number], number>>;

const nothing: Counts = { dispatches: 0, report: 0, update: 0, correction: 0, kill: 0 };

/** A stretch of time and what was published in it. */
export type Bar = { readonly bar: number; readonly counts: Counts };

/** From the archive's first day to its last, or to today, whichever is later. */
export function extentOf({ days, today }: Line): Extent {
  const last = days.at(-1)?.day ?? today;
  return { from: Math.min(days[0]?.day ?? today, today), to: Math.max(last, today) };
}

/** The stretches a lens shows, with what was published in each. */
export function barsOf(line: Line, takes: readonly DayTake[], lens: Lens): readonly Bar[] {
  const { unit, first } = lens;
  const last = first + shownCount(unit, extentOf(line)) - 1;
  const counts =
    unit === 'hour' ? hoursOf(takes) : binned(line.days, unit, { from: first, to: last }, nothing);
  return counts.map((one, index) => ({ bar: first + index, counts: one }));
}

/** What was published in the brushed stretches, those out of sight too. */
export function brushedCounts(line: Line, bars: readonly Bar[], lens: Lens): Counts {
  const { from, to } = brushOf(lens);
  const { unit } = lens;
  if (unit !== 'hour') {
    const [begin, end] = [firstDayOf(unit, from), lastDayOf(unit, to)];
    return sumOf(
      line.days.filter(({ day }) => day >= begin && day <= end),
      nothing,
    );
  }
  const inside = bars.filter(({ bar }) => bar >= from && bar <= to);
  return sumOf(
    inside.map(({ counts }) => counts),
    nothing,
  );
}

/** How many takes there are. */
export function takesIn({ report, update, correction, kill }: Counts): number {
  return report + update + correction + kill;
}

/** The takes of the brushed hours; those of which only the day is known where all of it is brushed. */
export function takesOf(takes: readonly DayTake[], { from, to }: Brush): readonly DayTake[] {
  const midnight = barOf('hour', firstDayOf('hour', from));
  const [begin, end] = [from - midnight, to - midnight];
  const whole = end - begin === hoursOfDay - 1;
  return takes.filter(({ hour }) => (hour === null ? whole : hour >= begin && hour <= end));
}

/** Dispatches of a day are begun by their report: what hours are told of is in the takes alone. */
function hoursOf(takes: readonly DayTake[]): readonly Counts[] {
  const hours = Array.from({ length: hoursOfDay }, () => ({ ...nothing }));
  for (const { hour, kind } of takes) {
    const counts = hour === null ? undefined : hours[hour];
    if (counts === undefined) continue;
    const as: CountedKind = countedAs[kind];
    counts[as] += 1;
    if (as === 'report') counts.dispatches += 1;
  }
  return hours;
}

const dayLength = 86_400_000;

/** What a stretch of time is called: `2017`, `mai 2017`, `2 mai 2017`, `14:00–15:00`. */
export function barName(unit: CalendarUnit, bar: number, format: Formats, t: Translate): string {
  const start = firstDayOf(unit, bar) * dayLength;
  switch (unit) {
    case 'year':
      return format.year(start, 'UTC');
    case 'month':
      return format.month(start, 'UTC');
    case 'day':
      return format.date(start, 'UTC');
    case 'hour': {
      const hour = bar - barOf('hour', firstDayOf('hour', bar));
      const clock = (at: number): string => format.clock(at * (dayLength / hoursOfDay), 'UTC');
      return t('time-line.hour', { from: clock(hour), to: clock(hour + 1) });
    }
  }
}

/** What the brush covers, in words. */
export function brushName(lens: Lens, format: Formats, t: Translate): string {
  const { from, to } = brushOf(lens);
  const { unit } = lens;
  if (unit === 'hour') {
    const day = format.date(firstDayOf(unit, from) * dayLength, 'UTC');
    if (to - from === hoursOfDay - 1) return day;
    const [first, last] = [barClock(from, format), barClock(to + 1, format)];
    return t('time-line.hours-of', { day, from: first, to: last });
  }
  const [first, last] = [barName(unit, from, format, t), barName(unit, to, format, t)];
  return from === to ? first : t('time-line.from-to', { from: first, to: last });
}

function barClock(bar: number, format: Formats): string {
  return format.clock(bar * (dayLength / hoursOfDay), 'UTC');
}

/** What a key makes of a lens; `search` where the brushed dates are to be searched; undefined for other keys. */
export function byKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  lens: Lens,
  extent: Extent,
): Lens | 'search' | undefined {
  const { unit, at } = lens;
  const page = shownCount(unit, extent);
  const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -page, PageDown: page }[key];
  if (step !== undefined) return movedTo(lens, at + step, extent, shiftKey);
  switch (key) {
    case 'Enter':
      return 'search';
    case 'Home':
      return movedTo(lens, -Infinity, extent, shiftKey);
    case 'End':
      return movedTo(lens, Infinity, extent, shiftKey);
    case '+':
    case '=':
      return zoomedTo(lens, nextUnit(unit, 1) ?? unit, extent);
    case '-':
      return zoomedTo(lens, nextUnit(unit, -1) ?? unit, extent);
    default:
      return undefined;
  }
}
