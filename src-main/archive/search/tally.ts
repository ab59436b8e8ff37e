import { takeKinds } from '../../domain/record/take';
import { barOf, civilOf, firstDayOf, isoDay } from '../../domain/time/calendar';
import { all, type ReadableDb } from '../database';
import { noDay, numbersIn, type Columns } from './columns';
import { entryKinds, entrySources, factBits, languages, layout, markOf } from './marks';
import type { FacetValue } from './facet-value';
import { countTags } from './tags';

/** How many of the entries found have each value, the most first (years: the newest first). */
export type Facets = {
  readonly year: readonly FacetValue[];
  readonly desk: readonly FacetValue[];
  readonly agency: readonly FacetValue[];
  readonly place: readonly FacetValue[];
  readonly subject: readonly FacetValue[];
  readonly person: readonly FacetValue[];
  readonly language: readonly FacetValue[];
  readonly kind: readonly FacetValue[];
  readonly urgency: readonly FacetValue[];
  readonly source: readonly FacetValue[];
};

/** How many of the entries found are of each stretch of time, without gaps, oldest first. */
export type Histogram = {
  readonly unit: 'day' | 'month' | 'year';
  readonly bars: readonly {
    /** Its first day, `YYYY-MM-DD`. */
    readonly from: string;
    readonly count: number;
  }[];
};

/** What there is to say of all entries found. */
export type Tally = {
  readonly total: number;
  readonly dispatches: number;
  readonly facets: Facets;
  readonly histogram: Histogram;
  /** Entries whose time nobody knows: they are in no year and no bar. */
  readonly undated: number;
};

const takeKindNames: ReadonlySet<string> = new Set(takeKinds);

/** Values of a facet that are told. */
const mostValues = 40;

/** Counts entries by their bits: each column for itself, so that a million take milliseconds. */
export function tallyOf(db: ReadableDb, columns: Columns, bits: Uint32Array): Tally {
  const found = numbersIn(bits);
  const facts = factsAmong(columns.marks, found);
  const dispatches = countsOf(columns.dispatch, found, columns.dispatches.size);
  const days = daysAmong(columns, found);
  const count = (column: Uint32Array) => named(db, countsOf(column, found, columns.mostValue + 1));
  return {
    total: found.length,
    dispatches: dispatches.reduce((sum, entries) => sum + Number(entries > 0), 0),
    facets: {
      year: yearsOf(days),
      desk: count(columns.desk),
      agency: count(columns.agency),
      place: count(columns.place),
      subject: countTags(db, columns.subjects, dispatches, mostValues),
      person: countTags(db, columns.persons, dispatches, mostValues),
      language: valued(facts.language, languages),
      // Of a note's kinds none is asked for by `kind:`.
      kind: valued(
        facts.kind,
        entryKinds.map((kind) => (takeKindNames.has(kind) ? kind : '')),
      ),
      urgency: Array.from({ length: 8 }, (_, at) => ({
        value: String(at + 1),
        count: facts.urgency[at + 1] ?? 0,
      })).filter((value) => value.count > 0),
      source: valued(facts.source, entrySources),
    },
    histogram: histogramOf(days),
    undated: days.get(noDay) ?? 0,
  };
}

/** How many of the entries have each number in a column. */
function countsOf(column: Uint32Array, entries: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const entry of entries) {
    const value = column[entry] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** How many of the entries are of each source, kind, language and urgency. */
function factsAmong(
  marks: Int32Array,
  entries: Uint32Array,
): Readonly<Record<keyof typeof layout, Uint32Array>> {
  const together = new Uint32Array(1 << factBits);
  const mask = together.length - 1;
  for (const entry of entries) {
    const facts = (marks[entry] ?? 0) & mask;
    together[facts] = (together[facts] ?? 0) + 1;
  }
  const counts = (fact: keyof typeof layout) => {
    const { size } = layout[fact];
    const each = new Uint32Array(size);
    together.forEach((count, facts) => {
      const value = markOf(facts, layout[fact]);
      each[value] = (each[value] ?? 0) + count;
    });
    return each;
  };
  return {
    source: counts('source'),
    kind: counts('kind'),
    language: counts('language'),
    urgency: counts('urgency'),
  };
}

function valued(counts: Uint32Array, names: readonly string[]): readonly FacetValue[] {
  return names
    .map((value, at) => ({ value, count: counts[at] ?? 0 }))
    .filter((one) => one.value !== '' && one.count > 0)
    .toSorted((a, b) => b.count - a.count);
}

/** The values found most, of which the number 0 is none. */
function named(db: ReadableDb, counts: Uint32Array): readonly FacetValue[] {
  const most = [...counts.entries()]
    .filter(([id, count]) => id !== 0 && count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostValues);
  if (most.length === 0) return [];
  const names = new Map(
    all<{ id: number; value: string }>(
      db,
      'SELECT id, value FROM search_value WHERE id IN (SELECT value FROM json_each(:ids))',
      { ids: JSON.stringify(most.map(([id]) => id)) },
    ).map((row) => [row.id, row.value]),
  );
  return most
    .map(([id, found]) => ({ value: names.get(id) ?? '', count: found }))
    .filter(({ value }) => value !== '');
}

/** Days up to which each is a bar, and up to which each month is. */
const mostDays = 92;
const mostMonths = 240;

/** Entries by their day, of the days they have. */
type DayCounts = ReadonlyMap<number, number>;

function daysAmong({ day, days }: Columns, entries: Uint32Array): DayCounts {
  const counts = countsOf(day, entries, days.values.length);
  const found = new Map<number, number>();
  days.values.forEach((value, number) => {
    const count = counts[number] ?? 0;
    if (count > 0) found.set(value, count);
  });
  return found;
}

function yearsOf(days: DayCounts): readonly FacetValue[] {
  const years = new Map<number, number>();
  for (const [day, found] of days) {
    if (day === noDay) continue;
    const { year } = civilOf(day);
    years.set(year, (years.get(year) ?? 0) + found);
  }
  return [...years]
    .toSorted(([a], [b]) => b - a)
    .map(([year, found]) => ({ value: String(year), count: found }));
}

function histogramOf(days: DayCounts): Histogram {
  const dated = [...days].filter(([day]) => day !== noDay);
  let first = Infinity;
  let last = -Infinity;
  for (const [day] of dated) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (last < first) return { unit: 'day', bars: [] };
  const span = last - first + 1;
  const unit = span <= mostDays ? 'day' : span / 30 <= mostMonths ? 'month' : 'year';
  const counts = new Map<number, number>();
  for (const [day, found] of dated) {
    const bar = barOf(unit, day);
    counts.set(bar, (counts.get(bar) ?? 0) + found);
  }
  const bars: { readonly from: string; readonly count: number }[] = [];
  for (let bar = barOf(unit, first); bar <= barOf(unit, last); bar += 1) {
    bars.push({ from: isoDay(firstDayOf(unit, bar)), count: counts.get(bar) ?? 0 });
  }
  return { unit, bars };
}
