/** A date and time as a clock on the wall shows them. Months and days count from 1. */
export type WallTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** The formatter for a zone, or null for a name that is not an IANA zone. Making one is slow. */
function formatFor(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    format = makeFormat(zone);
    formats.set(zone, format);
  }
  return format;
}

function makeFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

/** Whether a name is an IANA time zone this runtime knows. */
export function isTimeZone(zone: string): boolean {
  return formatFor(zone) !== null;
}

/**
 * What clocks in a zone show at an instant (milliseconds since the epoch), or null for an unknown
 * zone or an instant outside what dates can hold.
 */
export function wallTimeAt(instant: number, zone: string): WallTime | null {
  const format = formatFor(zone);
  if (format === null || Number.isNaN(new Date(instant).getTime())) return null;
  const values: Record<string, number> = {};
  for (const part of format.formatToParts(instant)) values[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = values;
  return { year, month, day, hour, minute, second };
}

/**
 * The instant at which clocks in a zone show a time, in milliseconds since the epoch.
 *
 * Where clocks go back a time occurs twice: the first is meant. Where they go forward it does not
 * occur: it is read with the offset from before, so 02:30 in a gap of an hour is 03:30. This is
 * what Temporal calls "compatible" (https://tc39.es/proposal-temporal/docs/ambiguity.html).
 *
 * @returns null for an unknown zone, or for a date or time that no calendar or clock shows
 */
export function instantOf(wall: WallTime, zone: string): number | null {
  const possible = instantsOf(wall, zone);
  if (possible === null) return null;
  const asUtc = utcOf(wall) ?? 0;
  return possible[0] ?? asUtc - (offsetAt(asUtc - day, zone) ?? 0);
}

const day = 86_400_000;

/**
 * All instants at which clocks in a zone show a time, first to last: two where clocks go back, none
 * where they go forward over it; null for an unknown zone, or for what no calendar or clock shows.
 */
export function instantsOf(wall: WallTime, zone: string): readonly number[] | null {
  const asUtc = utcOf(wall);
  if (asUtc === null) return null;
  const before = offsetAt(asUtc - day, zone);
  const after = offsetAt(asUtc + day, zone);
  if (before === null || after === null) return null;
  return [...new Set([asUtc - before, asUtc - after])]
    .filter((instant) => instant + (offsetAt(instant, zone) ?? 0) === asUtc)
    .toSorted((a, b) => a - b);
}

/** How far clocks in a zone are ahead of UTC at an instant, as `+02:00`; empty for an unknown zone. */
export function offsetText(instant: number, zone: string): string {
  const offset = offsetAt(instant, zone);
  if (offset === null) return '';
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '\u2212' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Whether clocks in a zone show the time of an instant twice, so that its offset must be told. */
export function isShownTwice(instant: number, zone: string): boolean {
  const wall = wallTimeAt(instant, zone);
  return wall !== null && (instantsOf(wall, zone)?.length ?? 0) > 1;
}

/** The wall time as though clocks showed UTC, in milliseconds, or null for one that cannot be. */
export function utcOf(wall: WallTime): number | null {
  const { year, month, day, hour, minute, second } = wall;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(utc);
  const isReal =
    year >= 1000 &&
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    back.getUTCHours() === hour &&
    back.getUTCMinutes() === minute &&
    back.getUTCSeconds() === second;
  return isReal ? utc : null;
}

/** How far clocks in a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number | null {
  const wall = wallTimeAt(instant, zone);
  const asUtc = wall === null ? null : utcOf(wall);
  return asUtc === null ? null : asUtc - Math.floor(instant / 1000) * 1000;
}
