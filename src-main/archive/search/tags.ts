import { allTopics } from '../queries/topics';
import { all, eachRow, type ReadableDb } from '../database';
import type { FacetValue } from './facet-value';

/** What dispatches are tagged with: what they are about, and whom they speak of. */
export type TagName = 'subject' | 'person';

/** The tags of dispatches, in memory, for counting. */
export type TagColumns = {
  readonly of: TagName;
  /** Of the dispatches that have any, by their number: the numbers of their tags. */
  readonly ofDispatch: Map<number, readonly number[]>;
  /** Each tag by its number; its value is its code, or its name where it has none. */
  readonly known: { readonly value: string; readonly name: string }[];
  readonly numbers: Map<string, number>;
};

const rowsOf = {
  subject: 'SELECT dispatch_id, code, name FROM dispatch_subject',
  person: "SELECT dispatch_id, '' AS code, name FROM dispatch_person",
} as const;

/** No tags yet. */
export function noTags(of: TagName): TagColumns {
  return { of, ofDispatch: new Map(), known: [], numbers: new Map() };
}

/** The tags of all dispatches, which have these numbers. */
export function readTags(
  db: ReadableDb,
  of: TagName,
  dispatches: ReadonlyMap<string, number>,
): TagColumns {
  const columns = noTags(of);
  eachRow(db, rowsOf[of], ([dispatchId, code, name]: readonly [string, string, string]) => {
    const dispatch = dispatches.get(dispatchId);
    if (dispatch === undefined) return;
    const before = columns.ofDispatch.get(dispatch) ?? [];
    columns.ofDispatch.set(dispatch, [...before, numberOf(columns, code, name)]);
  });
  return columns;
}

/** Reads those of some dispatches anew. */
export function readTagsAgain(
  db: ReadableDb,
  columns: TagColumns,
  dispatches: ReadonlyMap<string, number>,
  changed: ReadonlySet<string>,
): void {
  for (const id of changed) {
    const dispatch = dispatches.get(id);
    if (dispatch === undefined) continue;
    const tags = all<{ code: string; name: string }>(
      db,
      `${rowsOf[columns.of]} WHERE dispatch_id = :id`,
      { id },
    );
    if (tags.length === 0) columns.ofDispatch.delete(dispatch);
    else {
      const numbers = tags.map(({ code, name }) => numberOf(columns, code, name));
      columns.ofDispatch.set(dispatch, numbers);
    }
  }
}

/**
 * How many entries have each tag, the most first.
 *
 * @param entries of each dispatch by its number: how many were found
 * @param most tags that are told
 */
export function countTags(
  db: ReadableDb,
  columns: TagColumns,
  entries: Uint32Array,
  most: number,
): readonly FacetValue[] {
  const counts = new Map<number, number>();
  for (const [dispatch, tags] of columns.ofDispatch) {
    const found = entries[dispatch] ?? 0;
    if (found === 0) continue;
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + found);
  }
  const told = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, most);
  if (told.length === 0) return [];
  const topics = new Map(allTopics(db).map(({ code, fr, en }) => [code, { fr, en }]));
  return told.map(([tag, count]) => {
    const { value, name } = columns.known[tag] ?? { value: '', name: '' };
    return { value, count, names: topics.get(value) ?? { fr: name, en: name } };
  });
}

function numberOf({ known, numbers }: TagColumns, code: string, name: string): number {
  const value = code || name;
  let number = numbers.get(value);
  if (number === undefined) {
    number = known.push({ value, name: name || code }) - 1;
    numbers.set(value, number);
  }
  return number;
}
