import type { Stamp } from '../record/stamp';
import { unknownStamp } from '../record/stamp';
import type { TakeKind } from '../record/take';
import { fold } from '../text/fold';
import { instantOf, isTimeZone, utcOf, wallTimeAt, type WallTime } from '../time/wall-time';

/** A line that says when a take was published. */
export type StampLine = {
  /** The line as it stands, without spaces at its ends. */
  readonly label: string;
  /** Unknown where the line gives no date, or one that no calendar has: never guessed. */
  readonly stamp: Stamp;
  /** The kind of take the line itself names ("Correction publiée …"), else null. */
  readonly kind: TakeKind | null;
};

/** Verbs that open a stamp line, folded, and the kind of take they tell. */
const openings: readonly (readonly [RegExp, TakeKind | null])[] = [
  [/^(?:correction|rectificatif) publiee?\b/, 'correction'],
  [/^correction published\b/, 'correction'],
  [/^(?:corrigee?|rectifiee?|corrected)\b/, 'correction'],
  [/^(?:annulation publiee|annulee?|kill published|killed|withdrawn)\b/, 'kill'],
  [/^(?:avis publie|advisory published)\b/, 'advisory'],
  [/^(?:version complete publiee|writethru published)\b/, 'writethru'],
  [/^(?:mise a jour publiee|mise? a jour|actualisee?|modifiee?)\b/, 'update'],
  [/^(?:update published|last updated|updated|modified)\b/, 'update'],
  [/^(?:publiee?|published|posted)\b/, null],
];

/** Lines of one word in capitals that head a take as agencies send it, and the kind they tell. */
const heads: Readonly<Record<string, TakeKind | null>> = {
  CORRECTION: 'correction',
  CORRECTIF: 'correction',
  RECTIFICATIF: 'correction',
  CORRECTED: 'correction',
  UPDATE: 'update',
  'MISE À JOUR': 'update',
  'MISE A JOUR': 'update',
  WRITETHRU: 'writethru',
  ANNULATION: 'kill',
  KILL: 'kill',
  URGENT: null,
  FLASH: null,
  BULLETIN: null,
};

/** IPTC urgency of the lines that tell one. */
const urgencies: Readonly<Record<string, number>> = { FLASH: 1, URGENT: 2, BULLETIN: 2 };

/** The urgency that the head of a take tells, or null. */
export function urgencyInLabel(label: string | null): number | null {
  const told = (label ?? '').split('\n').flatMap((line) => urgencies[headOf(line)] ?? []);
  return told.length === 0 ? null : Math.min(...told);
}

function headOf(line: string): string {
  return line.trim().replace(/\s*[:.!]+$/u, '');
}

/** `(Lead)`, `(2nd take)`, `(3e prise)`, `(Lead 2)`, `(1er lead)`: which part of a story it is. */
const part =
  /^\((?:\d{1,2}(?:er|re|e|è|ème|st|nd|rd|th)?\s)?(?:lead|take|prise|papier général|papier d['’]angle|encadré|add|writethru|wrap|sub)(?:\s\d{1,2})?\)$/iu;

/** Whether a line says which part of a story a text is, as agencies put it at its head. */
export function isPartLine(text: string): boolean {
  return text.length <= 40 && part.test(text);
}

/** How every opening begins, before folding: spares the rest for nearly all lines of a text. */
const firstLetters =
  /^(?:pub|post|corr|rect|annu|kill|with|avis|advi|vers|writ|mis|actu|modi|upda|last)/i;

const months: readonly RegExp[] = [
  /^(?:janvier|january|janv|jan)$/,
  /^(?:fevrier|february|fevr|fev|feb)$/,
  /^(?:mars|march|mar)$/,
  /^(?:avril|april|avr|apr)$/,
  /^(?:mai|may)$/,
  /^(?:juin|june|jun)$/,
  /^(?:juillet|july|juil|jul)$/,
  /^(?:aout|august|aug)$/,
  /^(?:septembre|september|sept|sep)$/,
  /^(?:octobre|october|oct)$/,
  /^(?:novembre|november|nov)$/,
  /^(?:decembre|december|dec)$/,
];

/** Abbreviations of zones that newsrooms print: minutes ahead of UTC, and a place that keeps them. */
const abbreviations: Readonly<Record<string, readonly [number, string]>> = {
  z: [0, 'UTC'],
  utc: [0, 'UTC'],
  gmt: [0, 'UTC'],
  bst: [60, 'Europe/London'],
  cet: [60, 'Europe/Paris'],
  cest: [120, 'Europe/Paris'],
  est: [-300, 'America/New_York'],
  edt: [-240, 'America/New_York'],
  pst: [-480, 'America/Los_Angeles'],
  pdt: [-420, 'America/Los_Angeles'],
};

/** Written in the zone's own letters, so it is read from the line itself, not from its folded form. */
const zoneName = /\((UTC|[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+)\)/;
const weekday =
  '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|' +
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun))';
const dateForms: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/,
  /^(?<day>\d{1,2})(?:er|st|nd|rd|th)? (?<name>[a-z]+)\.?(?: (?<year>\d{4})(?!\d))?/,
  /^(?<name>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4})(?!\d))?/,
  /^(?<day>\d{1,2})(?<separator>[./])(?<month>\d{1,2})\k<separator>(?<year>\d{4})/,
];
const timeForm =
  /^(?<hour>\d{1,2})(?:(?:[:.]| ?h ?)(?<minute>\d{2})(?::(?<second>\d{2}))?| ?h(?![a-z\d]))? ?(?<half>[ap]\.?m\.?)?/;
const offsetForm = /^(?:(?:utc|gmt) ?)?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?/;

/**
 * Reads a line as a stamp line, in French or English: `Publié`, `Publié le 2 mai 2017, 21:14`,
 * `Publié le mardi 2 mai 2017 à 21h14`, `Mis à jour à 21 h 14`, `Published 2 May 2017 21:14 GMT`,
 * `Updated May 2, 2017 at 9:14 PM EDT`, and two of these in one line, parted by a dash or bar; or one
 * word in capitals: `CORRECTION`, `URGENT`.
 * The whole line must be of that form: a sentence that begins with "Publié" is not one.
 *
 * @param zone IANA zone of times that come without one
 * @returns null when the line is not a stamp line. Of two stamps in a line, the first known one.
 */
export function readStampLine(line: string, zone: string): StampLine | null {
  const label = line.trim();
  if (label.length > 160) return null;
  const head = headOf(label);
  if (Object.hasOwn(heads, head)) return { label, stamp: unknownStamp, kind: heads[head] ?? null };
  if (!firstLetters.test(label)) return null;
  const single = readOne(label, zone);
  if (single !== null) return { label, ...single };
  for (const separator of label.matchAll(/\s+[-–—|•·]\s+/g)) {
    const first = readOne(label.slice(0, separator.index), zone);
    const rest = readStampLine(label.slice(separator.index + separator[0].length), zone);
    if (first === null || rest === null) continue;
    return { label, stamp: firstKnown(first.stamp, rest.stamp), kind: first.kind };
  }
  return null;
}

/** The first of two stamps, unless only the second is known. */
export function firstKnown(first: Stamp, second: Stamp): Stamp {
  return first.precision === 'unknown' ? second : first;
}

type Reading = { readonly stamp: Stamp; readonly kind: TakeKind | null };

function readOne(label: string, zone: string): Reading | null {
  const line = fold(label).replace(/\s+/g, ' ').trim();
  for (const [opening, kind] of openings) {
    const match = opening.exec(line);
    if (match === null) continue;
    const named = zoneName.exec(label)?.[1];
    const rest = line
      .slice(match[0].length)
      .replace(named === undefined ? '' : fold(`(${named})`), '');
    const isEnglish = /(?:ed|wn)$/.test(match[0]);
    const stamp = readMoment(rest, isEnglish, named, zone);
    if (stamp !== null) return { stamp, kind };
  }
  return null;
}

/** Reads what follows the verb. Null: it is not a moment, so the line is not a stamp line. */
function readMoment(
  text: string,
  isEnglish: boolean,
  named: string | undefined,
  zone: string,
): Stamp | null {
  let rest = text.replace(/^ ?[:,]? ?/, '');
  if (rest.replace(/[ .:]/g, '') === '') return text.length > 2 ? null : unknownStamp;
  rest = rest.replace(/^(?:le |on )/, '').replace(new RegExp(`^${weekday}\\.?,? `), '');
  const date = readDate(rest, isEnglish);
  if (date !== null)
    rest = rest.slice(date.length).replace(/^(?:[ ,]*(?:at|a|-|–|t(?=\d)) ?|[ ,]+)/, '');
  else rest = rest.replace(/^(?:at|a) /, '');
  const time = readTime(rest);
  if (time !== null) rest = rest.slice(time.length).trim();
  const offset = time === null ? null : readOffset(rest);
  if (offset !== null) rest = rest.slice(offset.length);
  if (rest.replace(/[ .]/g, '') !== '' || (date === null && time === null)) return null;
  if (date === null || date.year === null) return unknownStamp;
  return stampOf({ ...date, year: date.year }, time, offset, named, zone);
}

type Read<T> = T & { /** How much of the text was read. */ readonly length: number };
type DateRead = Read<{
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}>;

function readDate(text: string, isEnglish: boolean): DateRead | null {
  for (const form of dateForms) {
    const match = form.exec(text);
    const groups = match?.groups;
    if (match === null || groups === undefined) continue;
    const name = groups['name'];
    const month =
      name === undefined
        ? Number(groups['month'])
        : months.findIndex((pattern) => pattern.test(name)) + 1;
    if (month === 0) continue;
    const day = Number(groups['day']);
    // 3/4/2017 is in March or in April, depending on who wrote it: its date stays unknown.
    const isAmbiguous = groups['separator'] === '/' && isEnglish && day <= 12 && month <= 12;
    const year = groups['year'] === undefined || isAmbiguous ? null : Number(groups['year']);
    return { year, month, day, length: match[0].length };
  }
  return null;
}

type TimeRead = Read<{
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
}>;

function readTime(text: string): TimeRead | null {
  const match = timeForm.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return null;
  const half = groups['half'];
  const isBareNumber = groups['minute'] === undefined && !match[0].includes('h') && !half;
  if (isBareNumber) return null;
  const clock = Number(groups['hour']);
  const afternoon = half !== undefined && half.startsWith('p');
  const hour = half === undefined ? clock : (clock % 12) + (afternoon ? 12 : 0);
  const second = groups['second'] === undefined ? null : Number(groups['second']);
  return { hour, minute: Number(groups['minute'] ?? 0), second, length: match[0].length };
}

type OffsetRead = Read<{ readonly minutes: number; readonly place: string }>;

function readOffset(text: string): OffsetRead | null {
  const numeric = offsetForm.exec(text);
  if (numeric?.groups !== undefined) {
    const { sign, hours, minutes = '0' } = numeric.groups;
    const size = Number(hours) * 60 + Number(minutes);
    return { minutes: sign === '-' ? -size : size, place: 'UTC', length: numeric[0].length };
  }
  const word = /^[a-z]+/.exec(text)?.[0] ?? '';
  const known = abbreviations[word];
  return known === undefined ? null : { minutes: known[0], place: known[1], length: word.length };
}

function stampOf(
  date: { readonly year: number; readonly month: number; readonly day: number },
  time: TimeRead | null,
  offset: OffsetRead | null,
  named: string | undefined,
  zone: string,
): Stamp {
  const place = named !== undefined && isTimeZone(named) ? named : (offset?.place ?? zone);
  const wall: WallTime = {
    year: date.year,
    month: date.month,
    day: date.day,
    hour: time?.hour ?? 0,
    minute: time?.minute ?? 0,
    second: time?.second ?? 0,
  };
  const utc = utcOf(wall);
  const instant =
    offset === null || utc === null ? instantOf(wall, place) : utc - offset.minutes * 60_000;
  if (instant === null) return unknownStamp;
  const precision = time === null ? 'day' : time.second === null ? 'minute' : 'second';
  return { precision, instant, zone: place };
}

const monthNames = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
} as const;

const verbs: Readonly<Record<'fr' | 'en', Readonly<Record<TakeKind, string>>>> = {
  fr: {
    report: 'Publié',
    update: 'Publié',
    correction: 'Correction publiée',
    writethru: 'Version complète publiée',
    advisory: 'Avis publié',
    kill: 'Annulation publiée',
  },
  en: {
    report: 'Published',
    update: 'Published',
    correction: 'Correction published',
    writethru: 'Writethru published',
    advisory: 'Advisory published',
    kill: 'Kill published',
  },
};

/**
 * The stamp line of a take which has none of its own: `Publié le 2 mai 2017, 21:14`,
 * `Published 2 May 2017, 21:14`, only the verb for an unknown time. {@link readStampLine} reads it
 * back to the same kind, instant (whole seconds), precision and zone.
 *
 * @param zone IANA zone of the reader; a stamp of another zone names its own
 */
export function writeStampLine(
  kind: TakeKind,
  stamp: Stamp,
  language: 'fr' | 'en',
  zone: string,
): string {
  const verb = verbs[language][kind];
  if (stamp.precision === 'unknown') return verb;
  const wall = wallTimeAt(stamp.instant, stamp.zone);
  if (wall === null) return verb;
  const day = language === 'fr' && wall.day === 1 ? '1er' : String(wall.day);
  const date = `${day} ${monthNames[language][wall.month - 1] ?? ''} ${String(wall.year)}`;
  const clock = stamp.precision === 'day' ? '' : `, ${clockText(wall, stamp.precision)}`;
  const offset = stamp.precision === 'day' ? '' : offsetText(wall, stamp.instant, stamp.zone);
  const place = stamp.zone === zone && offset === '' ? '' : ` (${stamp.zone})`;
  return `${verb}${language === 'fr' ? ' le' : ''} ${date}${clock}${offset}${place}`;
}

function clockText(wall: WallTime, precision: 'second' | 'minute'): string {
  const parts = [wall.hour, wall.minute];
  if (precision === 'second') parts.push(wall.second);
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Needed only in the hour that occurs twice when clocks go back, and means its second time. */
function offsetText(wall: WallTime, instant: number, zone: string): string {
  const whole = Math.floor(instant / 1000) * 1000;
  if (instantOf(wall, zone) === whole) return '';
  const minutes = Math.round(((utcOf(wall) ?? whole) - whole) / 60_000);
  const size = Math.abs(minutes);
  const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return ` ${minutes < 0 ? '-' : '+'}${digits.join(':')}`;
}
