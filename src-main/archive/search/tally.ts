import { takeKinds } from '../../domain/record/take';
import { barOf, civilOf, firstDayOf, isoDay } from '../../domain/time/calendar';
import { all, type ReadableDb } from '../database';
import { eachBit, factOf, noDay, type Columns } from './columns';
import { entryKinds, entrySources, languages } from './marks';
import type { FacetValue } from './facet-value';
import { countSubjects } from './subjects';

/** How many of the entries found have each value, the most first (years: the newest first). */
export type Facets = {
  readonly year: readonly FacetValue[];
  readonly desk: readonly FacetValue[];
  readonly agency: readonly FacetValue[];
  readonly place: readonly FacetValue[];
  readonly subject: readonly FacetValue[];
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

/** Counts entries by their bits. */
export function tallyOf(db: ReadableDb, columns: Columns, bits: Uint32Array): Tally {
  const sources = new Uint32Array(4);
  const kinds = new Uint32Array(16);
  const spoken = new Uint32Array(2);
  const urgencies = new Uint32Array(16);
  const desks = new Map<number, number>();
  const agencies = new Map<number, number>();
  const places = new Map<number, number>();
  const days = new DayCounts();
  const entries = new Uint32Array(columns.dispatches.size);
  let total = 0;
  let dispatches = 0;
  eachBit(bits, (index) => {
    total += 1;
    const marks = columns.marks[index] ?? 0;
    addOne(sources, factOf.source(marks));
    addOne(kinds, factOf.kind(marks));
    addOne(spoken, factOf.language(marks));
    addOne(urgencies, factOf.urgency(marks));
    count(desks, columns.desk[index] ?? 0);
    count(agencies, columns.agency[index] ?? 0);
    count(places, columns.place[index] ?? 0);
    days.add(columns.day[index] ?? noDay);
    const dispatch = columns.dispatch[index] ?? 0;
    if (entries[dispatch] === 0) dispatches += 1;
    addOne(entries, dispatch);
  });
  return {
    total,
    dispatches,
    facets: {
      year: days.years(),
      desk: named(db, desks),
      agency: named(db, agencies),
      place: named(db, places),
      subject: countSubjects(db, columns.subjects, entries, mostValues),
      language: valued(spoken, languages),
      // Of a note's kinds none is asked for by `kind:`.
      kind: valued(
        kinds,
        entryKinds.map((kind) => (takeKindNames.has(kind) ? kind : '')),
      ),
      urgency: Array.from({ length: 8 }, (_, at) => ({
        value: String(at + 1),
        count: urgencies[at + 1] ?? 0,
      })).filter((value) => value.count > 0),
      source: valued(sources, entrySources),
    },
    histogram: days.histogram(),
    undated: days.undated,
  };
}

function addOne(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function count(counts: Map<number, number>, value: number): void {
  if (value !== 0) counts.set(value, (counts.get(value) ?? 0) + 1);
}

function valued(counts: Uint32Array, names: readonly string[]): readonly FacetValue[] {
  return names
    .map((value, at) => ({ value, count: counts[at] ?? 0 }))
    .filter((one) => one.value !== '' && one.count > 0)
    .toSorted((a, b) => b.count - a.count);
}

function named(db: ReadableDb, counts: ReadonlyMap<number, number>): readonly FacetValue[] {
  const most = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, mostValues);
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

/** Entries counted by their day. */
class DayCounts {
  undated = 0;
  private readonly counts = new Map<number, number>();

  add(day: number): void {
    if (day === noDay) this.undated += 1;
    else this.counts.set(day, (this.counts.get(day) ?? 0) + 1);
  }

  years(): readonly FacetValue[] {
    const years = new Map<number, number>();
    for (const [day, found] of this.counts) {
      const { year } = civilOf(day);
      years.set(year, (years.get(year) ?? 0) + found);
    }
    return [...years]
      .toSorted(([a], [b]) => b - a)
      .map(([year, found]) => ({ value: String(year), count: found }));
  }

  histogram(): Histogram {
    let first = Infinity;
    let last = -Infinity;
    for (const day of this.counts.keys()) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
    if (last < first) return { unit: 'day', bars: [] };
    const span = last - first + 1;
    const unit = span <= mostDays ? 'day' : span / 30 <= mostMonths ? 'month' : 'year';
    const counts = new Map<number, number>();
    for (const [day, found] of this.counts) {
      const bar = barOf(unit, day);
      counts.set(bar, (counts.get(bar) ?? 0) + found);
    }
    const bars: { readonly from: string; readonly count: number }[] = [];
    for (let bar = barOf(unit, first); bar <= barOf(unit, last); bar += 1) {
      bars.push({ from: isoDay(firstDayOf(unit, bar)), count: counts.get(bar) ?? 0 });
    }
    return { unit, bars };
  }
}
