import { wallTimeAt } from '../time/wall-time';
import { daysThatMisfit, weekdayNames } from '../record/day-words';
import { fold } from '../text/fold';
import type { MarkWhy, StyleMark } from './marks';

const day = 86_400_000;

/** Days told by how far they are from the stamp's own, in days. */
const relative: Readonly<Record<'fr' | 'en', Readonly<Record<string, number>>>> = {
  fr: { 'avant-hier': -2, hier: -1, "aujourd'hui": 0, demain: 1, 'apres-demain': 2 },
  en: { yesterday: -1, today: 0, tomorrow: 1 },
};

const patterns: Readonly<Record<'fr' | 'en', RegExp>> = {
  fr: new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:(avant-hier|hier|aujourd['’]hui|apr[èe]s-demain|demain)|` +
      `(${weekdayNames.fr.join('|')})[ \\u00A0\\u202F](prochain|dernier))(?![\\p{L}\\p{N}-])`,
    'giu',
  ),
  en: new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:(yesterday|today|tomorrow)|` +
      `(next|last)[ \\u00A0](${weekdayNames.en.join('|')}))(?![\\p{L}\\p{N}-])`,
    'giu',
  ),
};

/** The calendar day of a stamp in its zone, as midnight UTC in ms; null where the zone is unknown. */
export function dayOf(stamp: { readonly instant: number; readonly zone: string }): number | null {
  const wall = wallTimeAt(stamp.instant, stamp.zone);
  return wall === null ? null : Date.UTC(wall.year, wall.month - 1, wall.day);
}

/**
 * Day words of a block held against the day of its stamp: weekdays that are not those of their
 * date ("mardi 3 mai"), weekdays far from the stamp in an opening, and words that will mean another
 * day tomorrow ("hier", "next Thursday"). Each offers what names the day for good; "next" and
 * "prochain" are said of two days, and offer both.
 *
 * @param today midnight UTC of the stamp's day, in ms
 */
export function dayMarks(
  text: string,
  language: 'fr' | 'en',
  today: number,
  isOpening: boolean,
): readonly StyleMark[] {
  const misfits = daysThatMisfit(text, language, today, isOpening).map(
    ({ start, end, why, date }): StyleMark => {
      const words = text.slice(start, end);
      const fixes = fixesOf(words, why, date, language);
      return { start, end, kind: 'day', why, words, fixes, ...(date !== null && { day: date }) };
    },
  );
  const meant = [...text.matchAll(patterns[language])].flatMap((match): readonly StyleMark[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (misfits.some((one) => start < one.end && end > one.start)) return [];
    const dates = datesMeant(match, language, today);
    const [first] = dates;
    if (first === undefined) return [];
    const fixes = dates.map((date) => dateInWords(date, language));
    const why: MarkWhy = 'relative';
    return [{ start, end, kind: 'date', why, words: match[0], fixes, day: first }];
  });
  return [...misfits, ...meant].toSorted((a, b) => a.start - b.start);
}

/** Of a date with the wrong weekday, either may be what is wrong. */
function fixesOf(
  words: string,
  why: 'wrong-weekday' | 'far',
  date: number | null,
  language: 'fr' | 'en',
): readonly string[] {
  if (date === null) return [];
  if (why === 'far') return [dateInWords(date, language)];
  const [year] = /,? *\d{4}$/.exec(words) ?? [''];
  const wanted = weekdayNames[language].findIndex((name) => fold(words).startsWith(name));
  const apart = (wanted - new Date(date).getUTCDay() + 7) % 7;
  const other = date + (apart > 3 ? apart - 7 : apart) * day;
  return [date, other].map((one) => dateInWords(one, language) + year);
}

function datesMeant(
  match: RegExpExecArray,
  language: 'fr' | 'en',
  today: number,
): readonly number[] {
  const [, word] = match;
  if (word !== undefined) {
    const days = relative[language][fold(word.replaceAll('’', "'"))];
    return days === undefined ? [] : [today + days * day];
  }
  const [weekday, which] =
    language === 'fr' ? [match[2] ?? '', match[3] ?? ''] : [match[3] ?? '', match[2] ?? ''];
  const index = weekdayNames[language].findIndex((name) => name === fold(weekday));
  if (index < 0) return [];
  const ahead = (index - new Date(today).getUTCDay() + 7) % 7 || 7;
  if (/^(?:dernier|last)$/i.test(which)) return [today + (ahead - 7 || -7) * day];
  return [today + ahead * day, today + (ahead + 7) * day];
}

const formats = {
  fr: new Intl.DateTimeFormat('fr', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }),
  en: new Intl.DateTimeFormat('en-US', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }),
};

/** "mardi 2 mai", "lundi 1er mai", "Tuesday, May 2". */
export function dateInWords(date: number, language: 'fr' | 'en'): string {
  return formats[language].format(date).replace(/(?<= )1(?= )/, '1er');
}
