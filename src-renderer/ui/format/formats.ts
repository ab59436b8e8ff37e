import type { Stamp } from '@domain/record/stamp';
import { isShownTwice, offsetText } from '@domain/time/wall-time';

/** The languages of the window. */
export type Language = 'fr' | 'en';

const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
const noBreak = '\u00A0';

type Parts = Readonly<Record<string, string>>;

/**
 * How dates, times and numbers are written in one language at one desk. All times are of the
 * desk's zone unless another is asked for.
 */
export type Formats = {
  /** Times in columns and status lines: `21:14`. */
  readonly clock: (instant: number, zone?: string) => string;
  /** `21:14:03`. */
  readonly clockSeconds: (instant: number) => string;
  /** Times in running text: `21 h 14` in French, `21:14` in English. */
  readonly time: (instant: number, zone?: string) => string;
  /** `2 mai 2017`, `1er mai 2017`; `2 May 2017`. */
  readonly date: (instant: number, zone?: string) => string;
  /** `2017`. */
  readonly year: (instant: number, zone?: string) => string;
  /** `mai 2017`; `May 2017`. */
  readonly month: (instant: number, zone?: string) => string;
  /** A day with its weekday, for headings. */
  readonly day: (instant: number) => string;
  /** A day as running text of these days has it: `lundi 23 novembre`. */
  readonly weekday: (instant: number) => string;
  /** A name for the calendar day of an instant, the same for all instants of that day. */
  readonly dayKey: (instant: number) => string;
  /** `2 mai 2017, 21 h 14`. */
  readonly dateTime: (instant: number, zone?: string) => string;
  /** A stamp as precisely as it is known; undefined when its time is unknown. */
  readonly stamp: (stamp: Stamp) => string | undefined;
  readonly number: (value: number, digits?: number) => string;
  readonly bytes: (count: number) => string;
  /** `Zurich` for `Europe/Zurich`. */
  readonly city: (zone: string) => string;
};

const cache = new Map<string, Formats>();

/** The {@link Formats} of a language and zone; made once for each pair. */
export function formatsFor(language: Language, zone: string): Formats {
  const key = `${language} ${zone}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = makeFormats(language, zone);
  cache.set(key, made);
  return made;
}

function makeFormats(language: Language, deskZone: string): Formats {
  const locale = locales[language];
  const partsIn = partsReader(locale);
  const number = (value: number, digits = 0): string => numberFormat(locale, digits).format(value);
  const clock = (instant: number, zone = deskZone): string => {
    const { hour, minute } = partsIn(zone, instant);
    return `${hour}:${minute}`;
  };
  const time = (instant: number, zone = deskZone): string => {
    const { hour, minute } = partsIn(zone, instant);
    return language === 'fr'
      ? `${Number(hour)}${noBreak}h${noBreak}${minute}`
      : `${hour}:${minute}`;
  };
  const date = (instant: number, zone = deskZone): string => {
    const { day, month, year } = partsIn(zone, instant);
    return `${ordinal(language, day)}${noBreak}${month} ${year}`;
  };
  const dateTime = (instant: number, zone = deskZone): string => {
    // In the hour that clocks show twice the offset says which of the two is meant.
    const offset = isShownTwice(instant, zone) ? ` (UTC${offsetText(instant, zone)})` : '';
    return `${date(instant, zone)}, ${time(instant, zone)}${offset}`;
  };
  return {
    clock,
    clockSeconds: (instant) => `${clock(instant)}:${partsIn(deskZone, instant)['second'] ?? ''}`,
    time,
    date,
    year: (instant, zone = deskZone) => partsIn(zone, instant)['year'] ?? '',
    month: (instant, zone = deskZone) => {
      const { month, year } = partsIn(zone, instant);
      return `${month} ${year}`;
    },
    day: (instant) => {
      const { weekday, day, month, year } = partsIn(deskZone, instant);
      return `${weekday} ${ordinal(language, day)} ${month} ${year}`;
    },
    weekday: (instant) => {
      const { weekday, day, month } = partsIn(deskZone, instant);
      return `${weekday} ${ordinal(language, day)}${noBreak}${month}`;
    },
    dayKey: (instant) => {
      const { day, month, year } = partsIn(deskZone, instant);
      return `${year} ${month} ${day}`;
    },
    dateTime,
    stamp: (stamp) => {
      if (stamp.precision === 'unknown') return undefined;
      return stamp.precision === 'day' ? date(stamp.instant) : dateTime(stamp.instant);
    },
    number,
    bytes: (count) => bytes(language, count, number),
    city: (zone) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
  };
}

/** French writes the first of the month as an ordinal. */
function ordinal(language: Language, day: string | undefined): string {
  const plain = String(Number(day));
  return language === 'fr' && plain === '1' ? '1er' : plain;
}

function bytes(
  language: Language,
  count: number,
  number: (value: number, digits?: number) => string,
): string {
  const units = language === 'fr' ? ['octets', 'ko', 'Mo', 'Go'] : ['bytes', 'kB', 'MB', 'GB'];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${number(value, unit === 0 || value >= 100 ? 0 : 1)}${noBreak}${units[unit] ?? ''}`;
}

/** Reads the parts of an instant in a zone, with one formatter for each zone. */
function partsReader(locale: string): (zone: string, instant: number) => Parts {
  const byZone = new Map<string, Intl.DateTimeFormat>();
  return (zone, instant) => {
    let format = byZone.get(zone);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(locale, {
        timeZone: zone,
        weekday: 'long',
        day: '2-digit',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      });
      byZone.set(zone, format);
    }
    return Object.fromEntries(
      format.formatToParts(instant).map(({ type, value }) => [type, value]),
    );
  };
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
    numberFormats.set(key, format);
  }
  return format;
}
