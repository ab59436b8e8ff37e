import type { Node } from 'prosemirror-model';
import { oncePerNode } from '../document/once-per-node';
import { fold } from '../text/fold';
import { wallTimeAt } from '../time/wall-time';

/** The weekdays, folded, from Sunday on. */
export const weekdayNames = {
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
} as const;

const months = {
  fr: [
    'janvier',
    'fevrier',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'aout',
    'septembre',
    'octobre',
    'novembre',
    'decembre',
  ],
  en: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
} as const;

const day = 86_400_000;

/**
 * The weekdays in a text that do not fit its stamp, as they stand there: "mardi 3 mai" when the
 * 3 May nearest to the stamp is a Wednesday; and a bare weekday in the lead (or the first
 * paragraph) that is more than two days from the stamp, for wire copy names a day without its date
 * only when it is near.
 *
 * @param stamp ms since the epoch and the IANA zone whose calendar counts
 */
export function misfittingDays(
  document: Node,
  language: 'fr' | 'en',
  stamp: { readonly instant: number; readonly zone: string },
): readonly string[] {
  const wall = wallTimeAt(stamp.instant, stamp.zone);
  if (wall === null) return [];
  const today = Date.UTC(wall.year, wall.month - 1, wall.day);
  const found = new Set<string>();
  let isOpening = true;
  document.descendants((node) => {
    if (!node.isTextblock) return true;
    const { name } = node.type;
    if ((name !== 'lead' && name !== 'paragraph') || isBlank(node)) return false;
    for (const words of misfitsOf(node)(language, today, isOpening)) found.add(words);
    isOpening = false;
    return false;
  });
  return [...found];
}

const isBlank = oncePerNode(({ textContent }) => textContent.trim() === '');

/** The words of a block's weekdays that do not fit; those of the day last asked for are remembered. */
const misfitsOf = oncePerNode(({ textContent }) => {
  const known = { of: '', words: [] as readonly string[] };
  return (language: 'fr' | 'en', today: number, isOpening: boolean): readonly string[] => {
    const of = `${language} ${today} ${isOpening}`;
    if (known.of !== of) {
      const misfits = daysThatMisfit(textContent, language, today, isOpening);
      known.words = misfits.map(({ start, end }) => textContent.slice(start, end));
      known.of = of;
    }
    return known.words;
  };
});

/** A weekday that does not fit: UTF-16 offsets, and the day it should name where that is known. */
export type MisfittingDay = {
  readonly start: number;
  readonly end: number;
  /** It is not the weekday of its date; it is too far from the stamp to stand without one. */
  readonly why: 'wrong-weekday' | 'far';
  /** Midnight UTC in ms; null where there is no such date. */
  readonly date: number | null;
};

/**
 * The weekdays of one text that do not fit a day, in order; see {@link misfittingDays}.
 *
 * @param today midnight UTC of the stamp's day, in ms
 * @param isOpening whether bare weekdays must be near
 */
export function daysThatMisfit(
  text: string,
  language: 'fr' | 'en',
  today: number,
  isOpening: boolean,
): readonly MisfittingDay[] {
  const found = [...datesThatDisagree(text, language, today)];
  if (isOpening) found.push(...staleWeekdays(text, language, today));
  return found.toSorted((a, b) => a.start - b.start);
}

/** Weekdays with a date they are not the weekday of. */
function* datesThatDisagree(
  text: string,
  language: 'fr' | 'en',
  today: number,
): Generator<MisfittingDay, void, undefined> {
  for (const match of text.matchAll(datePattern(language))) {
    const [words, weekday = '', ...rest] = match;
    const [dayText, monthText, yearText] = language === 'fr' ? rest : [rest[1], rest[0], rest[2]];
    const month = indexIn(months[language], monthText ?? '');
    const date = dateNear(Number(dayText), month, yearText, today);
    if (date === null || new Date(date).getUTCDay() !== indexIn(weekdayNames[language], weekday)) {
      const start = match.index;
      yield { start, end: start + words.trimEnd().length, why: 'wrong-weekday', date };
    }
  }
}

/** Bare weekdays more than two days from the stamp. */
function* staleWeekdays(
  text: string,
  language: 'fr' | 'en',
  today: number,
): Generator<MisfittingDay, void, undefined> {
  const dated = [...text.matchAll(datePattern(language))];
  const near = [-2, -1, 0, 1, 2].map((days) => new Date(today + days * day).getUTCDay());
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${weekdayNames[language].join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  for (const { 0: words, index } of text.matchAll(pattern)) {
    const inDate = dated.some((date) => index >= date.index && index < date.index + date[0].length);
    const weekday = indexIn(weekdayNames[language], words);
    if (inDate || near.includes(weekday)) continue;
    const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7;
    // Copy tells of what was: of the two days of that name around the stamp, the one before it.
    yield { start: index, end: index + words.length, why: 'far', date: today + (ahead - 7) * day };
  }
}

/** "mardi 2 mai (2017)" in French, "Tuesday, May 2(, 2017)" in English. */
function datePattern(language: 'fr' | 'en'): RegExp {
  const weekday = `(?<![\\p{L}\\p{N}])(${weekdayNames[language].join('|')})`;
  const number = '(\\d{1,2})(?:er|st|nd|rd|th)?';
  const year = '(?:,?\\s+(\\d{4}))?(?![\\p{L}\\p{N}])';
  const month =
    language === 'fr'
      ? '(janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)'
      : `(${months.en.join('|')})`;
  const date = language === 'fr' ? `${number}\\s+${month}` : `${month}\\s+${number}`;
  return new RegExp(`${weekday},?\\s+${date}${year}`, 'giu');
}

function indexIn(names: readonly string[], name: string): number {
  return names.indexOf(fold(name));
}

/** The day and month in the given year, else in the year that puts them nearest to today; null when no such day is. */
function dateNear(
  dayOfMonth: number,
  month: number,
  year: string | undefined,
  today: number,
): number | null {
  const thisYear = new Date(today).getUTCFullYear();
  const years = year === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [Number(year)];
  const dates = years
    .map((one) => Date.UTC(one, month, dayOfMonth))
    .filter((date) => new Date(date).getUTCDate() === dayOfMonth);
  return dates.toSorted((a, b) => Math.abs(a - today) - Math.abs(b - today))[0] ?? null;
}
