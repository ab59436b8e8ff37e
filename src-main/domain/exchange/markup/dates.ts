import { type Stamp, unknownStamp } from '../../record/stamp';
import {
  instantOf,
  isTimeZone,
  offsetText,
  utcOf,
  wallTimeAt,
  type WallTime,
} from '../../time/wall-time';

const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i;

/**
 * A stamp from a date as machines write it: ISO 8601, extended or basic, a day alone, to the minute
 * or to the second, with the name of its zone in brackets where it has one (RFC 9557). Unknown for
 * everything else.
 *
 * @param zone IANA zone of times without an offset; a time with one is told in it too where its
 *   clocks had that offset, else in UTC
 */
export function stampFromIso(text: string, zone: string): Stamp {
  const named = /^(.*)\[([A-Za-z0-9_+/-]{1,60})\]$/.exec(text.trim());
  if (named !== null && isTimeZone(named[2] ?? '')) {
    const stamp = stampFromIso(named[1] ?? '', named[2] ?? '');
    return stamp.precision === 'unknown' ? stamp : { ...stamp, zone: named[2] ?? '' };
  }
  // A day with an offset is a day.
  const plain = text.trim().replace(/^(\d{4}-?\d{2}-?\d{2})(?:Z|[+-]\d{2}:?\d{2})$/, '$1');
  const found = iso.exec(plain);
  if (found === null) return unknownStamp;
  const [, year, month, day, hour, minute, second, offset] = found;
  const wall: WallTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  const precision = hour === undefined ? 'day' : second === undefined ? 'minute' : 'second';
  if (offset === undefined) {
    const instant = instantOf(wall, zone);
    return instant === null ? unknownStamp : { precision, instant, zone };
  }
  const utc = utcOf(wall);
  if (utc === null) return unknownStamp;
  const instant = utc - minutesOf(offset) * 60_000;
  return { precision, instant, zone: zoneShowing(instant, wall, zone) };
}

/** The zone, where its clocks showed that time at the instant; else UTC. */
function zoneShowing(instant: number, wall: WallTime, zone: string): string {
  const shown = isTimeZone(zone) ? wallTimeAt(instant, zone) : null;
  return shown !== null && utcOf(shown) === utcOf(wall) ? zone : 'UTC';
}

function minutesOf(offset: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return found[1] === '-' ? -minutes : minutes;
}

const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const rfc822 =
  /^(?:[a-z]{3},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,4})?/i;
const namedOffsets: Readonly<Record<string, string>> = {
  est: '-0500',
  edt: '-0400',
  cst: '-0600',
  cdt: '-0500',
  mst: '-0700',
  mdt: '-0600',
  pst: '-0800',
  pdt: '-0700',
};

/** A stamp from a date as e-mails and RSS write it (RFC 822): `Tue, 02 May 2017 21:14:00 +0200`. */
export function stampFromRfc822(text: string, zone: string): Stamp {
  const found = rfc822.exec(text.trim());
  if (found === null) return stampFromIso(text, zone);
  const [, day = '', name = '', given = '', hour = '', minute, second, offset] = found;
  const month = englishMonths.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return unknownStamp;
  const year =
    given.length === 2 ? String(Number(given) + (Number(given) < 70 ? 2000 : 1900)) : given;
  const date = `${year}-${two(month)}-${day.padStart(2, '0')}`;
  const clock = `${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
  const known = namedOffsets[offset?.toLowerCase() ?? ''] ?? offset ?? '';
  return stampFromIso(
    `${date}T${clock}${/^[+-]/.test(known) ? known : known === '' ? '' : 'Z'}`,
    zone,
  );
}

/** A stamp as ISO 8601 with its offset, to its precision; empty where it is unknown. */
export function isoOf(stamp: Stamp): string {
  if (stamp.precision === 'unknown') return '';
  const wall = wallTimeAt(stamp.instant, stamp.zone);
  if (wall === null) return new Date(stamp.instant).toISOString();
  const date = `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`;
  if (stamp.precision === 'day') return date;
  const offset = offsetText(stamp.instant, stamp.zone).replace('\u2212', '-');
  const seconds = stamp.precision === 'second' ? `:${two(wall.second)}` : '';
  return `${date}T${two(wall.hour)}:${two(wall.minute)}${seconds}${offset}`;
}

/** A stamp with all that is known of it (RFC 9557): `2017-05-02T21:14+02:00[Europe/Paris]`. */
export function zonedOf(stamp: Stamp): string {
  return stamp.precision === 'unknown' ? '' : `${isoOf(stamp)}[${stamp.zone}]`;
}

/** A stamp as XML Schema and JSON Schema want a date and time: to the second, with its offset. */
export function dateTimeOf(stamp: Stamp): string {
  return isoOf(stamp.precision === 'unknown' ? stamp : { ...stamp, precision: 'second' });
}

/** A stamp as NITF writes it, ISO 8601 basic, to its precision: `20170502T2114+0200`. */
export function basicOf(stamp: Stamp): string {
  const text = isoOf(stamp);
  const [date = '', time = ''] = text.split('T');
  const digits = date.replaceAll('-', '');
  return time === '' ? digits : `${digits}T${time.replaceAll(':', '')}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
