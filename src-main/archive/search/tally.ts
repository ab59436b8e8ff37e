import { takeKinds } from '../../domain/record/take';
import { all, type ReadableDb } from '../database';
import { eachBit, factOf, noDay, type Columns } from './columns';
import { entryKinds, entrySources, languages } from './marks';

/** A value of a facet and how many of the entries found have it. */
export type FacetValue = { readonly value: string; readonly count: number };

/** How many of the entries found have each value, the most first (years: the newest first). */
export type Facets = {
  readonly year: readonly FacetValue[];
  readonly desk: readonly FacetValue[];
  readonly agency: readonly FacetValue[];
  readonly place: readonly FacetValue[];
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
  const seen = new Uint8Array(columns.dispatches.size);
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
    if (seen[dispatch] === 0) {
      seen[dispatch] = 1;
      dispatches += 1;
    }
  });
  return {
    total,
    dispatches,
    facets: {
      year: days.years(),
      desk: named(db, desks),
      agency: named(db, agencies),
      place: named(db, places),
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
  if (counts.size === 0) return [];
  const names = new Map(
    all<{ id: number; value: string }>(db, 'SELECT id, value FROM search_value').map((row) => [
      row.id,
      row.value,
    ]),
  );
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostValues)
    .map(([id, found]) => ({ value: names.get(id) ?? '', count: found }))
    .filter(({ value }) => value !== '');
}

const dayLength = 86_400_000;
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
      const { year } = civil(day);
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
      bars.push({ from: startOf(unit, bar), count: counts.get(bar) ?? 0 });
    }
    return { unit, bars };
  }
}

/** The number of the bar a day belongs to: days, months or years since a beginning of their own. */
function barOf(unit: Histogram['unit'], day: number): number {
  if (unit === 'day') return day;
  const { year, month } = civil(day);
  return unit === 'month' ? year * 12 + month - 1 : year;
}

function startOf(unit: Histogram['unit'], bar: number): string {
  if (unit === 'day') return new Date(bar * dayLength).toISOString().slice(0, 10);
  const [year, month] = unit === 'month' ? [Math.floor(bar / 12), (bar % 12) + 1] : [bar, 1];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/**
 * Year and month of a day since 1970-01-01, by whole numbers alone (H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", civil_from_days): thousands of days are asked for at each letter typed.
 */
function civil(day: number): { readonly year: number; readonly month: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month };
}
