import { holdsOf } from '../../domain/query/holds';
import { countWords } from '../../domain/document/counts';
import type { Subject } from '../../domain/exchange/item';
import type { Filter, Query, SearchField } from '../../domain/query/query';
import type { Standing } from '../../domain/record/standing';
import { terms } from '../../domain/text/tokens';
import { all, first, type ReadableDb } from '../database';
import { readPersons, readSubjects } from '../queries/exchange';
import { entriesOf, standingsOf } from './index-dispatch';
import type { SearchEntry } from './index-entry';
import type { AsOf } from './plan';

/** How long one search may read texts (ms). */
const readingTime = 1_200;

/** An entry that was read, and what became of its words. */
export type ScannedEntry = SearchEntry & { readonly ended: Standing['ended'] };

/** What reading texts found, newest dispatches first, and how far it came. */
export type Scanned = {
  readonly entries: readonly ScannedEntry[];
  /** Dispatches read, and in all. */
  readonly read: number;
  readonly of: number;
};

/** Finds entries by reading texts, dispatch after dispatch, the newest first, while there is time. */
export function scan(db: ReadableDb, query: Query, asOf: AsOf): Scanned {
  const began = performance.now();
  const dispatches = all<{ id: string }>(
    db,
    'SELECT dispatch_id AS id FROM wire_row ORDER BY at DESC, dispatch_id DESC',
  );
  const entries: ScannedEntry[] = [];
  let read = 0;
  for (const { id } of dispatches) {
    if (performance.now() - began > readingTime) break;
    entries.push(...inDispatch(db, id, query, asOf));
    read += 1;
  }
  const newestFirst = entries.toSorted((a, b) => b.at - a.at);
  return { entries: newestFirst, read, of: dispatches.length };
}

type Facts = Readonly<
  Record<'slug' | 'language' | 'desk' | 'agency' | 'place', string> &
    Record<'urgency' | 'openNotes', number>
>;

function inDispatch(db: ReadableDb, id: string, query: Query, asOf: AsOf): readonly ScannedEntry[] {
  const facts = first<Facts>(
    db,
    `SELECT slug, language, desk, agency, place, urgency,
       coalesce((SELECT open_notes FROM wire_row WHERE dispatch_id = dispatch.id), 0) AS openNotes
     FROM dispatch WHERE id = :id`,
    { id },
  );
  if (facts === undefined) return [];
  const subjects = readSubjects(db, id);
  const persons = readPersons(db, id);
  const standings = new Map(standingsOf(db, id).map((one) => [one.takeId, one]));
  const entries = entriesOf(db, id).map((entry) => ({
    ...entry,
    ended: standings.get(entry.sourceId)?.ended ?? null,
  }));
  return entries.filter((entry) => {
    const standing = standings.get(entry.sourceId);
    if (asOf !== null) {
      if (standing === undefined || standing.from > asOf) return false;
      if (standing.until !== null && standing.until <= asOf) return false;
    }
    const texts = [
      ...Object.entries(entry.text).map(([field, text]) => ({
        // The keys of an entry's text are fields.
        field: field as SearchField,
        text,
      })),
      { field: 'slug' as const, text: facts.slug },
    ];
    const meets = (filter: Filter): boolean =>
      meetsFilter(filter, entry, { ...facts, subjects, persons });
    return holdsOf(query.clauses, { texts, meets });
  });
}

function meetsFilter(
  filter: Filter,
  entry: ScannedEntry,
  facts: Facts & { readonly subjects: readonly Subject[]; readonly persons: readonly string[] },
): boolean {
  switch (filter.name) {
    case 'lang':
      return facts.language === filter.value;
    case 'kind':
      return entry.kind === filter.value;
    case 'has':
      return filter.value === 'photo' ? entry.photo : facts.openNotes > 0;
    case 'urgency':
      return isBetween(facts.urgency, filter.least, filter.most);
    case 'words': {
      const words = Object.values(entry.text).reduce((sum, text) => sum + countWords(text), 0);
      return entry.source !== 'original' && isBetween(words, filter.least, filter.most);
    }
    case 'desk':
    case 'agency':
    case 'place': {
      const held = ` ${terms(facts[filter.name]).join(' ')} `;
      return held.includes(` ${filter.value.join(' ')} `);
    }
    case 'subject': {
      const wanted = ` ${filter.value.join(' ')} `;
      return facts.subjects.some(
        ({ code, name }) =>
          code === filter.value[0] || ` ${terms(name).join(' ')} `.includes(wanted),
      );
    }
    case 'person': {
      const wanted = ` ${filter.value.join(' ')} `;
      return facts.persons.some((name) => ` ${terms(name).join(' ')} `.includes(wanted));
    }
    case 'time':
      return (
        !entry.undated &&
        (filter.from === null || entry.at >= filter.from) &&
        (filter.to === null || entry.at < filter.to)
      );
    case 'is':
      return isState(filter.value, entry);
  }
}

function isState(state: Extract<Filter, { name: 'is' }>['value'], entry: ScannedEntry): boolean {
  const { ended } = entry;
  switch (state) {
    case 'draft':
    case 'note':
    case 'original':
      return entry.source === state;
    case 'published':
      return entry.source === 'take';
    case 'current':
      return entry.source === 'take' && ended === null;
    case 'superseded':
      return ended !== null;
    case 'corrected':
    case 'killed':
      return ended === state;
    case 'undated':
      return entry.undated;
  }
}

function isBetween(value: number, least: number | null, most: number | null): boolean {
  return (least === null || value >= least) && (most === null || value <= most);
}
