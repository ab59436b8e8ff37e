import { fold } from '../text/fold';
import { parseClock, parseDay } from '../time/given';
import { instantOf, wallTimeAt, type WallTime } from '../time/wall-time';

/** A stretch of time: from `from` on and before `to`, ms. */
export type Period = { readonly from: number; readonly to: number };

/** What dates are read by. */
export type Clock = {
  /** ms: what "yesterday" is reckoned from. */
  readonly now: number;
  /** IANA zone whose calendar counts. */
  readonly zone: string;
};

type Day = Pick<WallTime, 'year' | 'month' | 'day'>;

const months: readonly (readonly string[])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];
const weekdays: readonly (readonly string[])[] = [
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
  ['dimanche', 'sunday'],
];

/**
 * Reads a period as people type it: `2017`, `2017-05`, `2017-05-02`, `2/5/2017`, `mai 2017`,
 * `2 mai 2017`, `May 2, 2017`, `hier`, `yesterday`, `lundi`, `last week`, `mois dernier`, `7 days`,
 * `2017-05-02 21:14`, `2017-05-02 14h-18h`, and two of these with `..` between them.
 *
 * @returns null when it is none, or a date no calendar has
 */
export function parsePeriod(typed: string, clock: Clock): Period | null {
  const text = fold(typed).replaceAll(/\s+/g, ' ').trim();
  const [first = '', second, ...more] = text.split('..');
  if (second === undefined) return one(text, clock);
  if (more.length > 0) return null;
  const from = one(first.trim(), clock);
  // "2017-05-02 14:00..18:00": the second hour is of the same day.
  const to = one(second.trim(), clock) ?? hoursLike(first.trim(), second.trim(), clock);
  return from === null || to === null || to.to <= from.from ? null : { from: from.from, to: to.to };
}

/**
 * Reads a day as it is typed into a field, in the same words as {@link parsePeriod}: `2/5/2017`,
 * `2 mai 2017`, `hier`, `demain`, `mardi`. A weekday is the next one, today's among them: what a field
 * asks for is to come, what a search asks for is past.
 *
 * @returns null when it is none; whether the calendar has it is not checked
 */
export function parseGivenDay(typed: string, { zone, now }: Clock): Day | null {
  const text = fold(typed).replaceAll(/\s+/g, ' ').trim();
  const today = wallTimeAt(now, zone);
  const named = namedDays.get(text);
  if (today === null || named === undefined) return dayIn(text) ?? comingWeekday(text, today);
  return shifted(today, named);
}

function comingWeekday(text: string, today: Day | null): Day | null {
  const weekday = weekdays.findIndex((names) => names.includes(text));
  return today === null || weekday < 0
    ? null
    : shifted(today, (weekday - daysFromMonday(today) + 7) % 7);
}

/** The days named from today, and how far off they are. */
const namedDays: ReadonlyMap<string, number> = new Map([
  ["aujourd'hui", 0],
  ['aujourdhui', 0],
  ['today', 0],
  ['hier', -1],
  ['yesterday', -1],
  ['avant-hier', -2],
  ['demain', 1],
  ['tomorrow', 1],
  ['apres-demain', 2],
]);

function daysFromMonday({ year, month, day: date }: Day): number {
  return (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
}

function one(text: string, clock: Clock): Period | null {
  return (
    year(text, clock) ??
    month(text, clock) ??
    day(text, clock) ??
    relative(text, clock) ??
    timed(text, clock)
  );
}

function year(text: string, { zone }: Clock): Period | null {
  if (!/^\d{4}$/.test(text)) return null;
  const first = { year: Number(text), month: 1, day: 1 };
  return between(first, { ...first, year: first.year + 1 }, zone);
}

function month(text: string, { zone, now }: Clock): Period | null {
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (iso !== null) return monthOf(Number(iso[1]), Number(iso[2]), zone);
  const named = /^([a-z]+)(?: (\d{4}))?$/.exec(text);
  const number =
    named === null ? 0 : months.findIndex((names) => names.includes(named[1] ?? '')) + 1;
  if (number === 0) return null;
  if (named?.[2] !== undefined) return monthOf(Number(named[2]), number, zone);
  // Without a year, the last one that has begun.
  const today = wallTimeAt(now, zone);
  if (today === null) return null;
  return monthOf(number > today.month ? today.year - 1 : today.year, number, zone);
}

function monthOf(year: number, month: number, zone: string): Period | null {
  if (month < 1 || month > 12) return null;
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return between({ year, month, day: 1 }, { ...next, day: 1 }, zone);
}

function day(text: string, { zone }: Clock): Period | null {
  const found = dayIn(text);
  return found === null ? null : dayPeriod(found, zone);
}

function dayIn(text: string): Day | null {
  const digits = parseDay(text);
  if (digits !== null) return digits;
  const french = /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+),? (\d{4})$/.exec(text);
  const english = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
  const name = french?.[2] ?? english?.[1] ?? '';
  const month = months.findIndex((names) => names.includes(name)) + 1;
  if (month === 0) return null;
  const [date, year] = [french?.[1] ?? english?.[2], french?.[3] ?? english?.[3]];
  return { year: Number(year), month, day: Number(date) };
}

/** The whole days named from today: `hier`, `last week`, `7 jours`, `lundi`. */
function relative(text: string, { zone, now }: Clock): Period | null {
  const today = wallTimeAt(now, zone);
  if (today === null) return null;
  const days = (from: number, to: number): Period | null =>
    between(shifted(today, from), shifted(today, to), zone);
  const named = namedDays.get(text);
  if (named !== undefined) return days(named, named + 1);
  const weekday = weekdays.findIndex((names) => names.includes(text));
  const fromMonday = daysFromMonday(today);
  if (weekday >= 0) {
    const back = (fromMonday - weekday + 7) % 7;
    return days(-back, 1 - back);
  }
  const last = /^(\d{1,4}) ?(?:d|j|days?|jours?)$/.exec(text);
  if (last !== null) return days(1 - Number(last[1]), 1);
  return unit(text, today, fromMonday, zone);
}

function unit(text: string, today: Day, fromMonday: number, zone: string): Period | null {
  const { year, month } = today;
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  const week = (weeks: number): Period | null =>
    between(
      shifted(today, weeks * 7 - fromMonday),
      shifted(today, weeks * 7 + 7 - fromMonday),
      zone,
    );
  const wholeYear = (which: number): Period | null =>
    between({ year: which, month: 1, day: 1 }, { year: which + 1, month: 1, day: 1 }, zone);
  switch (text) {
    case 'this week':
    case 'cette semaine':
      return week(0);
    case 'last week':
    case 'semaine derniere':
    case 'la semaine derniere':
      return week(-1);
    case 'this month':
    case 'ce mois':
    case 'ce mois-ci':
      return monthOf(year, month, zone);
    case 'last month':
    case 'mois dernier':
    case 'le mois dernier':
      return monthOf(before.year, before.month, zone);
    case 'this year':
    case 'cette annee':
      return wholeYear(year);
    case 'last year':
    case 'annee derniere':
    case "l'annee derniere":
    case "l'an dernier":
      return wholeYear(year - 1);
    default:
      return null;
  }
}

/** A day and an hour, a minute, or the hours between two. */
function timed(text: string, clock: Clock): Period | null {
  const found = dayBefore(text, clock);
  if (found === null) return null;
  const [first = '', second, ...more] = found.rest.split('-').map((part) => part.trim());
  if (more.length > 0) return null;
  const from = hour(found.day, first, clock.zone);
  const to = second === undefined ? from : hour(found.day, second, clock.zone);
  if (from === null || to === null) return null;
  // Between two hours the second is where it ends.
  return { from: from.from, to: second === undefined ? to.to : to.from };
}

/** The day a text begins with, and what follows it. */
function dayBefore(
  text: string,
  clock: Clock,
): { readonly day: Day; readonly rest: string } | null {
  for (const { index } of text.matchAll(/ |t(?=\d)/g)) {
    const day = dateOf(text.slice(0, index), clock);
    const rest = text.slice(index + 1).replace(/^(?:a|at) /, '');
    if (day !== null && /^\d[\d:.h -]*$/.test(rest)) return { day, rest };
  }
  return null;
}

function hoursLike(first: string, second: string, clock: Clock): Period | null {
  const found = dayBefore(first, clock);
  const at = found === null ? null : hour(found.day, second, clock.zone);
  return at === null ? null : { from: at.from, to: at.from };
}

function dateOf(text: string, clock: Clock): Day | null {
  const found = dayIn(text);
  if (found !== null) return found;
  const period = relative(text, clock);
  return period === null ? null : wallTimeAt(period.from, clock.zone);
}

/** An hour where only that is given, else a minute. */
function hour(date: Day, text: string, zone: string): Period | null {
  const clock = parseClock(text);
  if (clock === null) return null;
  const { year, month, day } = date;
  const from = instantOf({ year, month, day, ...clock, second: 0 }, zone);
  if (from === null) return null;
  const isHour = /^\s*\d{1,2}\s*h\s*$/.test(text);
  return { from, to: from + (isHour ? 3_600_000 : 60_000) };
}

function dayPeriod(date: Day, zone: string): Period | null {
  return between(date, shifted(date, 1), zone);
}

function shifted({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function between(from: Day, to: Day, zone: string): Period | null {
  const [start, end] = [from, to].map(({ year, month, day }) =>
    instantOf({ year, month, day, hour: 0, minute: 0, second: 0 }, zone),
  );
  return start == null || end == null || end <= start ? null : { from: start, to: end };
}
